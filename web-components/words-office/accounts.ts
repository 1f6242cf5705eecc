const people = (count: number): string => `${String(count)} ${count === 1 ? 'person' : 'people'}`;

/** Words of the pages on which accounts, teams and tables of accounts are looked after. */
export const accounts = {
  tabs: { label: 'Accounts', people: 'People', teams: 'Teams', table: 'Bring in a table', roles: 'Roles' },
  title: 'Accounts',
  lead: 'Who can sign in, in which roles and for which team. Nothing of any family is shown here.',
  find: 'Find a person',
  findHint: 'A name, a username, a role or a team',
  shown: (count: number, all: number) => (count === all ? people(all) : `${String(count)} of ${people(all)}`),
  none: 'Nobody fits. Try another word.',
  make: 'Make an account',
  name: 'Name',
  roles: 'Roles',
  team: 'Team',
  state: 'State',
  open: 'Open',
  disabled: 'Disabled',
  ended: 'Ended',
  until: (day: string) => `until ${day}`,
  noRole: 'No role',
  source: {
    local: 'Made here',
    csv: 'From a table',
    scim: 'From the directory',
    oidc: 'Made at the first sign-in',
  },
  newTitle: 'Make an account',
  back: 'All accounts',
  displayName: 'Name',
  username: 'Username',
  usernameHint:
    'What is typed to sign in, or the name at your authority’s sign-in. It cannot be changed here.',
  rolesLegend: 'Roles',
  rolesHint: 'What the person may see and do follows from them.',
  noTeam: 'No team',
  untilLabel: 'Last day, if the account is for a time',
  untilHint:
    'Always for an inspector or a partner, within half a year; also for a locum. The account ends by itself at the end of this day.',
  save: 'Save',
  saved: 'Saved.',
  madeNow: 'The account is made.',
  waits:
    'Saved. Some roles wait until a colleague who looks after accounts confirms them: they find them on the page Accounts.',
  own: 'This is your own account. Your roles, team and last day, and families hidden from you, are changed by a colleague who looks after accounts.',
  missing: { displayName: 'Enter a name', username: 'Enter a username', roles: 'Choose at least one role' },
  access: 'Signing in',
  disable: 'Disable this account',
  disableSays: 'The person is signed out everywhere at once. What they wrote stays theirs.',
  enable: 'Open this account again',
  signOut: 'Sign this person out everywhere',
  signedOut: 'Signed out everywhere.',
  conflicts: 'Families hidden from this person',
  conflictsSay:
    'For a conflict of interest: a relative, a friend, a case of their own. The person finds such a family nowhere, whatever their roles. You see reference numbers only.',
  noConflicts: 'No family is hidden.',
  conflict: 'Reference number of a family',
  conflictHint: 'Whoever asks for it finds it on the family’s page, and at the end of its address.',
  conflictMissing: 'Enter a reference number',
  addConflict: 'Hide this family',
  remove: 'Remove',
  removeNamed: (reference: string) => `Remove: ${reference}`,
  removeReason: (reference: string) => `Why ${reference} is not to be hidden any more`,
  removeHint: 'It is kept with your name. A family you hid yourself is shown again by a colleague.',
  reasonMissing: 'Enter why',
  cancel: 'Cancel',
  link: 'Make a link to choose a password',
  linkSays:
    'The link works once, for a day, and ends earlier links. Give it to the person yourself. They are told that you made it, and you never learn the password.',
  linkIs: 'Link to choose a password',
  linkHint: (until: string) => `Shown this once. It works until ${until}.`,
  copy: 'Copy the link',
  copied: 'Copied.',
  signsInElsewhere: 'Signs in with the authority: there is no password to choose here.',
  hasPassword: 'Has chosen a password here.',
  noPassword: 'Has no password here.',
  fromDirectory:
    'This account comes from the directory. What you change here may be changed back from there.',
  gone: 'There is no such account.',
} as const;

/** Roles that a colleague gave, waiting for a second person. */
export const roleRequests = {
  title: 'Roles to confirm',
  lead: 'With these roles people read what is written about families, or look after accounts. They hold when a second person has confirmed them.',
  given: (by: string, when: string) => `given by ${by}, ${when}`,
  mine: 'Waits for a colleague',
  confirm: 'Confirm',
  confirmNamed: (name: string) => `Confirm the roles of ${name}`,
  confirmed: 'Confirmed.',
  refuse: 'Do not give',
  refuseNamed: (name: string) => `Do not give ${name} these roles`,
  refused: 'Not given.',
} as const;

