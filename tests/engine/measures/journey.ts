import type { Journey } from '#engine';

/** A journey by hand: happenings as [fact, day, value]. */
export function journey(
  facts: [fact: string, on: string, value?: string][],
  more: Partial<Journey> = {},
): Journey {
  const child = more.child ?? 'child-1';
  return {
    ...{ case: 'case-1', child, episode: `${child}-e1`, version: 'v', opened: facts[0]?.[1] ?? '2026-01-01' },
    facts: facts.map(([fact, on, value], at) => ({
      ...{ fact, on, at: `${on.slice(0, 10)}T12:00:00.000Z`, by: 'somebody', record: `record-${String(at)}` },
      ...(value === undefined ? {} : { value }),
    })),
    ...{ stages: [], clocks: [], held: [], tallies: [] },
    ...more,
  };
}
