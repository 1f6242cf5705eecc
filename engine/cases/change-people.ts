import type { Case, CaseChange, Day, Version } from '../contracts/index.ts';
import { settleClocks } from './clocks.ts';
import { settleTasks } from './tasks.ts';
import { note, startWorking } from './working.ts';
import type { Act } from './working.ts';

/** A person's own record changed, or joined the family: the case keeps what it may know of a child in step. */
export function personChanged(
  version: Version,
  kase: Case,
  person: { id: string; born?: Day; expected?: Day; joined?: boolean },
  act: Act,
): CaseChange {
  const working = startWorking(version, kase, act);
  const child = working.case.children.find((one) => one.id === person.id);
  if (child) {
    delete child.born;
    delete child.expected;
    if (person.born) child.born = person.born;
    else if (person.expected) child.expected = person.expected;
  }
  note(working, 'person-changed', child ? [child.id] : [], {
    person: person.id,
    ...(person.joined ? { joined: true } : {}),
  });
  settleClocks(working);
  settleTasks(working);
  return {
    ...{ kind: 'done', case: working.case, blocks: [], people: [] },
    ...{ history: working.history, warnings: [] },
  };
}

/**
 * Rows of a shared block edited on the family's own page, outside any form. Each is marked with what changed it, as rows
 * of a form are with their record: a form that began from an earlier one can tell.
 */
export function blockChanged(
  version: Version,
  kase: Case,
  change: { block: string; rows: Record<string, unknown>[]; ended?: { id: string; why: string }[] },
  act: Act,
): CaseChange {
  const working = startWorking(version, kase, act);
  const part = version.blocks.find((one) => one.id === change.block)?.part ?? change.block;
  const revision = (working.case.blocks[part] ?? 0) + 1;
  working.case.blocks[part] = revision;
  working.case.filled = [...new Set([...(working.case.filled ?? []), change.block])];
  note(
    working,
    'block-changed',
    kase.children.map((child) => child.id),
    { part, revision },
  );
  const record = `${kase.id}-b-${act.commandId}`;
  const rows = change.rows.map((row) => ({ ...row, record }));
  return {
    ...{ kind: 'done', case: working.case, blocks: [{ ...change, rows, part }], people: [] },
    ...{ history: working.history, warnings: [] },
  };
}
