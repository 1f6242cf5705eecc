import type { Finding } from '../../contracts/index.ts';
import { called, outgoing, splits } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** Each way on from a question carries the answer that takes it, and no two carry the same. */
export function branchesHaveNames({ pathway }: Drawing): Finding[] {
  return pathway.processes.flatMap((process) =>
    splits(process).flatMap((element) => {
      const ways = outgoing(process, element.id);
      return ways
        .filter((flow, i) => flow.name === '' || ways.findIndex((other) => other.name === flow.name) !== i)
        .map((flow) =>
          finding(
            'branches-have-names',
            'error',
            flow,
            flow.name === ''
              ? `A way on from ${called(element)} has no answer on it. Name it.`
              : `Two ways on from ${called(element)} are called “${flow.name}”. Name each by its own answer.`,
          ),
        );
    }),
  );
}
