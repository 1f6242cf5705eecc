import { readFileSync } from 'node:fs';
import { checkAnswers } from '#engine';
import type { Block, Dictionary, Form } from '#engine';

const folder = 'processes/child-protection/2-redesigned';
const read = (file: string): unknown => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
const dictionary = read('dictionary.json') as Dictionary;
const { blocks } = read('practice.json') as { blocks: Block[] };
const forms = new Map<string, Form>();

export const TODAY = '2026-11-23';

/** One child's completed form, by question; `context` is what is known of the child besides. */
export interface Written {
  answers: Record<string, unknown>;
  unborn?: boolean;
  context?: Record<string, unknown>;
}

/** A shipped form as it lies in the version's folder. */
export function formOf(id: string): Form {
  const form = forms.get(id) ?? (read(`forms/${id}.json`) as Form);
  forms.set(id, form);
  return form;
}

/** The ids of the form's rules that these answers break, for one child `c1`, as completing the form would say. */
export function brokenRules(id: string, { answers, unborn = false, context = {} }: Written): string[] {
  const form = formOf(id);
  const questions = form.layout.flatMap((section) => section.questions);
  const perChild = new Set(questions.filter(({ per }) => per === 'child').map((question) => question.id));
  const entries = Object.entries(answers);
  const found = checkAnswers({
    ...{ form, dictionary, blocks, purpose: 'complete' },
    answers: {
      answers: Object.fromEntries(entries.filter(([question]) => !perChild.has(question))),
      perChild: { c1: Object.fromEntries(entries.filter(([question]) => perChild.has(question))) },
    },
    children: [{ id: 'c1', unborn, context: { known: {}, facts: {}, today: TODAY, ...context } }],
  });
  return found.flatMap(({ check }) => (check.startsWith('rule:') ? [check.slice('rule:'.length)] : []));
}
