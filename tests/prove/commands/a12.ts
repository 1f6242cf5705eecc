import { tryAccess } from '../access-tests.ts';
import { fuzz } from '../fuzz.ts';
import { trySessions } from '../sessions-held.ts';
import { verdict } from '../verdict.ts';
import type { Prove } from '../verdict.ts';

/** milliseconds within which somebody who left has no access any more */
const soon = 1000;

/** Whatever is sent, and by whom: an answer or a refusal as described, and never more. */
export const prove: Prove = async ([requests = '10000', seed = '12']) => {
  const found = await fuzz(Number(requests), Number(seed));
  const { operations, answers, reached, broken, traces, breaches, operators } = found;
  const groups = Object.entries(answers).map(([group, times]) => `${group} ${String(times)}`);
  console.log(
    `A12: ${String(found.requests)} generated requests to ${String(operations)} operations (${groups.join(', ')}; ${String(reached.length)} operations answered with something): ` +
      `${String(broken.length)} broke, ${String(traces.length)} stack traces, ${String(breaches.length)} answers outside their schema, ${String(operators.length)} operators reached the store`,
  );
  for (const one of [broken, traces, breaches, operators].flatMap((some) => [...new Set(some)].slice(0, 8))) {
    console.log(`  ${one}`);
  }
  const { forged, taken, fixed, replayed, leaver } = await trySessions();
  console.log(
    `A12: ${String(forged)} forged changes, ${String(taken.length)} taken; a planted session ${fixed ? 'opens nothing' : 'IS TAKEN'}; a signed-out one ${replayed ? 'opens nothing' : 'IS TAKEN'}; ` +
      `a leaver is refused ${leaver.refused.toFixed(0)} ms after being disabled, and their live page ends after ${leaver.ended.toFixed(0)} ms`,
  );
  for (const one of taken.slice(0, 5)) console.log(`  ${one}`);
  const access = tryAccess();
  console.log(
    `A12: access of every route by every role and relation, and what leaves for whom: ${String(access.passed)} statements hold, ${String(access.failed)} do not`,
  );
  const held =
    access.passed > 0 && access.failed === 0 && forged > 0 && taken.length === 0 && fixed && replayed;
  const isGone = leaver.refused <= soon && leaver.ended <= soon;
  return verdict(
    held &&
      isGone &&
      found.requests > 0 &&
      broken.length + traces.length + breaches.length + operators.length === 0,
  );
};
