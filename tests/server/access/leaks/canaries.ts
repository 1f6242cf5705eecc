/** A text in a place that not everybody may read, and the readers who may: everybody else must never get its bytes. */
export interface Canary {
  text: string;
  /** where it stands, for the message of a failing test */
  where: string;
  for: readonly ReaderName[];
}

/** Every kind of reader, by what they are to the families. */
export const readers = {
  sam: { roles: ['social-worker'], team: 'north' },
  kim: { roles: ['social-worker'], team: 'north' },
  tia: { roles: ['team-manager'], team: 'north' },
  bea: { roles: ['business-support'], team: 'north' },
  cyd: { roles: ['conference-chair'], team: 'south' },
  sue: { roles: ['service-manager'], team: 'south' },
  hal: { roles: ['head-of-service'], team: 'south' },
  /** of another service: puts people of the family into one of their own */
  far: { roles: ['social-worker', 'team-manager'], team: 'elsewhere' },
  /** of another service: has broken the glass, and put somebody into a family of their own by it */
  gil: { roles: ['social-worker'], team: 'elsewhere' },
  /** of another service: broke it, and the hours are over */
  old: { roles: ['social-worker'], team: 'elsewhere' },
  /** of another service: covers for sam */
  cov: { roles: ['social-worker'], team: 'elsewhere' },
  ada: { roles: ['administrator'], team: 'north' },
  rec: { roles: ['records-officer'], team: 'elsewhere' },
  ins: { roles: ['inspector'], team: 'elsewhere' },
  per: { roles: ['performance-officer'], team: 'elsewhere' },
  par: { roles: ['partner-agency'], team: 'elsewhere' },
  pra: { roles: ['practice-lead'], team: 'elsewhere' },
} as const;

export type ReaderName = keyof typeof readers;

/** Whoever reads the open family as it is: own, team, service, all, by the glass and by a cover. */
const whole = ['sam', 'kim', 'tia', 'cyd', 'sue', 'hal', 'gil', 'cov', 'ins'] as const;

export const canaries = {
  content: { text: 'canary-content-8151', where: 'a record of the family', for: [...whole, 'rec'] },
  withheld: {
    text: 'canary-withheld-6262 told in confidence',
    where: 'an answer that is withheld from kim',
    for: [...whole.filter((one) => one !== 'kim'), 'rec'],
  },
  carried: {
    text: 'canary-carried-3434 told in confidence',
    where: 'a withheld answer that is offered again in a later form',
    for: [...whole.filter((one) => one !== 'kim'), 'rec'],
  },
  corrected: {
    text: 'canary-corrected-2929 told in confidence',
    where: 'the correction of the answer withheld from kim',
    for: [...whole.filter((one) => one !== 'kim'), 'rec'],
  },
  table: {
    text: 'canary-table-9191 in the child’s own words',
    where: 'a row of a table that is withheld from kim as an answer',
    for: [...whole.filter((one) => one !== 'kim'), 'rec'],
  },
  voice: {
    text: 'canary-voice-2323 in the child’s own words',
    where: 'a row of the map that is withheld from kim, in the record that wrote it',
    for: [...whole.filter((one) => one !== 'kim'), 'rec'],
  },
  open: {
    text: 'canary-voice-2424 in the child’s own words',
    where: 'the row beside it, which is withheld from nobody',
    for: [...whole, 'rec'],
  },
  harms: {
    text: 'canary-harms-6767 seen by a neighbour',
    where: 'a row of the harms that is withheld from kim',
    for: [...whole.filter((one) => one !== 'kim'), 'rec'],
  },
  network: {
    text: 'canary-network-4848',
    where: 'a row of who is around the children that is withheld from kim',
    for: [...whole.filter((one) => one !== 'kim'), 'rec'],
  },
  short: {
    text: 'canary 31',
    where: 'a short answer that is withheld from kim, given again in a later form',
    for: [...whole.filter((one) => one !== 'kim'), 'rec'],
  },
  copied: {
    text: 'canary-copied-5656 told in confidence',
    where: 'an answer withheld from kim that a draft took over',
    for: [...whole.filter((one) => one !== 'kim'), 'rec'],
  },
  address: {
    text: 'canary-address-7373',
    where: 'a sensitive address',
    for: ['sam', 'tia', 'cyd', 'sue', 'hal', 'cov', 'rec'],
  },
  joined: {
    text: 'canary-joined-8484',
    where: 'a sensitive address of somebody who was put into a family of another service as well',
    for: ['hal', 'rec'],
  },
  draft: { text: 'canary-draft-4141', where: 'a draft answer', for: [...whole, 'rec'] },
  file: { text: 'canary-file-5050', where: 'the name of a file', for: [...whole, 'rec'] },
  withheldFile: {
    text: 'canary-secret-file-5151',
    where: 'the name of a file in a withheld answer',
    for: [...whole.filter((one) => one !== 'kim'), 'rec'],
  },
  shared: {
    text: 'canary-shared-1212',
    where: 'a record shared with the partner',
    for: [...whole, 'rec', 'par'],
  },
  row: {
    text: 'canary-row-9494',
    where: 'a row of a shared block that another record wrote',
    for: [...whole, 'rec'],
  },
  escalated: {
    text: 'canary-escalated-3737',
    where: 'what somebody took further to a service manager',
    for: [...whole, 'rec'],
  },
  hidden: { text: 'canaryhiddenname', where: 'a family restricted to hal, hidden', for: ['hal'] },
  known: { text: 'canaryknownname', where: 'a family restricted to hal, known to exist', for: ['hal'] },
  conflict: {
    text: 'canaryconflictname',
    where: 'a family hidden from kim by a conflict of interest',
    for: (Object.keys(readers) as ReaderName[]).filter(
      (name) => !['kim', 'ada', 'per', 'par', 'pra'].includes(name),
    ),
  },
} satisfies Record<string, Canary>;

export const canaryNames = Object.keys(canaries) as (keyof typeof canaries)[];
