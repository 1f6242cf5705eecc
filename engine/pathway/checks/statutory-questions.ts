import type { Finding } from '../../contracts/index.ts';
import type { Drawing } from './drawing.ts';
import { formsInUse } from './needed-facts-are-recorded.ts';
import { finding } from './finding.ts';

/** What the law asks to be recorded is asked by some form on the drawing. */
export function statutoryQuestions(drawing: Drawing): Finding[] {
  const asked = new Set(
    formsInUse(drawing).flatMap((form) =>
      form.layout.flatMap((section) => section.questions.map((question) => question.term)),
    ),
  );
  return (drawing.statutory?.questions ?? [])
    .filter(({ term }) => !asked.has(term))
    .map((law) =>
      finding(
        'statutory-questions',
        law.setAside ? 'warning' : 'error',
        null,
        `No form on the drawing asks “${law.name}” (term “${law.term}”). ` +
          (law.setAside
            ? `It was set aside by ${law.setAside.by} on ${law.setAside.on}: ${law.setAside.reason}`
            : `The law asks for it (${law.source}): ask it, or have a named authoriser set it aside.`),
      ),
    );
}
