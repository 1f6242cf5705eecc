import { openFrozen } from '../frozen-cases.ts';
import { verdict } from '../verdict.ts';
import type { Prove } from '../verdict.ts';

/** A case that a released version stored opens today, with the same open steps, and moves to the current version. */
export const prove: Prove = async () => {
  const { versions, same, earlier, moved, wrong } = await openFrozen();
  const each = Object.entries(versions).map(([version, cases]) => `${version} ${String(cases)}`);
  const all = Object.values(versions).reduce((sum, cases) => sum + cases, 0);
  console.log(
    `A14: ${String(all)} frozen cases of ${String(each.length)} versions (${each.join(', ')}): ${String(same)} open with the same steps; ` +
      `${String(moved)} of ${String(earlier)} of earlier versions moved to the current one`,
  );
  for (const one of wrong.slice(0, 5)) console.log(`  ${one}`);
  return verdict(all > 0 && earlier > 0 && same === all && moved === earlier && wrong.length === 0);
};
