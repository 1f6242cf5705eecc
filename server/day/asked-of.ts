import type { Moment } from '#engine';
import { accountNames } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { openFor } from '../escalations/index.ts';
import type { Host } from '../host.ts';
import { worklist } from '../worklists/index.ts';
import type { DayLine } from './line.ts';

/** Something a colleague waits for that is no step of somebody's own. */
export interface AskedOf {
  id: string;
  kind: 'escalation' | 'authorise';
  case: string;
  caseName: string;
  what: string;
  task?: string;
  by?: string;
  at?: Moment;
}

/** Of each kind so many are shown, and all are counted. */
const most = 5;

/** What was taken further to them, and what nobody has who could authorise it: they could. */
export async function askedOf(
  host: Host,
  person: Person,
  lines: readonly DayLine[],
): Promise<{ rows: AskedOf[]; escalations: number; authorisations: number }> {
  if (person.pseudonymised) return { rows: [], escalations: 0, authorisations: 0 };
  const own = new Set(lines.map(({ task }) => task));
  const [open, list] = await Promise.all([openFor(host, person), worklist(host, person, 'to-authorise', {})]);
  const free = list.rows.filter(
    ({ task, worker, does }) => !own.has(task) && !worker && does.includes('open'),
  );
  const further = open.slice(0, most);
  const names = await accountNames(
    host.store,
    further.map(({ said }) => said.by),
  );
  return {
    rows: [
      ...further.map(({ id, said, family }) => ({
        ...{ id, kind: 'escalation' as const, case: family.id, caseName: family.name },
        ...{ what: said.what ?? '', by: names.get(said.by) ?? 'Somebody who left', at: said.at },
      })),
      ...free.slice(0, most).map(({ id, case: of, caseName, what, task }) => ({
        ...{ id, kind: 'authorise' as const, case: of, caseName, what },
        ...(task === undefined ? {} : { task }),
      })),
    ],
    ...{ escalations: open.length, authorisations: free.length },
  };
}
