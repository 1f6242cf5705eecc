import type { Finding } from '../../contracts/index.ts';
import { called, outgoing, splits } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** Where the way splits, the drawing says which question decides. */
export function questionHasName({ pathway }: Drawing): Finding[] {
  return pathway.processes.flatMap((process) =>
    splits(process)
      .filter((element) => !element.name.endsWith('?'))
      .map((element) => {
        const ways = outgoing(process, element.id).map((flow) => flow.name || flow.to);
        return finding(
          'question-has-name',
          'error',
          element,
          `${called(element)} splits the way (${ways.join(', ')}) without a question. ` +
            'Name it as the question that is answered, with a question mark.',
        );
      }),
  );
}
