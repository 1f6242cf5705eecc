import { headed, labelOf, type Making, type Parts } from '../making.ts';
import { ownWords } from '../wording.ts';

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
