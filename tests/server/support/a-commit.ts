import type { Case, CaseRecord, HistoryEntry } from '../../../engine/contracts/index.ts';
import type { CardRow, CaseJourneys, Commit, FamilyRow, TaskRow } from '../../../server/store/index.ts';

export const startOfTest = '2026-09-01T09:00:00.000Z';

/** A family with no children and nothing open: enough for whatever is about storing. */
export function aCase(id = 'case-1', over: Partial<Case> = {}): Case {
  return {
    ...{
      id,
      revision: 0,
      version: 'v1',
      name: 'Hartley',
      children: [],
      tracks: [],
      tasks: [],
      happenings: [],
    },
    ...{ clocks: [], known: {}, last: {}, blocks: {}, next: 1 },
    ...over,
  };
}

export function aFamily(id = 'case-1', over: Partial<FamilyRow> = {}): FamilyRow {
  return { id, name: 'Hartley', staff: [], children: [], people: [], words: ['hartley'], ...over };
}

export function aTask(id: string, over: Partial<TaskRow> = {}): TaskRow {
  return {
    ...{ id, case: 'case-1', caseName: 'Hartley', state: 'open', step: 'screen-contact', what: 'Screen' },
    ...{ form: 'screening', process: 'main', stage: { id: 'contact', name: 'Contact' } },
    ...{ children: [], role: { id: 'social-worker', name: 'Social worker' }, opened: startOfTest },
    ...over,
  };
}

export function aCard(over: Partial<CardRow> = {}): CardRow {
  return {
    ...{ case: 'case-1', name: 'Hartley', stage: { id: 'contact', name: 'Contact' } },
    ...{ children: [{ id: 'ada', name: 'Ada', since: '2026-09-01' }], strands: [] },
    ...over,
  };
}

export function anEntry(id: string, caseId = 'case-1', over: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    id,
    case: caseId,
    kind: 'task-completed',
    at: startOfTest,
    by: 'sam',
    children: [],
    about: {},
    ...over,
  };
}

export function aRecord(id: string, over: Partial<CaseRecord> = {}): CaseRecord {
  return {
    ...{ id, case: 'case-1', form: 'screening', version: 'v1', children: [], pins: {}, by: 'sam' },
    ...{ answers: { answers: { why: 'because' }, perChild: {} }, at: startOfTest },
    ...over,
  };
}

/** A commit that leaves one history entry; each command has its own id unless one is given. */
export function aCommit(expecting: number, over: Partial<Commit> = {}): Commit {
  const id = over.case?.id ?? 'case-1';
  const { commandId = `command-${expecting + 1}`, actor = 'sam', at = startOfTest } = over;
  return {
    case: aCase(id),
    expecting,
    family: aFamily(id),
    tasks: [],
    cards: [],
    history: [{ ...anEntry(`entry-${commandId}`, id), by: actor, at }],
    ...{ commandId, actor, at },
    reply: { done: expecting + 1 },
    ...over,
  };
}

/** The journey of one child of the family. */
export function journeysOf(id: string, closed?: string, team?: string): CaseJourneys {
  return {
    ...{ case: id, staff: [], madeBy: 'tests', ...(team ? { team } : {}) },
    journeys: [
      {
        ...{ case: id, child: 'ada', episode: `${id}-e1`, version: 'v1', opened: '2026-09-01' },
        ...(closed ? { closed } : {}),
        facts: [
          { fact: 'met', on: '2026-09-01', at: startOfTest, by: 'sam', record: `${id}-r1` },
          { fact: 'told', on: startOfTest, value: 'RE1', at: startOfTest, by: 'sam', record: `${id}-r1` },
        ],
        stages: [
          { stage: 'contact', from: '2026-09-01', to: '2026-09-02' },
          { stage: 'referral', from: '2026-09-02' },
        ],
        clocks: [
          { timescale: 'ten', from: '2026-09-01', due: '2026-09-15' },
          { timescale: 'one', from: '2026-09-01', due: '2026-09-02', stopped: '2026-09-03', reason: 'ill' },
        ],
        ...{ held: [{ from: '2026-09-01' }], tallies: [] },
      },
    ],
  };
}
