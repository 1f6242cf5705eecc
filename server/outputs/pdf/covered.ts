import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { plainOf } from '#engine';

const folder = join(import.meta.dirname, 'fonts');
const instead = '\u25A1';

/**
 * The text with an empty square for every character that no bundled font can draw: a PDF for readers who listen must
 * not hold a sign without a shape. Where it is read on screen, the reader's own fonts draw it.
 */
export function covered(text: string): { text: string; missing: boolean } {
  if (/^[\n -~]*$/.test(text)) return { text, missing: false };
  let missing = false;
  const shown = Array.from(text, (sign) => {
    if (hasShape(sign)) return sign;
    missing = true;
    return instead;
  }).join('');
  return missing ? { text: shown, missing } : { text, missing };
}

/** Whether one of the bundled fonts can draw a sign. */
export const hasShape = (sign: string): boolean => isMark(sign) || characters()(sign.codePointAt(0) ?? 0);

/** What says the language of a text is no sign of it. */
const isMark = (sign: string): boolean => plainOf(sign) === '';

let known: ((code: number) => boolean) | undefined;

function characters(): (code: number) => boolean {
  if (known) return known;
  const fonts = readdirSync(folder).filter((name) => /Regular\.ttf$|^DejaVuSans\.ttf$/.test(name));
  const ranges = fonts.flatMap((name) => rangesOf(readFileSync(join(folder, name))));
  const all = new Set<number>([0x0a]);
  for (const [first, last] of ranges) for (let code = first; code <= last; code += 1) all.add(code);
  return (known = (code) => all.has(code));
}

/** First and last characters that a font has shapes for, read from its table of characters (OpenType `cmap`). */
function rangesOf(font: Buffer): [number, number][] {
  const tables = font.readUInt16BE(4);
  for (let at = 12; at < 12 + tables * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) !== 'cmap') continue;
    return fromCmap(font.subarray(font.readUInt32BE(at + 8)));
  }
  return [];
}

function fromCmap(cmap: Buffer): [number, number][] {
  const count = cmap.readUInt16BE(2);
  const parts = Array.from({ length: count }, (_, at) => cmap.subarray(cmap.readUInt32BE(4 + at * 8 + 4)));
  const whole = parts.find((part) => part.readUInt16BE(0) === 12);
  if (whole) {
    return Array.from({ length: whole.readUInt32BE(12) }, (_, at) => {
      const group = 16 + at * 12;
      return [whole.readUInt32BE(group), whole.readUInt32BE(group + 4)];
    });
  }
  const plain = parts.find((part) => part.readUInt16BE(0) === 4);
  if (!plain) return [];
  const segments = plain.readUInt16BE(6) / 2;
  return Array.from({ length: segments }, (_, at): [number, number] => [
    plain.readUInt16BE(16 + segments * 2 + at * 2),
    plain.readUInt16BE(14 + at * 2),
  ]).filter(([first]) => first !== 0xffff);
}
