/** Everything a person may be asked to be allowed to do: rights.json and every route name one of these. */
export const actions = [
  'use-signed-out',
  'be-signed-in',
  'list-work',
  'read-task',
  'write-draft',
  'complete-task',
  'take-task',
  'give-task',
  'open-contact',
  'find-families',
  'read-family',
  'add-record',
  'start-strand',
  'add-child',
  'change-network',
  'change-plan',
  'read-record',
  'correct-record',
  'reopen-task',
  'find-people',
  'create-person',
  'read-person',
  'change-person',
  'see-sensitive-address',
  'see-stages',
  'attach-file',
  'read-attachment',
  'restrict-family',
  'read-audit',
  'see-who-looked',
  'see-retention',
  'manage-accounts',
  'manage-store',
  'redraw-pathway',
  'approve-pathway',
  'move-cases',
  'break-glass',
  'withhold-part',
  'cover-absence',
  'invite-partner',
  'read-shared',
  'contribute',
  'see-pseudonymised',
  'see-identified',
  'manage-roles',
  'export-record',
  'hold-record',
  'propose-disposal',
  'approve-disposal',
  'see-operations',
  'share-output',
] as const;

export type Action = (typeof actions)[number];

/** Open to everyone, signed in or not: nothing of any family is behind them. */
export const openActions: readonly Action[] = ['use-signed-out'];

/** Open to everyone who has signed in. */
export const commonActions: readonly Action[] = ['use-signed-out', 'be-signed-in'];

/** Done in a role of the drawing: the person must be able to act in the task's role. */
export const roleActions: readonly Action[] = ['write-draft', 'complete-task', 'take-task'];

/** Asked of every family somebody belongs to, not of one of them. */
export const ofEveryFamily: readonly Action[] = ['see-sensitive-address'];
