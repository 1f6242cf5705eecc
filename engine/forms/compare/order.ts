import type { Form, FormQuestion } from '../../contracts/index.ts';
import type { FormChange } from './change.ts';
import { asked, quoted } from './words.ts';

/** Questions that now stand elsewhere: in another section, or after another question. As few as tell the whole of it. */
export function order(before: Form, after: Form): FormChange[] {
  const say = (question: string, sentence: string): FormChange => ({
    ...{ kind: 'order', form: after.id, question, sentence },
  });
  const sections = placesOf(before);
  return after.layout.flatMap((section) => {
    const stayed = section.questions.filter(({ id }) => sections.get(id)?.section.id === section.id);
    const still = new Set(
      inOrder(stayed.map(({ id }) => sections.get(id)?.at ?? 0)).map((at) => stayed[at]?.id),
    );
    return section.questions.flatMap((question, at): FormChange[] => {
      const was = sections.get(question.id);
      if (!was) return [];
      if (was.section.id !== section.id) {
        // a section that only has another id is the same to whoever reads it
        if (was.section.title === section.title) return [];
        const [to, from] = [quoted(section.title), quoted(was.section.title)];
        return [say(question.id, `${asked(question)} is now asked in the section ${to} (before: ${from}).`)];
      }
      if (still.has(question.id)) return [];
      const previous = section.questions[at - 1];
      return [
        say(
          question.id,
          `${asked(question)} is now asked ${behind(previous)} (before: ${behind(was.previous)}).`,
        ),
      ];
    });
  });
}

const behind = (question: FormQuestion | undefined): string =>
  question ? `after ${asked(question)}` : 'first in its section';

interface Place {
  section: Form['layout'][number];
  at: number;
  previous: FormQuestion | undefined;
}

function placesOf({ layout }: Form): Map<string, Place> {
  return new Map(
    layout.flatMap((section) =>
      section.questions.map(
        (question, at) => [question.id, { section, at, previous: section.questions[at - 1] }] as const,
      ),
    ),
  );
}

/** Positions of the longest part of a row that is in rising order: what need not be said to have moved. */
function inOrder(row: number[]): number[] {
  const best: number[][] = [];
  row.forEach((value, at) => {
    const before = best.filter((chain) => (row[chain.at(-1) ?? 0] ?? 0) < value);
    const longest = before.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []);
    best.push([...longest, at]);
  });
  return best.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []);
}
