import type { Column, OutputPart } from '../../contracts/index.ts';
import { shownColumns } from '../../forms/browser.ts';
import { headed, labelOf, questionOf, type Making, type Parts, type Row } from '../making.ts';
import { rowsFor } from '../rows-for.ts';
import { sayValue } from '../say-value.ts';
import { ownWords } from '../wording.ts';
import { rowsAnswered } from './rows.ts';

type Scale = OutputPart & { kind: 'scale' };

/** Numbers from 0 to 10 as a picture and its table: of each who gave one, for the same thing, the latest. */
export function scale(making: Making, part: Scale): Parts {
  const { rows, columns } = rowsOf(making, part);
  const asked = columns.find(({ id }) => id === part.score);
  if (!asked) return [];
  const named = columns.filter(({ id }) => part.who.includes(id));
  const about = columns.filter(({ type }) => type === 'children' || type === 'number');
  const latest = new Map<string, Row>();
  for (const row of rows) {
    if (typeof row[part.score] !== 'number') continue;
    const key = JSON.stringify([...named, ...about].map(({ id }) => row[id]));
    // the latest stands where it was given, after what has not moved since
    latest.delete(key);
    latest.set(key, row);
  }
  const scores = [...latest.values()].map((row) => ({
    who: inWords(making, named, row).join(', '),
    score: row[part.score] as number,
    says: inWords(
      making,
      columns.filter(({ id }) => part.say?.includes(id)),
      row,
    ).join('\n'),
  }));
  if (scores.length === 0) return [];
  const { words } = making;
  const caption = labelOf(making, part.label);
  const alt = `${caption}: ${scores.map(({ who, score }) => `${who} ${String(score)}`).join(', ')}`;
  const head: [string, string, string] = [
    words.say(ownWords.who),
    words.say(ownWords.number),
    words.say(ownWords.why),
  ];
  const ends = { zero: words.fill(asked.zero ?? ''), ten: words.fill(asked.ten ?? '') };
  return [...headed(making, caption), { kind: 'scale', caption, ...ends, alt, scores, head }];
}

function rowsOf(making: Making, { block, question: id }: Scale): { rows: Row[]; columns: Column[] } {
  const question = id === undefined ? undefined : questionOf(making, id);
  if (question) {
    return { rows: rowsAnswered(making, question), columns: shownColumns(question, making.source.blocks) };
  }
  const shared = making.source.blocks.find((one) => one.id === block);
  if (!shared) return { rows: [], columns: [] };
  return { rows: rowsFor(making, making.source.living[shared.id] ?? [], shared), columns: shared.columns };
}

function inWords({ source, words }: Making, columns: Column[], row: Row): string[] {
  return columns.map((column) => sayValue(column, row[column.id], source, words)).filter(Boolean);
}
