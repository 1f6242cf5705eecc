import { idFromCommand } from '../command-id.ts';
import { refuseAbsent, refuseWrite } from '../errors.ts';
import type { Services } from '../services.ts';
import { allDocuments, oldestFirst } from '../store/port.ts';
import type { Note } from './improvement.ts';

export type Noting = Pick<Note, 'form' | 'question' | 'prompt' | 'text' | 'authorises'> & {
  commandId: string;
};

/** Keeps a note on a form of a draft; the same command once more keeps no second one. */
export async function addNote(
  { store, clock }: Services,
  draft: string,
  by: string,
  { commandId, ...said }: Noting,
): Promise<{ id: string }> {
  if (!(await store.document('pathway-draft', draft))) refuseAbsent();
  const id = idFromCommand('note', by, commandId);
  const body: Note = { id, draft, ...said, by, at: clock.now() };
  const put = await store.put({
    ...{ kind: 'note', id, body, expecting: 0, owner: draft, about: said.form },
    change: { kind: 'pathway' },
  });
  if (!put.ok && put.reason !== 'conflict') refuseWrite(put);
  return { id };
}

/** A note is dealt with: it is kept, and no longer open. */
export async function settleNote(
  { store, clock }: Services,
  draft: string,
  id: string,
  by: string,
): Promise<void> {
  const found = await store.document<Note>('note', id);
  if (!found || found.body.draft !== draft) refuseAbsent();
  if (found.body.settled) return;
  const body: Note = { ...found.body, settled: { by, at: clock.now() } };
  const put = await store.put({
    ...{ kind: 'note', id, body, expecting: found.revision, owner: draft, about: body.form },
    change: { kind: 'pathway' },
  });
  if (!put.ok) refuseWrite(put);
}

/** Every note on a draft, the oldest first. */
export async function notesOf(services: Services, draft: string): Promise<Note[]> {
  const found = await allDocuments<Note>(services.store, { kind: 'note', owner: draft });
  return oldestFirst(found).map(({ body }) => body);
}

/** Who answers, by name and with the reason, for taking out what the law needs; the latest for each finding. */
export async function authorisedIn(
  services: Services,
  draft: string,
): Promise<{ finding: string; by: string; because: string }[]> {
  const byFinding = new Map<string, { finding: string; by: string; because: string }>();
  for (const { authorises, text, settled } of await notesOf(services, draft)) {
    if (authorises && !settled) byFinding.set(authorises.finding, { ...authorises, because: text });
  }
  return [...byFinding.values()];
}
