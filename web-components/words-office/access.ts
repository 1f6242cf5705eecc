/** Opening what one's role does not reach, and who is told. */
export const glass = {
  title: 'Open it all the same',
  lead: (hours: number) =>
    `You can read this record for ${String(hours)} hours, giving a reason. Whoever holds the family and their manager are told at once, and everything you look at is recorded.`,
  reason: 'Why do you need to see it?',
  choose: 'Choose a reason',
  text: 'Say more',
  textHint: 'At least a short sentence: whoever checks this later reads it.',
  missing: 'Choose a reason, and say more in at least ten letters.',
  button: 'Open for reading',
  open: (until: string) => `Opened by a reason you gave, until ${until}: all you look at is recorded`,
  notices: 'What you are told',
  away: 'Put away',
  awayNamed: (says: string) => `Put away: ${says}`,
} as const;

/** Withholding an answer, and lifting it. */
export const withhold = {
  title: 'Withhold this answer',
  lead: 'It stands in the record for everybody else, with your reason. From somebody in the family: it is left out of everything that is printed or handed out.',
  from: 'From whom?',
  choose: 'Choose a person',
  colleague: (name: string) => `${name}, a colleague`,
  inFamily: (name: string) => `${name}, in the family`,
  reason: 'Why?',
  missing: 'Choose from whom, and say why.',
  button: 'Withhold',
  buttonNamed: (label: string) => `Withhold: ${label}`,
  leftOut: (count: number) =>
    `${String(count)} ${count === 1 ? 'answer is' : 'answers are'} withheld from you.`,
  cancel: 'Cancel',
  marked: (from: string, by: string) => `Withheld from ${from}, by ${by}`,
  lift: 'Lift',
  liftReason: 'Why is it lifted?',
  done: 'Withheld.',
} as const;

/** What is withheld of a family, as one list. */
export const withheld = {
  back: (family: string) => `Back to ${family}`,
  title: 'What is withheld',
  lead: 'Answers and rows of this family’s record that somebody must not read, and why. What is withheld from you is not on this list.',
  none: 'Nothing of this family is withheld.',
  on: (day: string) => `Since ${day}.`,
  handedOut: 'Left out of everything that is printed or handed out.',
  lifted: 'It can be read again.',
} as const;

/** Who may know of a family. */
export const restrict = {
  open: 'Who may open this family',
  title: 'Restrict this family',
  lead: 'Only the people you name can open it, whatever anybody’s role. Name everybody who works with the family, and at least one person who may lift this again.',
  who: 'Who may open it?',
  contact: 'Whom do others contact?',
  shown: 'What do others see?',
  hidden: 'Nothing: the family is found nowhere',
  exists: 'That there is a record, and whom to contact',
  reason: 'Why?',
  missing: 'Name at least one person, whom to contact, and why.',
  button: 'Restrict',
  lift: 'Open it again to everybody whose role reaches it',
} as const;

/** What each role may do. */
export const roles = {
  title: 'Roles',
  lead: 'Who may do what here, and how far: with one’s own families, those of the team, of the service, or all. A change holds at once, on every server.',
  role: 'Role',
  chooseRole: 'Choose a role',
  right: 'Right',
  reach: 'How far',
  change: 'Change',
  changeNamed: (right: string) => `Change: ${right}`,
  reason: 'Why is it changed?',
  missing: 'Say why it is changed.',
  save: 'Save',
  cancel: 'Cancel',
  log: 'What was changed',
  logNone: 'Nothing was changed: these are the rights the service came with.',
  logged: (by: string, at: string, what: string, from: string, to: string, reason: string) =>
    `${by}, ${at}: ${what} – from “${from}” to “${to}”. ${reason}`,
  scopes: { own: 'Own families', team: 'Own team', service: 'Own service', all: 'All', none: 'Not at all' },
} as const;

/** Cover for an absence. */
export const cover = {
  title: 'Cover for an absence',
  lead: 'Whoever covers sees and does the absent colleague’s own work, from the first day to the last. It ends by itself.',
  absent: 'Who is away?',
  covering: 'Who covers?',
  choose: 'Choose a colleague',
  from: 'First day',
  to: 'Last day',
  missing: 'Choose who is away, who covers, and both days.',
  button: 'Save',
  now: 'Now and to come',
  none: 'Nobody is covered at the moment.',
  says: (covering: string, absent: string) => `${covering} covers for ${absent}`,
  end: 'End',
  endNamed: (covering: string, absent: string) => `End: ${covering} covers for ${absent}`,
  saved: 'Saved.',
} as const;

/** Who has access to a family. */
export const access = {
  reference: (id: string) => `Reference ${id}`,
  invitations: 'Invite another agency',
  withheld: 'What is withheld',
} as const;

/** Names in place of invented ones, for some hours. */
export const identified = {
  open: 'See who they are',
  lead: (hours: number) =>
    `The names here are invented. You can see people’s own for ${String(hours)} hours, giving a reason. It is recorded, and so is everything you look at.`,
  reason: 'Why do you need the names?',
  button: 'Show names',
  shown: (until: string) => `You see people’s own names until ${until}, by the reason you gave.`,
  end: 'Back to invented names',
  ended: 'The names are invented ones again.',
} as const;
