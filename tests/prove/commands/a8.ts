import { moveClocks } from '../clock-moves.ts';
import { verdict } from '../verdict.ts';
import type { Prove } from '../verdict.ts';

/** Clocks of days, months and years do their work once, on their day, however the server's own clock jumps. */
export const prove: Prove = async ([share = '1']) => {
  const { clocks, looks, early, lost, twice, otherDay } = await moveClocks(Number(share));
  console.log(
    `A8: ${String(clocks)} clocks of 15 working days, 3 and 6 months and 15 years, over both changes of the clock and 29 February, ` +
      `${String(looks)} looks with the server's clock jumping: ${String(early.length)} early, ${String(lost.length)} lost, ` +
      `${String(twice.length)} twice, ${String(otherDay.length)} on another day than counted by hand`,
  );
  for (const one of [...early, ...lost, ...twice, ...otherDay].slice(0, 5)) console.log(`  ${one}`);
  return verdict(clocks > 0 && early.length + lost.length + twice.length + otherDay.length === 0);
};
