import { withstand } from '../hostile.ts';
import { verdict } from '../verdict.ts';
import type { Prove } from '../verdict.ts';

/** The most that the server may work without a turn for anybody else, in milliseconds. */
const longestTurn = 50;

/** Hostile drawings and forms are refused or inert, and hold nobody up. */
export const prove: Prove = async () => {
  const { files, refused, held, inert, faults, standstill } = await withstand();
  console.log(
    `A11: ${String(files)} hostile drawings, forms and versions: ${String(refused.length)} refused with a reason, ` +
      `${String(held.length)} taken as a draft with reasons against publishing it, ${String(inert.length)} taken and inert, ${String(faults.length)} faults`,
  );
  console.log(
    `A11: the event loop stood still for ${standstill.longest.toFixed(0)} ms at the most (resolution 5 ms; on a busy machine others’ time is in it); ` +
      `the server itself worked for ${standstill.ownWork.toFixed(0)} ms at the most between two turns`,
  );
  for (const { kind, name, status } of faults) console.log(`  ${kind}/${name}: ${String(status)}`);
  return verdict(files >= 60 && faults.length === 0 && standstill.ownWork <= longestTurn);
};
