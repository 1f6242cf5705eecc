import { raceClock } from '../clock-races.ts';
import { race } from '../races.ts';
import { verdict } from '../verdict.ts';
import type { Prove } from '../verdict.ts';

/** Two people, or a person and a clock, are after one task: one of them has it, and the other is told. */
export const prove: Prove = async ([races = '1000', clocks = races]) => {
  const raced = await race(Number(races));
  console.log(
    `A5: ${String(raced.races)} races for one task: ${String(raced.wonByOne)} with one winner and the other told who and when (409), ` +
      `${String(raced.notOnce)} tasks not completed once, ${String(raced.findings)} findings of the store`,
  );
  for (const [answers, times] of Object.entries(raced.others)) {
    console.log(`  ${String(times)} times answered ${answers}`);
  }
  const timed = await raceClock(Number(clocks));
  console.log(
    `A5: ${String(timed.races)} races against a clock: ${String(timed.person)} won by the person, ${String(timed.clock)} by the clock ` +
      `(the person answered 409, the draft kept), ${String(timed.others.length)} otherwise, ${String(timed.findings)} findings of the store`,
  );
  for (const one of timed.others.slice(0, 5)) console.log(`  ${one}`);
  const people = raced.races > 0 && raced.wonByOne === raced.races && raced.notOnce + raced.findings === 0;
  return verdict(people && timed.races > 0 && timed.others.length + timed.findings === 0);
};
