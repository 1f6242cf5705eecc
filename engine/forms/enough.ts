import type { Meeting } from '../contracts/index.ts';

/** Whether enough people are there, and in words what is missing. */
export interface EnoughSays {
  enough: boolean;
  /** how many are there, and from how many different places */
  people: number;
  places: number;
  missing: string[];
  /** what to do; absent when there are enough */
  otherwise?: string;
}

type Row = Record<string, unknown>;

/** Counts who is there, by the rule of the form: several people from one place count once. */
export function enoughOf({ enough, present }: Meeting, rows: readonly Row[]): EnoughSays {
  const here = rows.filter(({ attended }) => typeof attended === 'string' && present.includes(attended));
  const places = new Set(here.map(({ agency }) => agency).filter((one) => typeof one === 'string'));
  const missing = (enough?.needs ?? []).flatMap(({ least, among, besides = [], say }) => {
    const counted = [...places].filter((one) => (among?.includes(one) ?? true) && !besides.includes(one));
    return counted.length >= least ? [] : [say];
  });
  return {
    ...{ enough: missing.length === 0, people: here.length, places: places.size, missing },
    ...(enough && missing.length > 0 ? { otherwise: enough.otherwise } : {}),
  };
}
