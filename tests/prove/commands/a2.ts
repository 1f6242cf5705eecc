import { cutPower } from '../power-cut.ts';
import type { PowerCuts } from '../power-cut.ts';
import { builtPreload } from '../preload/build.ts';
import { untried, verdict } from '../verdict.ts';
import type { Prove } from '../verdict.ts';

/** Only synced bytes outlive a power cut: nothing acknowledged is lost, and a store that syncs less does lose some. */
export const prove: Prove = async ([cuts = '30', most = '2000']) => {
  const library = builtPreload('power');
  if (!library) return untried('A2', 'there is no cc to build the disk that keeps only what was synced.');
  const sizes = { library, most: Number(most), seed: 2 };
  const full = await cutPower({ ...sizes, cuts: Number(cuts), synchronous: 'full' });
  const normal = await cutPower({ ...sizes, cuts: Math.ceil(Number(cuts) / 4), synchronous: 'normal' });
  tell('synchronous=FULL', full);
  tell('the control with synchronous=NORMAL', normal);
  if (normal.lost === 0) console.log('A2: void: the control lost nothing, so that this proves nothing');
  return verdict(full.acknowledged > 0 && full.lost === 0 && full.findings.length === 0 && normal.lost > 0);
};

function tell(what: string, { cuts, acknowledged, lost, findings }: PowerCuts): void {
  console.log(
    `A2: ${what}: ${String(cuts)} power cuts, ${String(acknowledged)} acknowledged, ${String(lost)} lost, ` +
      `${String(findings.length)} findings of the store`,
  );
  for (const finding of findings.slice(0, 3)) console.log(`  ${finding}`);
}
