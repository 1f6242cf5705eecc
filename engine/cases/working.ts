import type {
  Case,
  CaseChild,
  Episode,
  HistoryEntry,
  HistoryKind,
  Moment,
  Version,
} from '../contracts/index.ts';
import { dayOf } from '../calendar/index.ts';

/** Who acts, when, and under which command; `now` is a moment (UTC instant). */
export interface Act {
  by: string;
  now: Moment;
  /** unique per case; ids of what the command makes are taken from it */
  commandId: string;
}

/** A case under change: a copy that the parts of one command write to, and the history they leave. */
export interface Working {
  version: Version;
  case: Case;
  act: Act;
  history: HistoryEntry[];
  /** messages still to be handed on, per child */
  messages: Message[];
}

export interface Message {
  message: string;
  child: string;
  episode: string;
  note?: string;
}

export function startWorking(version: Version, kase: Case, act: Act): Working {
  return { version, case: copyOf(kase), act, history: [], messages: [] };
}

/** The same for a command that also changes what has happened already. */
export function startRewriting(version: Version, kase: Case, act: Act): Working {
  return { version, case: structuredClone(kase), act, history: [], messages: [] };
}

/**
 * A copy to write to. What happened, the clocks and single answers, most of a case that is long known, are added to
 * and put in the place of, but never changed themselves: copy and original share them.
 */
export function copyOf(kase: Case): Case {
  const { happenings, clocks, known, ...rest } = kase;
  const answers = Object.entries(known).map(([owner, own]) => [owner, { ...own }] as const);
  return {
    ...kase,
    ...structuredClone(rest),
    ...{ happenings: [...happenings], clocks: [...clocks], known: Object.fromEntries(answers) },
  };
}

export function note(
  working: Working,
  kind: HistoryKind,
  children: string[],
  about: HistoryEntry['about'] = {},
): void {
  const { case: kase, act } = working;
  const id = `${kase.id}-${nextNumber(working)}`;
  working.history.push({ id, case: kase.id, kind, at: act.now, by: act.by, children, about });
}

export function nextNumber(working: Working): number {
  return working.case.next++;
}

export function childOf(kase: Case, id: string): CaseChild {
  const child = kase.children.find((one) => one.id === id);
  if (!child) throw new Error(`child ${id} is not in case ${kase.id}`);
  return child;
}

/** The episode that runs for the child, or else the last one there was. */
export function episodeOf(kase: Case, childId: string): Episode | undefined {
  const { episodes } = childOf(kase, childId);
  return episodes.find((one) => !one.closed) ?? episodes.at(-1);
}

export function today(working: Working): string {
  return dayOf(working.act.now);
}
