import type { Finding } from '../contracts/index.ts';

/** What a drawing may weigh. Larger ones are refused before anything tries to read them. */
export const limits = { bytes: 1024 * 1024, elements: 2000, depth: 30, letters: 20_000 };

/** Tags of the diagram layer come on top of the elements: shape, bounds, label, edge, way points. */
const tagsPerElement = 12;

/**
 * Looks at the text of a drawing before it is parsed, in one pass over its characters.
 * Returns one finding for the first limit that is passed, or none.
 */
export function passedLimit(xml: string): Finding | null {
  if (new TextEncoder().encode(xml).length > limits.bytes) {
    return tooMuch(`The drawing is larger than 1 MiB. Leave out what is not part of the pathway.`);
  }
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) {
    return tooMuch('The drawing declares a document type or entities. Save it again from a BPMN editor.');
  }
  const { tags, depth, longest } = measure(xml);
  if (depth > limits.depth) {
    return tooMuch(`The drawing is nested more than ${limits.depth} deep. Draw fewer stages inside stages.`);
  }
  if (longest > limits.letters) {
    return tooMuch(`A name or text of the drawing is longer than ${limits.letters} letters. Shorten it.`);
  }
  return tags > limits.elements * tagsPerElement ? tooManyElements() : null;
}

export function tooManyElements(): Finding {
  return tooMuch(
    `The drawing has more than ${limits.elements} elements. Split it into smaller stages or pathways.`,
  );
}

function tooMuch(message: string): Finding {
  return { check: 'drawing-within-limits', level: 'error', message };
}

/** Counts opening tags, the deepest nesting and the longest tag or text, without building anything. */
function measure(xml: string): { tags: number; depth: number; longest: number } {
  let tags = 0;
  let open = 0;
  let depth = 0;
  let longest = 0;
  let at = xml.indexOf('<');
  while (at !== -1) {
    const end = endOfTag(xml, at);
    const next = xml[at + 1];
    if (next === '/') {
      open -= 1;
    } else if (next !== '?' && next !== '!') {
      tags += 1;
      depth = Math.max(depth, open + 1);
      if (xml[end - 1] !== '/') open += 1;
    }
    const from = at;
    at = xml.indexOf('<', end);
    if (!xml.startsWith('<!--', from)) longest = Math.max(longest, end - from, orEnd(xml, at) - end);
  }
  return { tags, depth, longest };
}

/** Position of the '>' that closes the tag, comment or CDATA section that begins at `at`; the end of the text if none. */
function endOfTag(xml: string, at: number): number {
  const close = xml.startsWith('<!--', at) ? '-->' : xml.startsWith('<![CDATA[', at) ? ']]>' : null;
  if (close) return orEnd(xml, xml.indexOf(close, at));
  let quote = '';
  for (let i = at + 1; i < xml.length; i += 1) {
    const letter = xml[i] ?? '';
    if (quote) quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '>') return i;
  }
  return xml.length;
}

const orEnd = (xml: string, at: number): number => (at === -1 ? xml.length : at);
