import { headed, labelOf, rowsFor, type Making, type Parts } from '../making.ts';
import { ownWords } from '../wording.ts';
import { chosen, rowsShown } from './rows.ts';

/** Whom the document is about, with the day each was born or is due. */
export function people(making: Making, label: string = ownWords.about): Parts {
  const { words, children } = making;
  const caption = labelOf(making, label);
  const rows = children.map(({ name, born, expected }) => {
    const due = expected === undefined ? '' : `${words.say(ownWords.due)} ${words.day(expected)}`;
    return [name, born === undefined ? due : words.day(born)];
  });
  const head = [words.say(ownWords.name), words.say(ownWords.dateOfBirth)];
  return [...headed(making, caption), { kind: 'table', caption, head, rows }];
}

/** Who is around the children: what the drawn family tree says, in words. */
export function genogram(making: Making, { alt, label }: { alt: string; label?: string }): Parts {
  const block = making.source.blocks.find(({ part }) => part === 'network');
  if (!block) return [];
  const rows = rowsFor(making, making.source.living[block.id] ?? []);
  const first = block.columns.slice(0, 4).map(({ id }) => id);
  return rowsShown(making, rows, chosen(block.columns, first), label ?? alt);
}
