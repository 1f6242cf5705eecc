import type { CaseJourneys } from '../store/port.ts';

/**
 * Journeys repeat themselves: a day, a fact, a person stands in thousands of them, and a record in several places of
 * one. Each text is held once, which makes the whole of a large authority’s fit into memory.
 */
export function interning(): (made: CaseJourneys) => CaseJourneys {
  const common = new Map<string, string>();
  const once = (known: Map<string, string>, text: string): string => {
    const there = known.get(text);
    if (there === undefined) known.set(text, text);
    return there ?? text;
  };
  return (made) => {
    const own = new Map<string, string>();
    // moments and ids are a family’s own: kept together only while it is read
    const all = (value: unknown): unknown => {
      if (typeof value === 'string') return value.length > longest ? once(own, value) : once(common, value);
      if (Array.isArray(value)) return value.map(all);
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value) as [string, unknown][];
      return Object.fromEntries(entries.map(([key, inner]) => [key, all(inner)]));
    };
    return all(made) as CaseJourneys;
  };
}

const longest = 10;
