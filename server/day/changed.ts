import type { Moment } from '#engine';
import type { Person } from '../access/index.ts';
import { sayChanges } from '../cases/index.ts';
import type { Host } from '../host.ts';
import type { FamilyAtHand } from './families.ts';
import { lookedAt } from './looked.ts';

/** Lines that are shown; of more the latest. */
const most = 50;

export interface Changed {
  /** what happened after this moment */
  since: Moment;
  rows: {
    id: string;
    case: string;
    caseName: string;
    at: Moment;
    by: string;
    says: string;
    record?: string;
  }[];
  count: number;
}

/** What others did in somebody's families since they last put it away, the latest first. */
export async function changedIn(
  host: Host,
  person: Person,
  families: readonly FamilyAtHand[],
): Promise<Changed> {
  const since = await lookedAt(host, person.id);
  const found = await Promise.all(
    families.map(async ({ reading, stored, family }) => {
      const changes = await sayChanges(reading, stored, { since, reader: person.id });
      return changes.map((one) => ({ ...one, case: family.id, caseName: family.name }));
    }),
  );
  const all = found.flat().sort((a, b) => b.at.localeCompare(a.at));
  return { since, rows: all.slice(0, most), count: all.length };
}
