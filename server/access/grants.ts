import type { Day, Moment } from '#engine';
import { dayOf } from '#engine';
import type { DocumentKind, Store } from '../store/port.ts';
import type { Action } from './actions.ts';
import type { Grant } from './person.ts';

/** Somebody opened a family, or the names of all, that their role does not reach: why, and until when. */
export interface BrokenGlass {
  account: string;
  /** absent: names instead of invented ones, for a list that has to be put right */
  case?: string;
  code: string;
  text: string;
  at: Moment;
  until: Moment;
}

/** What somebody of another agency may read and write of one family, and until when. */
export interface Invitation {
  account: string;
  case: string;
  /** what it is for, in a few words */
  purpose: string;
  /** forms they may write, and records they may read beside their own */
  forms: string[];
  records: string[];
  by: string;
  at: Moment;
  until: Moment;
}

/** From which day to which somebody does the work of somebody who is away; both days count. */
export interface Cover {
  absent: string;
  covering: string;
  from: Day;
  to: Day;
  by: string;
  at: Moment;
}

/** What breaking the glass opens: reading, and nothing else. */
export const glassActions: Action[] = [
  'read-family',
  'read-record',
  'read-person',
  'read-attachment',
  'read-task',
];

const invitedActions: Action[] = ['read-shared', 'contribute'];

/** What an account was given for a time and has not ended. */
export async function grantsOf(store: Store, account: string, now: Moment): Promise<Grant[]> {
  const [glass, invitations] = await Promise.all([
    documentsOf<BrokenGlass>(store, 'break-glass', account),
    documentsOf<Invitation>(store, 'invitation', account),
  ]);
  const broken = glass.flatMap(({ id, body: { case: on, until } }) =>
    on === undefined ? [] : [{ id, kind: 'break-glass' as const, case: on, actions: glassActions, until }],
  );
  const invited = invitations.map(({ id, body: { case: on, until } }) => {
    return { id, kind: 'invitation' as const, case: on, actions: invitedActions, until };
  });
  return [...broken, ...invited].filter((grant) => now < grant.until);
}

/** Whether an account may see names in place of invented ones at this moment. */
export async function seesNames(store: Store, account: string, now: Moment): Promise<boolean> {
  const glass = await documentsOf<BrokenGlass>(store, 'break-glass', account);
  return glass.some(({ body }) => body.case === undefined && now < body.until);
}

/** Accounts whose work an account does today, because they are away. */
export async function coversOf(store: Store, account: string, now: Moment): Promise<string[]> {
  const today = dayOf(now);
  const covers = await documentsOf<Cover>(store, 'cover', account);
  const current = covers.filter(({ body }) => body.from <= today && today <= body.to);
  return [...new Set(current.map(({ body }) => body.absent))];
}

/** Documents of one owner: few, since they are swept when they have ended. */
export async function documentsOf<T>(
  store: Store,
  kind: DocumentKind,
  owner: string,
): Promise<{ id: string; revision: number; body: T }[]> {
  const { rows } = await store.list('documents', { kind, owner }, { limit: 500 });
  return rows as { id: string; revision: number; body: T }[];
}
