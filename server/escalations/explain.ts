import { noteInHistory } from '#engine';
import type { Person } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import { carryOut } from '../cases/index.ts';
import { refuse, refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { dealWith, isPast } from './deal-with.ts';

/** Says why a task is late: it stands in the family's history, and the task is no news to its manager for some weeks. */
export async function explain(
  host: Host,
  person: Person,
  task: string,
  said: { reason: string; commandId: string },
): Promise<void> {
  const row = (await host.store.task(task)) ?? refuseAbsent();
  if (row.state !== 'open') refuse(409, 'not-open', 'This task is no longer open.');
  const { due } = row;
  if (!due || !isPast(due.on, host.clock.now())) {
    refuse(422, 'not-late', `“${row.what}” is not late: there is nothing to explain yet.`);
  }
  const { reason, commandId } = said;
  const about = { task: row.id, step: row.step, timescale: due.timescale.id, due: due.on, reason };
  const children = row.children.map(({ id }) => id);
  replyOf(
    await carryOut(host, {
      ...{ case: row.case, by: person.id, commandId },
      decide: (_, kase, act) => noteInHistory(kase, { kind: 'lateness-explained', children, about }, act),
      reply: () => ({ ok: true }),
    }),
  );
  await dealWith(host, [row], { how: 'explained', reason, by: person.id });
}
