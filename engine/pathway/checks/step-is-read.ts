import type { Finding, Form } from '../../contracts/index.ts';
import { called, steps } from '../graph.ts';
import { questionsOf } from './asked.ts';
import { conditions } from './conditions.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** What a step records is read by somebody: in an output, by a question of the drawing, or as a fact. */
export function stepIsRead(drawing: Drawing): Finding[] {
  const decided = new Set(conditions(drawing).flatMap((condition) => condition.reads));
  const printed = new Set((drawing.outputs ?? []).map((output) => output.form));
  return steps(drawing.pathway)
    .filter(({ element }) => {
      const form = drawing.forms[element.form ?? ''];
      return form && !printed.has(form.id) && !isRead(form, decided);
    })
    .map(({ element }) =>
      finding(
        'step-is-read',
        'advice',
        element,
        `Nobody reads what ${called(element)} records. Say who does, or leave the step out.`,
      ),
    );
}

const isRead = (form: Form, decided: Set<string>): boolean =>
  form.facts.length > 0 ||
  questionsOf(form).some(
    (question) => (question.readBy ?? []).length > 0 || decided.has(question.term ?? ''),
  );
