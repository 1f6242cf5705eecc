import type { Finding } from '../../contracts/index.ts';
import { elementOf } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** Both ends of a line lie in the stage it is drawn in. */
export function flowStaysInStage({ pathway }: Drawing): Finding[] {
  return pathway.processes.flatMap((process) =>
    process.flows
      .filter((flow) => !elementOf(process, flow.from) || !elementOf(process, flow.to))
      .map((flow) =>
        finding(
          'flow-stays-in-stage',
          'error',
          flow,
          `The line from “${flow.from}” to “${flow.to}” crosses the border of “${process.name || process.id}”. ` +
            'End the stage there, and lead on from the stage itself.',
        ),
      ),
  );
}
