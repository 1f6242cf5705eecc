/** Words that join others and say nothing of what is asked for. */
const joining = new Set(
  'a an and any are as at be been by did do does for from had has have if in is it its of on or than that the their them these they this those to was were what when where which who whom with you your'.split(
    ' ',
  ),
);

/** A list of words that mean the same where families are worked with, each a word or a few: data, never of the machine. */
export type Synonyms = readonly (readonly string[])[];

/** The words of a text as they are compared: small, in the singular, without those that only join. */
export function wordsOf(text: string): string[] {
  return plain(text)
    .split(' ')
    .filter((word) => word !== '' && !joining.has(word))
    .map(stem);
}

/** The same, with every way to say a thing put as the first way its list of synonyms knows; the longest are put first. */
export function meaningsOf(text: string, say: (text: string) => string): string[] {
  return say(` ${wordsOf(text).join(' ')} `)
    .split(' ')
    .filter((word) => word !== '');
}

/** Puts synonyms as one word, made once for a list. */
export function sayAlike(synonyms: Synonyms): (text: string) => string {
  const ways = synonyms
    .flatMap((list, at) => list.map((way) => ({ way: wordsOf(way).join(' '), as: `=${String(at)}` })))
    .toSorted((a, b) => b.way.length - a.way.length);
  return (text) => ways.reduce((said, { way, as }) => said.replaceAll(` ${way} `, ` ${as} `), text);
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** English plurals and the endings of doing, cut roughly: "enquiries" and "enquiry", "parental" and "parents" are one word. */
function stem(word: string): string {
  const single = singular(word);
  for (const ending of ['ations', 'ation', 'ings', 'ing', 'ance', 'ence', 'ment', 'ness', 'al', 'ed', 'e']) {
    if (single.length - ending.length >= 4 && single.endsWith(ending)) return single.slice(0, -ending.length);
  }
  return single;
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(s|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Runs of three letters of a text, its edges included. */
export function trigrams(text: string): Set<string> {
  const edged = `  ${plain(text)} `;
  return new Set(Array.from({ length: edged.length - 2 }, (_, at) => edged.slice(at, at + 3)));
}

/** Share of what two sets have in common, counted twice, of all they have (Dice). */
export function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const all = one.size + other.size;
  return all === 0 ? 0 : (2 * inCommon(one, other)) / all;
}

/** Share of what two sets have in common, of what either has (Jaccard). */
export function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = inCommon(one, other);
  const all = one.size + other.size - both;
  return all === 0 ? 0 : both / all;
}

function inCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0;
  for (const word of one) if (other.has(word)) both += 1;
  return both;
}
