import type { Genogram, GenogramPerson, OutputPart, PersonDrawn } from '../../contracts/index.ts';
import { shownColumns } from '../../forms/browser.ts';
import { genogramOf } from '../../practice/index.ts';
import { plainOf } from '../as-written.ts';
import { cleaned } from '../cleaned.ts';
import { headed, labelOf, questionOf, type Making, type Parts, type Row } from '../making.ts';
import { rowsFor } from '../rows-for.ts';
import { ownWords } from '../wording.ts';
import { chosen, rowsAnswered, rowsShown } from './rows.ts';

type Part = OutputPart & { kind: 'genogram' };

/** Who is around the children: drawn, and in words. Without a way to draw it, or nobody to draw, the words alone. */
export function genogram(making: Making, part: Part): Parts {
  const question = part.question === undefined ? undefined : questionOf(making, part.question);
  const block = making.source.blocks.find(({ id, part: of }) =>
    making.source.network ? id === making.source.network.block : of === 'network',
  );
  if (!block) return [];
  const rows = question
    ? rowsAnswered(making, question)
    : rowsFor(making, making.source.living[block.id] ?? [], block);
  const columns = question ? shownColumns(question, making.source.blocks) : block.columns;
  const first = columns.slice(0, 4).map(({ id }) => id);
  const label = part.label ?? question?.label ?? part.alt;
  const shown = rowsShown(making, rows, chosen(columns, part.columns ?? first), label);
  const family = drawnFrom(making, rows.map(cleanRow));
  if (!family) return shown;
  const caption = labelOf(making, label);
  const [heading, ...table] = shown.length > 0 ? shown : headed(making, caption);
  const drawing: Parts[number] = {
    ...{ kind: 'genogram', family, caption, alt: altOf(making, labelOf(making, part.alt), family) },
    ...{ says: plainOf(making.words.say(ownWords.home)), dates: datesOf(making, family.people) },
  };
  const key: Parts[number] = { kind: 'paragraph', text: making.words.say(ownWords.key) };
  return [...(heading ? [heading] : []), drawing, key, ...table];
}

const cleanRow = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([id, value]) => [id, typeof value === 'string' ? cleaned(value) : value]),
  );

function drawnFrom({ source, children }: Making, rows: Row[]): Genogram | undefined {
  const { network, people, siblings = source.children.map(({ id }) => id) } = source;
  if (!network || rows.length === 0) return undefined;
  const all: PersonDrawn[] = [...people, ...source.children.filter(({ id }) => !isIn(people, id))];
  const shown = children.map(({ id }) => id);
  const family = genogramOf(rows, all, [...new Set([...siblings, ...shown])], network, shown);
  return family.people.length > shown.length ? family : undefined;
}

const isIn = (people: { id: string }[], id: string): boolean => people.some((one) => one.id === id);

/** What the lines say, in a sentence each; the table beside the drawing says the rest. */
function altOf({ words }: Making, alt: string, { people, unions, partners, above }: Genogram): string {
  const called = (id: string): string => {
    const person = people.find((one) => one.id === id);
    return person?.called ?? person?.name ?? '';
  };
  const names = (ids: string[]): string => words.list(ids.map(called));
  const says = (text: string, of: string[], who: string[]): string =>
    words.say(text).replace('[child]', () => names(of)).replace('[name]', () => names(who)); // prettier-ignore
  const lines = [
    ...unions.map(({ parents, children }) => says(ownWords.parents, children, parents)),
    ...above.map(({ from, to }) => says(ownWords.parents, [to], [from])),
    ...partners.map(({ from, to }) => says(ownWords.partners, [to], [from])),
  ];
  return [alt.replace(/[.\s]+$/, ''), ...lines].join('. ');
}

/** Years, or when a child is due, in the document's language. */
function datesOf({ words }: Making, people: GenogramPerson[]): Record<string, string> {
  const all = people.map(({ id, born, died, expected, unborn }): [string, string] => {
    if (unborn && expected) return [id, plainOf(`${words.say(ownWords.due)} ${words.day(expected)}`)];
    return [id, [born?.slice(0, 4) ?? '', ...(died ? [died.slice(0, 4)] : [])].join('–')];
  });
  return Object.fromEntries(all.filter(([, text]) => text !== ''));
}
