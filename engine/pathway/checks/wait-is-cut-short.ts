import type { Finding } from '../../contracts/index.ts';
import { called, elementOf, incoming, outgoing } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** A wait has two or more things that may end it, each an event that follows it directly and nothing else. */
export function waitIsCutShort({ pathway }: Drawing): Finding[] {
  return pathway.processes.flatMap((process) =>
    process.elements
      .filter((element) => element.kind === 'wait')
      .flatMap((wait) => {
        const ways = outgoing(process, wait.id);
        const wrong = ways.filter((flow) => {
          const kind = elementOf(process, flow.to)?.kind;
          return (
            (kind !== 'message-catch' && kind !== 'timer-catch') || incoming(process, flow.to).length > 1
          );
        });
        const found = wrong.map((flow) =>
          finding(
            'wait-is-cut-short',
            'error',
            wait,
            `${called(wait)} leads to “${flow.to}”. Lead it only to a message or a timescale that nothing else leads to.`,
          ),
        );
        if (ways.length > 1) return found;
        return [
          ...found,
          finding(
            'wait-is-cut-short',
            'error',
            wait,
            `${called(wait)} waits for one thing only. Draw that event alone.`,
          ),
        ];
      }),
  );
}
