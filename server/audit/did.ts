import type { AuditEntry } from '../store/port.ts';

/** What sort of thing was done: by it a reader narrows the list. */
export type Sort = 'looked' | 'changed' | 'printed' | 'exported' | 'searched';

export const sorts: readonly Sort[] = ['looked', 'changed', 'printed', 'exported', 'searched'];

/** What routes declare, as a person reads it; a code without words is said as it stands. */
const words: Record<string, string> = {
  'read-family': 'Looked at the family’s page',
  'read-history': 'Looked at the family’s history',
  'read-person': 'Looked at a person’s details',
  'read-record': 'Looked at a record',
  'export-output': 'Made a document of a record, to read, print or give',
  'read-task': 'Looked at a task',
  'read-answers': 'Looked at what is written for a task',
  'read-attachment': 'Opened a file',
  'read-audit': 'Looked at who had looked',
  'read-chain-heads': 'Took the heads of the chains',
  'verify-store': 'Verified what is stored',
  'begin-rehearsal': 'Began to rehearse a draft',
  'read-rehearsal': 'Looked at a rehearsal of a draft',
  'play-rehearsal': 'Played a step of a rehearsal of a draft',
  'list-work': 'Looked at a list of work',
  'see-day': 'Looked at what is theirs to do',
  'put-changes-away': 'Put away what changed in their families',
  'see-stages': 'Looked at the cases by stage',
  'find-families': 'Searched for families',
  'find-people': 'Searched for people',
  'list-accounts': 'Looked at the accounts',
  'create-account': 'Made an account',
  'change-account': 'Changed an account',
  'ask-for-roles': 'Gave an account roles, which a second person has to confirm',
  'confirm-roles': 'Confirmed roles that a colleague gave',
  'refuse-roles': 'Refused roles that a colleague gave, or took back their own',
  'give-roles-alone': 'Gave an account roles alone, because nobody else could confirm it',
  'hide-family': 'Hid a family from an account, for a conflict of interest',
  'show-family': 'Showed a family to an account again that was hidden from it',
  'make-password-link': 'Made a link to choose a password',
  'change-team': 'Made or changed a team',
  'open-contact': 'Recorded a contact',
  'create-person': 'Put somebody on file',
  'join-people': 'Said that two people on file are one',
  'part-people': 'Said that two people on file are two after all',
  'change-person': 'Changed a person’s details',
  'add-child': 'Added a child',
  'join-family': 'Put somebody of the family into another family',
  'change-network': 'Changed the family’s network',
  'read-meeting': 'Opened a meeting on the screen',
  'read-bookings': 'Looked at what else is booked on a day',
  'name-minute-taker': 'Named who takes the minutes',
  'change-plan': 'Changed the family’s plan',
  'read-plan': 'Looked at the family’s plan',
  'read-map': 'Looked at the family’s map',
  'change-map': 'Changed the family’s map',
  'add-record': 'Added a record',
  'complete-task': 'Completed a task',
  'give-task': 'Gave a task to somebody',
  'hand-over': 'Handed a family over to another worker',
  escalate: 'Took something further',
  'answer-escalation': 'Answered what was taken further',
  'explain-lateness': 'Said why a task is late',
  'list-worklists': 'Looked at worklists',
  'see-measures': 'Looked at measures',
  'export-measures': 'Took measures away as a table',
  'see-practice': 'Looked at how well the work is done',
  'see-decisions': 'Looked at steps that could be reopened',
  'write-draft': 'Wrote a draft',
  'correct-record': 'Corrected a record',
  'reopen-task': 'Reopened a step',
  'start-strand': 'Started work beside',
  'restrict-family': 'Changed who may know of the family',
  'attach-file': 'Sent a file',
  'break-glass': 'Opened a record out of reach, with a reason',
  'withhold-part': 'Withheld a part of a record',
  'lift-withholding': 'Showed a withheld part again',
  'print-page': 'Printed a page',
  'export-audit': 'Exported who had looked',
  'begin-disclosure': 'Began an answer to a request for a person’s own record',
  'read-disclosure': 'Looked at what is held of a person, for disclosure',
  'change-redactions': 'Marked what is left out of a disclosure',
  'export-preview': 'Looked at a disclosure before it was made',
  'make-disclosure': 'Made a disclosure',
  'export-record': 'Took the file of a disclosure',
  'export-redactions': 'Took the log of what a disclosure leaves out',
  'hold-record': 'Put a legal hold on the family’s record',
  'lift-hold': 'Lifted a legal hold',
  'see-retention': 'Looked at how long the record is kept',
  'list-retention': 'Looked at what falls due',
  'change-retention': 'Changed how long records are kept',
  'propose-disposal': 'Proposed a disposal',
  'refuse-disposal': 'Refused a disposal',
  'approve-disposal': 'Approved a disposal, which was carried out',
  'export-certificate': 'Took the certificate of a disposal',
  'sign-in': 'Signed in',
  'sign-out': 'Signed out',
  'end-sessions': 'Signed out elsewhere, or signed somebody out',
  'see-identified': 'Asked to see names in place of invented ones, with a reason',
  'end-identified': 'Went back to invented names',
  'invite-partner': 'Invited somebody of another agency',
  'end-invitation': 'Ended an invitation',
  'read-invitations': 'Looked at who is invited',
  contribute: 'Wrote what they were invited to',
  'read-shared': 'Looked at what is shared with them',
};

/** What an entry says was done. */
export function sayDid(action: string): string {
  const plain = action.replaceAll('-', ' ');
  return words[action] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** The sort of an entry: by what it declares, and else by whether it changed anything. */
export function sortOf({ action, route }: Pick<AuditEntry, 'action' | 'route'>): Sort {
  if (action.startsWith('print-')) return 'printed';
  if (action.startsWith('export-')) return 'exported';
  if (action.startsWith('find-')) return 'searched';
  return route.startsWith('GET ') ? 'looked' : 'changed';
}
