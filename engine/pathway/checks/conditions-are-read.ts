import type { Finding } from '../../contracts/index.ts';
import { called, elementOf, outgoing, splits } from '../graph.ts';
import { conditions } from './conditions.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** Each way out of a question but the default has a condition that can be read; ways out of anything else have none. */
export function conditionsAreRead(drawing: Drawing): Finding[] {
  const unread = conditions(drawing)
    .filter(({ wrong }) => wrong !== undefined)
    .map(({ question, flow, text, wrong }) =>
      finding(
        'conditions-are-read',
        'error',
        flow,
        `The condition “${shortened(text)}” on “${flow.name}” of ${called(question)} ${wrong ?? ''} Write it as: term = "answer".`,
      ),
    );
  return [...unread, ...missing(drawing), ...misplaced(drawing)];
}

/** A condition from elsewhere may be as long as a book. */
const shortened = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)} …` : text);

const missing = ({ pathway }: Drawing): Finding[] =>
  pathway.processes.flatMap((process) =>
    splits(process).flatMap((question) =>
      outgoing(process, question.id)
        .filter((flow) => !flow.isDefault && flow.condition === undefined)
        .map((flow) =>
          finding(
            'conditions-are-read',
            'error',
            flow,
            `“${flow.name || flow.to}” of ${called(question)} has no condition. Say which answer takes it.`,
          ),
        ),
    ),
  );

const misplaced = ({ pathway }: Drawing): Finding[] =>
  pathway.processes.flatMap((process) => {
    const asking = new Set(splits(process).map((element) => element.id));
    return process.flows
      .filter((flow) => flow.condition !== undefined && !asking.has(flow.from))
      .map((flow) => {
        const from = elementOf(process, flow.from);
        const name = from ? called(from) : flow.from;
        return finding(
          'conditions-are-read',
          'error',
          flow,
          `The line after ${name} has a condition, but no question is asked there. Draw a question after it.`,
        );
      });
  });