const factNames: Record<string, string> = {
  ...{ name: 'username', displayName: 'name', roles: 'roles', team: 'team', until: 'last day' },
  ...{ disabled: 'disabled', externalId: 'id of the directory', source: 'comes from', password: 'password' },
};

/** What was changed of an account. */
export const accountLog = {
  source: {
    local: 'made here',
    csv: 'a table',
    scim: 'the directory',
    oidc: 'the first sign-in',
  } as Record<string, string>,
  title: 'What was changed',
  none: 'Nothing was changed since changes are kept here.',
  yes: 'yes',
  alone: 'Decided alone: there was nobody else to confirm it.',
  confirmedBy: (name: string) => `Confirmed by ${name}.`,
  fact: (fact: string, from: string, to: string): string => {
    if (fact === 'password') return 'a new password was chosen';
    const name = factNames[fact] ?? fact;
    if (from === '') return `${name}: ${to}`;
    return `${name}: ${from} → ${to || 'none'}`;
  },
  family: (one: { case: string; hidden: boolean; by: string; reason?: string }): string =>
    one.hidden
      ? `${one.by} hid the family ${one.case}.`
      : `${one.by} showed the family ${one.case} again: ${one.reason ?? ''}`,
} as const;

export const teams = {
  title: 'Teams',
  lead: 'Families are held by a team. Teams of one service can read each other’s families where a role reaches that far.',
  people: (count: number) => people(count),
  service: (name: string) => `Service: ${name}`,
  add: 'Make a team',
  name: 'Name of the team',
  serviceLabel: 'Service it belongs to',
  serviceHint: 'Teams with the same word here are one service. Leave it empty when there is only one.',
  rename: (name: string) => `Change ${name}`,
  change: 'Change',
  save: 'Save',
  cancel: 'Cancel',
  missing: 'Enter a name for the team',
  saved: 'Saved.',
} as const;

export const table = {
  title: 'Bring in a table of accounts',
  lead: 'A table from a spreadsheet, saved as CSV. First you see what it would do; nothing changes until you carry it out.',
  columns: 'Columns',
  columnsSay:
    'username, name and roles, and if you like team and until (the last day, as year-month-day). Several roles are parted by a semicolon. Roles and teams are written as on these pages.',
  example:
    'username,name,roles,team,until\nsam.reed,Sam Reed,Social worker,North team,\nines.costa,Ines Costa,Inspector,,2026-12-31',
  file: 'The table',
  fileMissing: 'Choose a file',
  tooLarge: 'The file is larger than 1 MB. Send it in parts.',
  missing: 'Disable accounts that came by an earlier table and are not in this one',
  look: 'Show what it would do',
  faults: (count: number) =>
    `${String(count)} ${count === 1 ? 'thing has' : 'things have'} to be put right first. Nothing was changed.`,
  line: (line: number, message: string) => `Line ${String(line)}: ${message}`,
  nothing: 'Every line holds already. There is nothing to do.',
  plan: 'What it would do',
  counts: ({ made, changed, disabled, same }: Record<'made' | 'changed' | 'disabled' | 'same', number>) =>
    `${String(made)} made, ${String(changed)} changed, ${String(disabled)} disabled, ${String(same)} as they are`,
  does: { make: 'Make', change: 'Change', disable: 'Disable' },
  because: {
    name: 'name',
    roles: 'roles',
    team: 'team',
    until: 'last day',
    disabled: 'opened again',
  } as Record<string, string>,
  carryOut: 'Carry it out',
  other: 'Choose another file',
  done: 'Done',
  links: 'Those who sign in with a password need a link to choose one: open the account and make it.',
} as const;

export const newPassword = {
  title: 'Choose a password',
  lead: 'The link works once. Everywhere you are still signed in, you will be signed out.',
  password: 'New password',
  hint: 'At least 12 characters. Three unrelated words make a good one. You can paste it.',
  missing: 'Enter a password',
  button: 'Save the password',
  saved: 'Your password is saved. Sign in with it.',
  noToken: 'This address is not complete. Open the whole link you were given.',
} as const;
