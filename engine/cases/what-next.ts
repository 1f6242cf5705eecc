import type { Answers, Case, FormQuestion, Task, Version } from '../contracts/index.ts';
import { carryOut } from './complete-task.ts';
import { decidingTerms } from './deciding.ts';
import { elementAt, formOf } from './elements.ts';
import type { Act } from './working.ts';

/** What completing a task would do for one child. */
export interface Next {
  child: string;
  /** steps that would open for the child, as ids of the drawing */
  opens: string[];
  /** the end reached, when the child's way through the process ends */
  ends?: string;
}

/** Looks ahead: what happens for each child if the task is completed with these answers, finished or not. */
export function whatNext(version: Version, kase: Case, task: Task, answers: Answers, act: Act): Next[] {
  const form = formOf(version, task.form);
  const command = { ...act, answers, children: task.children };
  const { case: after, history } = carryOut(version, kase, command, task, form);
  const before = new Set(kase.tasks.flatMap((one) => one.children.map((child) => `${child} ${one.id}`)));
  return task.children.map((child) => {
    const opens = after.tasks
      .filter((one) => one.children.includes(child) && !before.has(`${child} ${one.id}`))
      .map((one) => one.step);
    const end = history.find((entry) => entry.kind === 'episode-closed' && entry.children.includes(child));
    const ends = end?.about['end'];
    return { child, opens, ...(typeof ends === 'string' ? { ends: nameOf(version, ends) } : {}) };
  });
}

/** For each question that decides the way, and each of its options, what would happen next. */
export function whatNextByChoice(
  version: Version,
  kase: Case,
  task: Task,
  answers: Answers,
  act: Act,
): Record<string, Record<string, Next[]>> {
  const deciding = decidingQuestions(version, task);
  return Object.fromEntries(
    deciding.map((question) => [
      question.id,
      Object.fromEntries(
        optionsOf(version, question).map((value) => [
          value,
          whatNext(version, kase, task, choose(answers, question, value, task.children), act),
        ]),
      ),
    ]),
  );
}

export function decidingQuestions(version: Version, task: Task): FormQuestion[] {
  const terms = decidingTerms(version.pathway);
  return formOf(version, task.form)
    .layout.flatMap((section) => section.questions)
    .filter((question) => question.type === 'radios' && question.term && terms.has(question.term));
}

function choose(answers: Answers, question: FormQuestion, value: string, children: string[]): Answers {
  const copy = structuredClone(answers);
  if (question.per === 'family') copy.answers[question.id] = value;
  else for (const child of children) (copy.perChild[child] ??= {})[question.id] = value;
  return copy;
}

function optionsOf(version: Version, question: FormQuestion): string[] {
  if (question.options) return question.options.map((option) => option.value);
  const list = version.dictionary.codeLists.find((one) => one.id === question.codes);
  const values = list?.codes.map((code) => code.value) ?? [];
  return question.only ? values.filter((value) => question.only?.includes(value)) : values;
}

function nameOf(version: Version, id: string): string {
  return elementAt(version.pathway, id)?.name ?? id;
}
