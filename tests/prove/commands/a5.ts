import { race } from '../races.ts';
import { verdict } from '../verdict.ts';
import type { Prove } from '../verdict.ts';

/** Two people complete one task: one does, the other is told who and when. */
export const prove: Prove = async ([races = '1000']) => {
  const raced = await race(Number(races));
  console.log(
    `A5: ${String(raced.races)} races for one task: ${String(raced.wonByOne)} with one winner and the other told who and when (409), ` +
      `${String(raced.notOnce)} tasks not completed once, ${String(raced.findings)} findings of the store`,
  );
  for (const [answers, times] of Object.entries(raced.others)) {
    console.log(`  ${String(times)} times answered ${answers}`);
  }
  return verdict(raced.races > 0 && raced.wonByOne === raced.races && raced.notOnce + raced.findings === 0);
};
