import type { Store } from '../../server/store/index.ts';
import { completionsIn } from './completions-in.ts';
import type { Killed } from './killed.ts';

/** Looks through the whole store, when nobody works any more, for what was lost, done twice or left behind. */
export async function countLeft(
  store: Store,
  acknowledged: Map<string, string[]>[],
  killed: Killed,
): Promise<void> {
  const wakeUps = await wakeUpsIn(store);
  for (const [family, commands] of acknowledged.flatMap((own) => [...own])) {
    const stored = await store.load(family);
    if (!stored) {
      killed.lost += 1 + commands.length;
      continue;
    }
    const found = await completionsIn(store, family);
    killed.lost += commands.filter((command) => !found.has(command)).length;
    killed.doubled += [...found.values()].filter((times) => times > 1).length;
    killed.orphanTasks += await strayTasks(
      store,
      family,
      stored.case.tasks.map(({ id }) => id),
    );
    if (wakeUps.get(family) !== stored.case.wakeUp) killed.orphanWakeUps += 1;
    wakeUps.delete(family);
  }
  for (const family of wakeUps.keys()) if (!(await store.load(family))) killed.orphanWakeUps += 1;
  killed.findings = (await store.verify()).findings.length;
}

/** Tasks that are open in one of list and case, and not in the other. */
async function strayTasks(store: Store, family: string, inCase: string[]): Promise<number> {
  const listed: string[] = [];
  let after: string | undefined;
  do {
    const filter = { case: family, state: 'open' as const };
    const page = await store.list('case-tasks', filter, { limit: 100, ...(after ? { after } : {}) });
    listed.push(...page.rows.map(({ id }) => id));
    after = page.next;
  } while (after);
  const [list, kase] = [new Set(listed), new Set(inCase)];
  return listed.filter((id) => !kase.has(id)).length + inCase.filter((id) => !list.has(id)).length;
}

/** By case, when it is to be woken next: everything that is due in the next hundred years is claimed. */
async function wakeUpsIn(store: Store): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (;;) {
    const claims = await store.claim({
      owner: 'count',
      now: '2126-01-01T00:00:00.000Z',
      lease: 86_400,
      limit: 500,
    });
    for (const { case: family, due } of claims) found.set(family, due);
    if (claims.length < 500) return found;
  }
}
