import type { Finding } from '../../contracts/index.ts';
import { called } from '../graph.ts';
import { questionsOf } from './asked.ts';
import { conditions } from './conditions.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** `term = "answer"` and `term in ("a", "b")`; whatever else a condition says is not looked into. */
const compared = /\b([A-Za-z]\w*)\s*(?:!?=\s*"([^"]*)"|in\s*[([]([^)\]]*)[)\]])/g;

/** An answer that a condition waits for is one that can be given: it stands in the term's list of codes. */
export function conditionsNameKnownAnswers(drawing: Drawing): Finding[] {
  return conditions(drawing).flatMap(({ question, flow, text }) =>
    [...text.matchAll(compared)].flatMap(([, term = '', one, several]) => {
      const codes = codesOf(drawing, term);
      if (!codes) return [];
      const answers =
        one === undefined ? [...(several ?? '').matchAll(/"([^"]*)"/g)].map((hit) => hit[1] ?? '') : [one];
      return answers
        .filter((answer) => !codes.has(answer))
        .map((answer) =>
          finding(
            'conditions-name-known-answers',
            'error',
            flow,
            `“${flow.name}” of ${called(question)} waits for “${answer}”, which is no answer to “${term}”. ` +
              `Use one of: ${[...codes].join(', ')}.`,
          ),
        );
    }),
  );
}

function codesOf({ dictionary, forms }: Drawing, id: string): Set<string> | null {
  const term = dictionary.terms.find((entry) => entry.id === id);
  const list = dictionary.codeLists.find((entry) => entry.id === term?.codes);
  if (list) return new Set(list.codes.map((code) => code.value));
  const own = Object.values(forms)
    .flatMap(questionsOf)
    .flatMap((question) => (question.term === id ? (question.options ?? []) : []));
  return own.length === 0 ? null : new Set(own.map((option) => option.value));
}
