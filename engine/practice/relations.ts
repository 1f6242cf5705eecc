import type { NetworkView, RelationWord } from '../contracts/index.ts';

/** A child as relationships name them. */
export interface NamedChild {
  id: string;
  /** every name they go by */
  names: readonly string[];
  unborn: boolean;
}

/** What somebody is to one child, as far as the words say it. */
export interface Relation {
  child: string;
  word: RelationWord;
}

/**
 * What the words of a relationship say of each child: 'Father of Tom; stepfather of Ella'. A part that names no child is
 * about those whom no other part names; of two things said of one child the first counts. Words that are in no list say
 * nothing here: nobody is drawn as what nobody wrote.
 */
export function relationsIn(
  text: string,
  children: readonly NamedChild[],
  view: Pick<NetworkView, 'relations' | 'unborn'>,
): Relation[] {
  const parts = plain(text)
    .split(';')
    .map((part) => ({
      word: wordIn(part, view.relations),
      named: children.filter((child) => isNamed(part, child, view.unborn)).map(({ id }) => id),
    }));
  const named = new Set(parts.flatMap((part) => part.named));
  const rest = children.filter(({ id }) => !named.has(id)).map(({ id }) => id);
  const found = new Map<string, RelationWord>();
  for (const { word, named: own } of parts) {
    for (const child of own.length > 0 ? own : rest) {
      if (word && !found.has(child)) found.set(child, word);
    }
  }
  return children.flatMap(({ id }) => {
    const word = found.get(id);
    return word ? [{ child: id, word }] : [];
  });
}

/** The longest word that stands in the text: 'grandmother' is no 'mother', 'mother’s partner' neither. */
function wordIn(text: string, words: readonly RelationWord[]): RelationWord | undefined {
  return words
    .filter(({ says }) => has(text, plain(says)))
    .reduce<RelationWord | undefined>(
      (best, one) => (best && best.says.length >= one.says.length ? best : one),
      undefined,
    );
}

function isNamed(text: string, { names, unborn }: NamedChild, unbornWords: readonly string[]): boolean {
  return [...names, ...(unborn ? unbornWords : [])].some((name) => name !== '' && has(text, plain(name)));
}

/** Whether the words stand in the text as whole words. */
function has(text: string, words: string): boolean {
  const letter = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + words.length] ?? ' '];
    if (!letter.test(before) && !letter.test(after)) return true;
  }
  return false;
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[’‘`]/g, "'").replaceAll(/\s+/g, ' ');
