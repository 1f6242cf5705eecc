import { repeat } from '../repeats.ts';
import { verdict } from '../verdict.ts';
import type { Prove } from '../verdict.ts';

/** One command sent many times at once has one effect. */
export const prove: Prove = async ([times = '1000']) => {
  const { sent, replies, refused, effects, findings } = await repeat(Number(times));
  console.log(
    `A6: one command sent ${String(sent)} times: ${String(effects)} effect, ${String(replies)} different replies, ` +
      `${String(refused)} refused, ${String(findings)} findings of the store`,
  );
  return verdict(effects === 1 && replies === 1 && refused + findings === 0);
};
