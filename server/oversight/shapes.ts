import { flag, listOf, named, object, text, whole } from '../schemas.ts';

/** What stands over HTTP of how the work stood and went. A number that is absent is fewer than six, and not told. */
const number = { type: 'number' } as const;
const counts = { families: whole, children: whole } as const;
const counted = object({ ...counts, late: whole }, []);

export const boardThen = object(
  {
    ...{ on: text, beside: text },
    columns: listOf(
      object({ id: text, name: text, ...counts, late: whole, beside: counted }, ['id', 'name']),
    ),
  },
  ['on', 'columns'],
);

export const flow = object(
  {
    ...{ from: text, to: text, stages: listOf(named) },
    flows: listOf(object({ from: named, to: named, ...counts }, [])),
  },
  ['from', 'to', 'stages', 'flows'],
);

const length = object({ n: whole, median: whole, p90: whole }, []);

export const time = object(
  {
    ...{ from: text, to: text },
    stages: listOf(
      object({ id: text, name: text, now: length, finished: length }, ['id', 'name', 'now', 'finished']),
    ),
  },
  ['from', 'to', 'stages'],
);

const load = { ...counts, weight: number } as const;

export const caseload = object(
  {
    on: text,
    weights: object(
      {
        ...{ source: text, says: text },
        stages: listOf(object({ id: text, name: text, weight: number }, ['id', 'name', 'weight'])),
      },
      ['source', 'says', 'stages'],
    ),
    workers: listOf(object({ worker: named, team: named, ...load }, ['worker'])),
    unallocated: object(load, []),
  },
  ['on', 'weights', 'workers', 'unallocated'],
);

export const children = object(
  {
    count: whole,
    rows: listOf(
      object(
        {
          ...{ case: text, name: text, child: named, episode: text, team: named, worker: named },
          ...{ since: text, until: text, days: whole, late: flag },
        },
        ['case', 'name', 'child', 'episode', 'since'],
      ),
    ),
    next: text,
  },
  ['rows'],
);
