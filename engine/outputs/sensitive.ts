import type { DocumentBlock } from '../contracts/index.ts';

/** A text that is an address and nothing else: its street alone tells where it is. */
const least = 5;

/** Finds an address however it was typed: capitals, commas and spaces do not matter. */
export function addressPattern(sensitive: string[]): RegExp | undefined {
  const found = sensitive
    .map((text) => text.match(/[\p{L}\p{N}]/gu) ?? [])
    .filter((letters) => letters.length >= least)
    .toSorted((one, other) => other.length - one.length)
    .map((letters) => letters.join('[^\\p{L}\\p{N}]{0,3}'));
  if (found.length === 0) return undefined;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${found.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** The block without any of the addresses, and whether one stood in it. */
export function withoutAddresses(
  block: DocumentBlock,
  pattern: RegExp,
  instead: string,
): { block: DocumentBlock; struck: boolean } {
  let struck = false;
  const strike = (text: string): string => {
    const now = text.replaceAll(pattern, instead);
    struck ||= now !== text;
    return now;
  };
  const shown = texts(block, strike);
  return { block: shown, struck };
}

/** The same block with every text of it, however deep, made anew. */
function texts<T>(value: T, make: (text: string) => string): T {
  if (typeof value === 'string') return make(value) as T;
  if (Array.isArray(value)) return (value as unknown[]).map((one) => texts(one, make)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const kept = ['kind', 'file'];
  const entries = Object.entries(value).map(
    ([key, one]: [string, unknown]) => [key, kept.includes(key) ? one : texts(one, make)] as const,
  );
  return Object.fromEntries(entries) as T;
}
