import { flipBits } from '../flips.ts';
import { tamper } from '../tampering.ts';
import { verdict } from '../verdict.ts';
import type { Prove } from '../verdict.ts';

/** Whatever is changed in the files is found, none of it is served, and the other families can be read. */
export const prove: Prove = async ([flips = '200', edits = '10']) => {
  const flipped = await flipBits(Number(flips));
  const { trials, nowhere, detected, opened, undetected, served, fewestCases, families } = flipped;
  console.log(
    `A9: ${String(trials)} flipped bits (${String(nowhere)} more fell where nothing is stored): ${String(detected)} detected, ${String(served.length)} served; ` +
      `${String(opened)} stores opened all the same, each with ${String(fewestCases)} or more of ${String(families)} families to be read`,
  );
  const { done, served: told, unavailable } = await tamper(Number(edits));
  for (const [name, { times, found, onlyByHeads }] of Object.entries(done)) {
    console.log(
      `A9: ${String(times)} histories ${name}: ${String(found)} detected` +
        (onlyByHeads > 0 ? ` (${String(onlyByHeads)} of them by the heads that are kept outside)` : ''),
    );
  }
  console.log(
    `A9: of the tampered families ${String(told.length)} things were served otherwise than written; of the others ${String(unavailable.length)} were not available`,
  );
  for (const one of [...undetected, ...served, ...told, ...unavailable].slice(0, 8)) console.log(`  ${one}`);
  const all = Object.values(done).every(({ times, found }) => times > 0 && times === found);
  const wrong = undetected.length + served.length + told.length + unavailable.length;
  return verdict(trials > 0 && detected === trials && all && wrong === 0 && fewestCases >= families - 1);
};
