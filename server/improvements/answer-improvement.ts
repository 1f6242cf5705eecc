import { refuse, refuseWrite } from '../errors.ts';
import type { Services } from '../services.ts';
import { allDocuments } from '../store/port.ts';
import { storedImprovement, type Answer, type Improvement } from './improvement.ts';

/** The group's answer to whoever said it; a later answer takes the place of an earlier one and is to be read anew. */
export async function answerImprovement(
  services: Services,
  id: string,
  answer: Pick<Answer, 'text' | 'decision' | 'draft' | 'by'>,
): Promise<void> {
  const { body, revision } = await storedImprovement(services, id);
  const { decision, text, by, draft } = answer;
  const before = body.answer;
  if (before && before.by === by && before.text === text && before.decision === decision) return;
  if (text.trim() === '')
    refuse(422, 'empty', 'Write what becomes of it, so that whoever said it can read it.');
  const next: Improvement = {
    ...body,
    answer: { ...answer, at: services.clock.now(), ...(draft ? { draft } : {}) },
  };
  await write(services, next, revision);
}

/** Whoever asked has read the answers that are there. */
export async function markSeen(services: Services, by: string): Promise<void> {
  for (const { body, revision } of await allDocuments<Improvement>(services.store, {
    kind: 'improvement',
    owner: by,
  })) {
    if (!body.answer || body.answer.seen) continue;
    await write(services, { ...body, answer: { ...body.answer, seen: true } }, revision);
  }
}

async function write({ store }: Services, body: Improvement, expecting: number): Promise<void> {
  const put = await store.put({
    ...{ kind: 'improvement', id: body.id, body, expecting, owner: body.by, about: body.form },
    change: { kind: 'pathway' },
  });
  if (!put.ok) refuseWrite(put);
}
