import type { Finding } from '../../contracts/index.ts';
import { called, elementOf, outgoing, reachable } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** From everything drawn a line leads on, and some way leads to an end. */
export function everyPathEnds({ pathway }: Drawing): Finding[] {
  return pathway.processes.flatMap((process) =>
    process.elements.flatMap((element) => {
      if (['end', 'terminate', 'note', 'refused'].includes(element.kind)) return [];
      if (outgoing(process, element.id).length === 0) {
        return [
          finding(
            'every-path-ends',
            'error',
            element,
            `Nothing comes after ${called(element)}. Lead it on, or to an end.`,
          ),
        ];
      }
      const ends = [...reachable(process, element.id)].some((id) =>
        ['end', 'terminate'].includes(elementOf(process, id)?.kind ?? ''),
      );
      if (ends) return [];
      return [
        finding(
          'every-path-ends',
          'error',
          element,
          `No way leads from ${called(element)} to an end. Draw one.`,
        ),
      ];
    }),
  );
}
