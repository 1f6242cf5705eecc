import type { CodeList, Column, ScalingView, ScoreSeries, ScoresAbout } from '#engine/browser';
import { form } from '../../words/form.ts';
import { sayList } from '../../words/lists.ts';
import { practice as words } from '../../words-office/practice.ts';

/** What the words of scores need: names of children, codes of who gives a number, what the ends mean. */
export interface ScoreWords {
  view: ScalingView;
  columns: readonly Column[];
  codeLists: readonly CodeList[];
  children: readonly { id: string; name: string }[];
  /** whoever else may be named; absent: the children alone */
  people?: readonly { id: string; name: string }[];
}

/** Who gave a number, and for whom where that is not everybody. */
export function sayRater(series: ScoreSeries, about: ScoreWords): string {
  const who = words.alone(raterSays(series.rater, about), series.name);
  const all = about.children.every(({ id }) => series.children.includes(id));
  return all || series.children.length === 0 ? who : `${who} (${sayFor(series, about)})`;
}

/** The children a number is for. */
export function sayFor(series: ScoreSeries, { children, people = children }: ScoreWords): string {
  const nameOf = (id: string): string => people.find((one) => one.id === id)?.name ?? form.unknownPerson;
  return sayList(series.children.map(nameOf));
}

/** How everybody's number moved, in a sentence. */
export function sayMoves({ series }: ScoresAbout, about: ScoreWords): string {
  const said = series.map((one) => {
    const [first, last] = [one.scores[0], one.scores.at(-1)];
    const who = sayRater(one, about);
    if (!first || !last) return who;
    return one.scores.length === 1 ? words.gave(who, last.score) : words.moved(who, first.score, last.score);
  });
  return said.join('; ');
}

/** What the lowest and the highest number mean. */
export function endsOf({ view, columns }: ScoreWords): { zero: string; ten: string } {
  const column = columns.find(({ id }) => id === view.score);
  return { zero: column?.zero ?? '', ten: column?.ten ?? '' };
}

function raterSays(code: string, { view, columns, codeLists }: ScoreWords): string {
  const column = columns.find(({ id }) => id === view.rater);
  const list = codeLists.find(({ id }) => id === column?.codes)?.codes ?? column?.options ?? [];
  return list.find(({ value }) => value === code)?.label ?? code;
}
