import { carryForward, computeAnswer, earlierAnswers, formOf, keyOf, questionsOf } from '#engine';
import type { Case, FormQuestion, Version } from '#engine';
import type { Shows } from './example.ts';
import type { Standing } from './standing.ts';

/** Compares what the form of an open step shows of what is known with what an example expects of it. */
export function checkShown(version: Version, kase: Case, standing: Standing, shows: Shows): string[] {
  const { step, question: id, child, ...parts } = shows;
  const name = `${step} ${keyOf(id, child)}`;
  const task = kase.tasks.find((one) => one.step === step && (!child || one.children.includes(child)));
  if (!task) return [`${step} is not open${child ? ` for ${child}` : ''}`];
  const question = questionsOf(formOf(version, task.form)).find((one) => one.id === id);
  if (!question) return [`the form of ${step} has no question ${id}`];
  const seen = seenAt(version, kase, standing, question, task.children, child);
  return Object.entries(parts).flatMap(([part, wanted]) => {
    const [got, want] = [JSON.stringify(seen[part]), JSON.stringify(wanted)];
    return got === want ? [] : [`${name} shows ${part} ${got ?? 'nothing'}, expected ${want}`];
  });
}

function seenAt(
  version: Version,
  kase: Case,
  { records, rows, now }: Standing,
  question: FormQuestion,
  children: string[],
  child: string | undefined,
): Record<string, unknown> {
  const about = kase.children.find((one) => one.id === (child ?? children[0]));
  const says = computeAnswer(question, {
    child: about?.id ?? '',
    ...(about?.born ? { born: about.born } : {}),
    ...(about?.expected ? { expected: about.expected } : {}),
    ...{ happenings: kase.happenings, clocks: kase.clocks, known: kase.known },
    ...{ timescales: version.timescales, calendar: version.calendar, now },
  });
  const form = Object.values(version.forms).find((one) => questionsOf(one).includes(question));
  const earlier = earlierAnswers(records, version.forms);
  const offers = form ? carryForward({ form, children, earlier, rows, records }) : {};
  const offer = offers[keyOf(question.id, child)];
  return {
    ...{ says, filled: offer?.filled?.value, waiting: offer?.waiting },
    ...{ beside: offer?.beside.length, rows: offer?.rows?.length },
  };
}
