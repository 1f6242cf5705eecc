import type { Case, Clock, Day, Happening, Moment, Task } from '../contracts/index.ts';

/** A day, a moment or a place before a command and after it; absent: there was, or is, none. */
export interface BeforeAfter<Thing> {
  before?: Thing;
  after?: Thing;
}

/** What is different in a case after a command was decided, before it is stored. */
export interface CaseDifference {
  facts: (BeforeAfter<Day | Moment> & { fact: string; child: string })[];
  clocks: (BeforeAfter<Clock> & { timescale: string; child: string })[];
  /** steps that open or close, for these children */
  opened: { step: string; children: string[] }[];
  closed: { step: string; children: string[] }[];
  stages: (BeforeAfter<string> & { child: string })[];
}

/** What a correction or a reopening would change: facts, clocks, open steps and where each child stands. */
export function whatChanges(before: Case, after: Case): CaseDifference {
  return {
    facts: beside(standing(before), standing(after))
      .filter((pair) => pair.before?.on !== pair.after?.on)
      .map(({ before: was, after: now }) => ({
        ...{ fact: (now ?? was)?.fact ?? '', child: (now ?? was)?.child ?? '' },
        ...pairOf(was?.on, now?.on),
      })),
    clocks: beside(clocksOf(before), clocksOf(after))
      .filter((pair) => runOf(pair.before) !== runOf(pair.after))
      .map(({ before: was, after: now }) => ({
        ...{ timescale: (now ?? was)?.timescale ?? '', child: (now ?? was)?.child ?? '' },
        ...pairOf(was, now),
      })),
    opened: stepsOnlyIn(after, before),
    closed: stepsOnlyIn(before, after),
    stages: after.children
      .map(({ id }) => ({
        child: id,
        ...pairOf(before.entered?.[id]?.stage, after.entered?.[id]?.stage),
      }))
      .filter((one) => one.before !== one.after),
  };
}

const runOf = (clock?: Clock): string => JSON.stringify([clock?.from, clock?.due, clock?.stopped]);

function pairOf<Thing>(before: Thing | undefined, after: Thing | undefined): BeforeAfter<Thing> {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

/** What stands in the case, by what it is of: of several alike (visits, reviews) the first is set beside the first. */
function beside<Thing>(was: Map<string, Thing>, now: Map<string, Thing>): BeforeAfter<Thing>[] {
  return [...new Set([...was.keys(), ...now.keys()])].map((key) => pairOf(was.get(key), now.get(key)));
}

function counted<Thing>(things: Thing[], of: (thing: Thing) => string): Map<string, Thing> {
  const seen = new Map<string, number>();
  return new Map(
    things.map((thing) => {
      const nth = (seen.get(of(thing)) ?? 0) + 1;
      seen.set(of(thing), nth);
      return [`${of(thing)}/${String(nth)}`, thing];
    }),
  );
}

const standing = ({ happenings }: Case): Map<string, Happening> =>
  counted(
    happenings.filter((one) => !one.replacedBy),
    ({ fact, child, episode }) => `${fact}/${child}/${episode}`,
  );

const clocksOf = ({ clocks }: Case): Map<string, Clock> =>
  counted(clocks, ({ timescale, child, episode }) => `${timescale}/${child}/${episode}`);

function stepsOnlyIn(one: Case, other: Case): { step: string; children: string[] }[] {
  const has = (task: Task, child: string): boolean =>
    other.tasks.some(({ id, children }) => id === task.id && children.includes(child));
  return one.tasks
    .map((task) => ({ step: task.step, children: task.children.filter((child) => !has(task, child)) }))
    .filter(({ children }) => children.length > 0);
}
