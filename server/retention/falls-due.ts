import { familyThing, may, type Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import type { RetentionRule } from './rules.ts';
import { standingOf } from './standing.ts';

export interface FallsDue {
  case: { id: string; name: string };
  /** day on which the first of the children's time is over, and the last's */
  first: string;
  until: string;
  rules: string[];
  due: number;
  children: number;
  held: boolean;
}

/** Families looked at in one request: each is read whole, as no index knows a rule's day. */
const perRequest = 100;

/**
 * Families whose time is over by a day, in the order of their references, a stretch at a time: an answer may have none
 * and still say where to go on. Families with open work are passed over; those the reader may not know of, too.
 */
export async function fallsDue(
  host: Host,
  reader: Person,
  ask: { by: string; after?: string; rules: RetentionRule[] },
): Promise<{ rows: FallsDue[]; next?: string; looked: number }> {
  const { by, after, rules } = ask;
  const page = await host.store.list('cases', {}, { limit: perRequest, ...(after ? { after } : {}) });
  const rows: FallsDue[] = [];
  for (const { id } of page.rows.filter((one) => !one.open)) {
    const stored = await host.store.load(id).catch(() => undefined);
    if (!stored || !may(reader, 'see-retention', familyThing(stored.family)).ok) continue;
    const { children, due, holds, until } = await standingOf(host, stored, rules);
    const over = children.filter((one) => one.until <= by && !one.isOpen);
    const first = over.map((one) => one.until).sort()[0];
    if (first === undefined) continue;
    rows.push({
      ...{ case: { id, name: stored.family.name }, first, until },
      rules: [...new Set(over.map((one) => one.rule.name))],
      ...{ due: due.length, children: children.length },
      held: holds.length > 0 || over.some((one) => one.heldBy.length > 0),
    });
  }
  return { rows, looked: page.rows.length, ...(page.next ? { next: page.next } : {}) };
}
