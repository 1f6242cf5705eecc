import type { Finding } from '../../contracts/index.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** More than this can't be taken in at a glance. */
const most = 12;

/** A stage holds at most twelve things. The main process is the map of the stages and is not counted. */
export function stageIsSmall({ pathway }: Drawing): Finding[] {
  return pathway.processes.flatMap((process) => {
    const held = process.elements.filter(
      ({ kind }) => !['note', 'start', 'end', 'terminate'].includes(kind),
    ).length;
    if (process.kind === 'main' || held <= most) return [];
    return [
      finding(
        'stage-is-small',
        'warning',
        process,
        `“${process.name || process.id}” holds ${held} elements. Split it, so that no stage holds more than ${most}.`,
      ),
    ];
  });
}
