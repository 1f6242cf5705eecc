import { storeIn, temporaryFolder } from '../../server/support/temporary-store.ts';
import { modelEngine } from '../engine-model.ts';
import { modelStore } from '../store-model.ts';
import { verdict } from '../verdict.ts';
import type { Prove, Verdict } from '../verdict.ts';

/** Store and engine do what plain models of them say, whatever commands come. */
export const prove: Prove = async ([runs = '10000', seed]) => {
  const seeded = seed === undefined ? undefined : Number(seed);
  const folder = temporaryFolder();
  try {
    const store = await modelStore({ open: async () => storeIn(folder.path) }, Number(runs), seeded);
    console.log(
      `A13: store: ${String(store.runs)} runs, ${String(store.commands)} commands as the model says`,
    );
    const { runs: walked, done, refused, kinds } = await modelEngine(Number(runs), seeded);
    const each = Object.entries(kinds).map(([kind, times]) => `${kind} ${String(times)}`);
    console.log(
      `A13: engine: ${String(walked)} runs, ${String(done)} commands carried out (${each.join(', ')}), ${String(refused)} refused: everything hangs together after each`,
    );
    return verdict(store.runs >= Number(runs) && walked >= Number(runs) && done > 0);
  } catch (fault) {
    return tell(fault);
  } finally {
    folder.remove();
  }
};

function tell(fault: unknown): Verdict {
  console.log(`A13: ${String(fault)}`);
  if (fault instanceof Error && fault.cause) console.log(String(fault.cause));
  return 'fails';
}
