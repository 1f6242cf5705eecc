import { fuzz } from '../fuzz.ts';
import { verdict } from '../verdict.ts';
import type { Prove } from '../verdict.ts';

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
  return verdict(
    found.requests > 0 && broken.length + traces.length + breaches.length + operators.length === 0,
  );
};
