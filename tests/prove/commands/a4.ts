import { fillDisk } from '../disk-full.ts';
import { smallDisk } from '../small-disk.ts';
import { untried, verdict } from '../verdict.ts';
import type { Prove } from '../verdict.ts';

/** milliseconds within which a write must be refused */
const soon = 1000;

/** A full disk: writes are refused at once, reads go on, nothing is lost, and there is no restart. */
export const prove: Prove = async ([steps = '30', disk = 'mounted']) => {
  const small = smallDisk(disk === 'mounted');
  if (!small) return untried('A4', 'no small file system may be mounted, and there is no cc to pretend one.');
  try {
    const found = await fillDisk(small, Number(steps));
    const { acknowledged, refused, slowest, reads, unread, recovered, lost, surprises, findings } = found;
    console.log(
      `A4: ${small.kind} filled up: ${String(acknowledged)} acknowledged, ${String(refused)} refused, the slowest in ${slowest.toFixed(0)} ms; ` +
        `${String(reads)} pages read meanwhile, ${String(unread.length)} not; ${recovered ? 'went on by itself' : 'did NOT go on by itself'}; ` +
        `${String(lost)} lost, ${String(surprises.length)} surprises, ${String(findings)} findings of the store`,
    );
    for (const one of [...unread, ...surprises].slice(0, 5)) console.log(`  ${one}`);
    const wrong = unread.length + surprises.length + lost + findings;
    return verdict(refused > 0 && reads > 0 && slowest <= soon && recovered && wrong === 0);
  } finally {
    small.remove();
  }
};
