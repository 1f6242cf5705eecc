import type { Finding } from '../../contracts/index.ts';
import { called, outgoing, splits } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** A question always has an answer: one way is taken when no condition holds, and that way has none itself. */
export function questionHasDefault({ pathway }: Drawing): Finding[] {
  return pathway.processes.flatMap((process) =>
    splits(process).flatMap((element) => {
      const usual = outgoing(process, element.id).find((flow) => flow.isDefault);
      if (!usual) {
        return [
          finding(
            'question-has-default',
            'error',
            element,
            `${called(element)} has no default. Say which way is taken when no other answer fits.`,
          ),
        ];
      }
      if (usual.condition === undefined) return [];
      return [
        finding(
          'question-has-default',
          'error',
          usual,
          `The default way “${usual.name}” of ${called(element)} has a condition. Remove it.`,
        ),
      ];
    }),
  );
}
