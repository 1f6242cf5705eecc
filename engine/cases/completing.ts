import type { Answers, BlockChange, CaseRecord, Form, Version } from '../contracts/index.ts';
import { note } from './working.ts';
import type { Working } from './working.ts';

/** Rows of shared blocks go to the family's living documents; the record pins the revision it made or saw. */
export function keepBlocks(working: Working, form: Form, record: CaseRecord): BlockChange[] {
  const changes: BlockChange[] = [];
  const shown = new Set<string>();
  for (const question of form.layout.flatMap((section) => section.questions)) {
    const block = working.version.blocks.find((one) => one.id === question.block);
    if (!block || block.part === 'record') continue;
    shown.add(block.part);
    const rows = rowsOf(record, question.id);
    if (rows.length === 0) continue;
    changes.push({ part: block.part, block: block.id, rows });
    working.case.filled = [...new Set([...(working.case.filled ?? []), block.id])];
  }
  for (const part of new Set(changes.map((change) => change.part))) {
    const revision = (working.case.blocks[part] ?? 0) + 1;
    working.case.blocks[part] = revision;
    note(working, 'block-changed', record.children, { part, revision, record: record.id });
  }
  for (const part of shown) record.pins[part] = working.case.blocks[part] ?? 0;
  return changes;
}

/** Rows as given, each with an id: that of the row it changes, or one taken from the record. */
function rowsOf(record: CaseRecord, question: string): Record<string, unknown>[] {
  const given = [
    { child: '', rows: record.answers.answers[question] },
    ...record.children.map((child) => ({ child, rows: record.answers.perChild[child]?.[question] })),
  ];
  return given.flatMap(({ child, rows }) =>
    (Array.isArray(rows) ? (rows as Record<string, unknown>[]) : []).map((row, at) => ({
      id: `${record.id}-${question}-${child}${at}`,
      ...(child ? { childIds: [child] } : {}),
      ...row,
      record: record.id,
    })),
  );
}

/** Answers that also stand in a person's record (a birth date on the day of birth). */
export function keepPeople(
  working: Working,
  form: Form,
  record: CaseRecord,
): { id: string; field: string; value: unknown }[] {
  const changes = form.layout
    .flatMap((section) => section.questions)
    .flatMap(({ id, person }) =>
      person === undefined
        ? []
        : record.children.flatMap((child) => {
            const value = record.answers.perChild[child]?.[id] ?? record.answers.answers[id];
            return typeof value === 'string' ? [{ id: child, field: person, value }] : [];
          }),
    );
  for (const { id, field, value } of changes) {
    const child = working.case.children.find((one) => one.id === id);
    if (child && field === 'born' && typeof value === 'string') {
      child.born = value;
      delete child.expected;
    }
    note(working, 'person-changed', [id], { field, record: record.id });
  }
  return changes;
}

/** Answers for the children in hand only; the rest of `perChild` is refused by the answers' check. */
export function answersFor(answers: Answers, children: string[]): Answers {
  const perChild = Object.fromEntries(children.map((child) => [child, answers.perChild[child] ?? {}]));
  return { ...answers, perChild };
}

export function makeRecord(
  version: Version,
  working: Working,
  given: Pick<CaseRecord, 'form' | 'children' | 'answers'> & Partial<CaseRecord>,
): CaseRecord {
  const { act, case: kase } = working;
  return {
    id: `${kase.id}-r-${act.commandId}`,
    case: kase.id,
    version: version.id,
    pins: {},
    by: act.by,
    at: act.now,
    ...given,
  };
}
