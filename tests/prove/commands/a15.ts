import { work } from '../at-work.ts';
import { verdict } from '../verdict.ts';
import type { Prove } from '../verdict.ts';

/** milliseconds within which 95 of 100 requests are answered, and the most that the server's memory may grow */
const soon = 300;
const growth = 1.1;

/** Two hundred people at work with time to think: no errors, answered soon, and memory that does not grow. */
export const prove: Prove = async ([minutes = '2', people = '200', think = '10']) => {
  const found = await work({ minutes: Number(minutes), people: Number(people), think: Number(think) });
  const { requests, completed, errors, p95, longest, memory } = found;
  const grown = memory.after / memory.before;
  console.log(
    `A15: ${people} people for ${minutes} minutes, ${think} s to think: ${String(requests)} requests, ${String(completed)} forms completed, ${String(errors.length)} errors; ` +
      `p95 ${p95.toFixed(0)} ms, the longest ${longest.toFixed(0)} ms; memory ${memory.before.toFixed(0)} MB after the warm-up, ${memory.after.toFixed(0)} MB at the end (${((grown - 1) * 100).toFixed(1)} %)`,
  );
  for (const one of [...new Set(errors)].slice(0, 5)) console.log(`  ${one}`);
  return verdict(requests > 0 && completed > 0 && errors.length === 0 && p95 < soon && grown < growth);
};
