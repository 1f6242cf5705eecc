import type { Happening, HistoryEntry, Journey, JourneyFact } from '../contracts/index.ts';
import type { JourneyChange } from './change.ts';

type Author = Pick<JourneyFact, 'at' | 'by'>;

/** Who recorded a happening, and when. */
export type Authors = (happening: Happening) => Author;

const recording = new Set<HistoryEntry['kind']>(['task-completed', 'record-added', 'record-corrected']);

/**
 * By whom and when each fact was recorded: as it stood before, as the history of the command says, and where a
 * correction of something else left it as it was, as it was recorded first.
 */
export function authorsOf(before: Journey[], { case: kase, history }: JourneyChange): Authors {
  const known = new Map<string, Author>();
  for (const { child, facts } of before) {
    for (const { fact, record, at, by } of facts) known.set(key({ child, fact, record }), { at, by });
  }
  const said = new Map<string, Author>();
  for (const { kind, about, at, by } of history) {
    if (recording.has(kind)) said.set(String(about['record']), { at, by });
  }
  const earlier = new Map<string, Happening>();
  for (const one of kase.happenings) if (one.replacedBy) earlier.set(one.replacedBy, one);
  const authorOf = (happening: Happening): Author | undefined => {
    const own = known.get(key(happening));
    if (own) return own;
    const first = earlier.get(happening.id);
    const same = first?.on === happening.on && first.value === happening.value;
    return (first && same ? authorOf(first) : undefined) ?? said.get(happening.record);
  };
  return (happening) => authorOf(happening) ?? { at: happening.on, by: '' };
}

const key = ({ child, fact, record }: Pick<Happening, 'child' | 'fact' | 'record'>): string =>
  `${child} ${fact} ${record}`;
