import { createHmac, randomBytes } from 'node:crypto';
import type { Person } from '../access/index.ts';
import type { CardRow, Store, TaskRow } from '../store/port.ts';

interface Secret {
  secret: string;
}

/** Names in place of people's for one reader: the same id has the same one, on every list and on every day. */
export interface Pseudonyms {
  family(id: string): string;
  child(id: string): string;
}

/** The reader's pseudonyms; undefined for whoever sees names. */
export async function pseudonymsFor(store: Store, person: Person): Promise<Pseudonyms | undefined> {
  if (!person.pseudonymised) return undefined;
  const secret = await secretOf(store);
  const code = (id: string): string =>
    createHmac('sha256', secret).update(id).digest('hex').slice(0, 8).toUpperCase();
  return { family: (id) => `Family ${code(`family:${id}`)}`, child: (id) => `Child ${code(`child:${id}`)}` };
}

/** Without it nobody can make a pseudonym from an id; it is made once, and never leaves the store. */
async function secretOf(store: Store): Promise<string> {
  const known = await store.document<Secret>('setting', 'pseudonyms');
  if (known) return known.body.secret;
  const body: Secret = { secret: randomBytes(32).toString('base64url') };
  await store.put({ kind: 'setting', id: 'pseudonyms', body, expecting: 0 });
  // another request may have been quicker: what is stored counts
  return (await store.document<Secret>('setting', 'pseudonyms'))?.body.secret ?? body.secret;
}

/** A row of a queue with pseudonyms; of a date of birth only the year is kept. */
export function pseudonymousTask(row: TaskRow, names: Pseudonyms): TaskRow {
  return {
    ...row,
    caseName: names.family(row.case),
    children: row.children.map(({ id, born }) => {
      return { id, name: names.child(id), ...(born ? { born: `${born.slice(0, 4)}-01-01` } : {}) };
    }),
  };
}

/** A card of the board with pseudonyms. */
export function pseudonymousCard(row: CardRow, names: Pseudonyms): CardRow {
  return {
    ...row,
    name: names.family(row.case),
    children: row.children.map((child) => ({ ...child, name: names.child(child.id) })),
  };
}
