import type { DocumentBlock, OutputDocument } from '#engine';
import { hasShape } from './covered.ts';

/** What a PDF of a document can't show: where it stands, and in which script, so that somebody can be told beforehand. */
export interface SignsMissing {
  /** how many signs would be an empty square */
  count: number;
  /** some of them, each once */
  signs: string[];
  scripts: string[];
  /** questions and headings under which they stand; the title of the document where they stand above all of them */
  places: string[];
}

const most = { signs: 12, places: 12 };

/** Scripts as people call them, with languages that many families here write in them. */
const scripts: [RegExp, string][] = [
  [/\p{Script=Han}/u, 'Chinese or Japanese'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'Japanese'],
  [/\p{Script=Hangul}/u, 'Korean'],
  [/\p{Script=Bengali}/u, 'Bengali'],
  [/\p{Script=Devanagari}/u, 'Devanagari (Hindi, Nepali)'],
  [/\p{Script=Gurmukhi}/u, 'Gurmukhi (Punjabi)'],
  [/\p{Script=Gujarati}/u, 'Gujarati'],
  [/\p{Script=Tamil}/u, 'Tamil'],
  [/\p{Script=Telugu}/u, 'Telugu'],
  [/\p{Script=Kannada}/u, 'Kannada'],
  [/\p{Script=Malayalam}/u, 'Malayalam'],
  [/\p{Script=Sinhala}/u, 'Sinhala'],
  [/\p{Script=Thai}/u, 'Thai'],
  [/\p{Script=Ethiopic}/u, 'Ge’ez (Amharic, Tigrinya)'],
  [/\p{Script=Khmer}/u, 'Khmer'],
  [/\p{Script=Myanmar}/u, 'Burmese'],
];

/** The signs of a document that no bundled font can draw; undefined where there is none. */
export function signsMissing(document: OutputDocument): SignsMissing | undefined {
  const { blocks, leftOut: _, ...around } = document;
  const found: string[] = [];
  const places = new Set<string>();
  let heading = document.title;
  const look = (value: unknown, place: string): void => {
    const missing = textsIn(value).flatMap((text) => Array.from(text).filter((sign) => !hasShape(sign)));
    if (missing.length === 0) return;
    found.push(...missing);
    places.add(place);
  };
  look(around, document.title);
  for (const block of blocks) {
    if (block.kind === 'heading') heading = block.text;
    look(block, placeOf(block) ?? heading);
  }
  if (found.length === 0) return undefined;
  const signs = [...new Set(found)];
  const named = scripts.filter(([is]) => signs.some((sign) => is.test(sign))).map(([, name]) => name);
  return {
    ...{ count: found.length, signs: signs.slice(0, most.signs) },
    ...{ scripts: named, places: [...places].slice(0, most.places) },
  };
}

function placeOf(block: DocumentBlock): string | undefined {
  if (block.kind === 'line') return block.label;
  return 'caption' in block && block.kind !== 'picture' ? block.caption : undefined;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
