import { failDisk } from '../fail-disk.ts';
import { builtPreload } from '../preload/build.ts';
import { untried, verdict } from '../verdict.ts';
import type { Prove } from '../verdict.ts';

/** Each call to the disk fails once on the way through a whole pathway: no failed write is acknowledged. */
export const prove: Prove = async ([every = '1', writes = '60']) => {
  const library = builtPreload('fault');
  if (!library) return untried('A3', 'there is no cc to build the disk that fails.');
  const { faults, calls, acknowledged, failed, wrong, unclean } = await failDisk({
    ...{ library, every: Number(every), writes: Number(writes) },
  });
  const which = Object.entries(calls).map(([call, times]) => `${call} ${String(times)}`);
  console.log(
    `A3: an input/output error at ${every === '1' ? 'each' : `every ${every}th`} of ${String(faults * Number(every))} steps (${which.join(', ')}): ` +
      `${String(acknowledged)} acknowledged, ${String(failed)} refused and sent again, ${String(wrong.length)} wrong, ${String(unclean.length)} stores not clean`,
  );
  for (const one of [...wrong, ...unclean].slice(0, 8)) console.log(`  ${one}`);
  return verdict(faults > 0 && wrong.length + unclean.length === 0);
};
