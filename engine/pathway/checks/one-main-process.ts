import type { Finding } from '../../contracts/index.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** One process is the pathway; any other is a strand that a message starts, or a stage that is called. */
export function oneMainProcess({ pathway }: Drawing): Finding[] {
  const mains = pathway.processes.filter((process) => process.kind === 'main');
  if (mains.length === 0) {
    return [
      finding(
        'one-main-process',
        'error',
        null,
        'No process starts plainly: draw the one a new case begins with.',
      ),
    ];
  }
  return mains
    .slice(1)
    .map((process) =>
      finding(
        'one-main-process',
        'error',
        process,
        `“${process.name || process.id}” is never started. Start it with a message as a strand, or call it from a stage.`,
      ),
    );
}
