import type { PageAsked, Paged, Store, StoreAbout, StoreHealth, ViewName, Views } from '../port.ts';
import { attach, attachment, attachmentFacts } from './attachments.ts';
import { appendAudit, auditHeads, listAudit } from './audit.ts';
import { changesAfter } from './changes.ts';
import { commit } from './commit.ts';
import { documentOf, listDocuments, put, remove, sweep } from './documents.ts';
import { countStages, listCards, listFamilies, listFamiliesOfPerson } from './family-views.ts';
import {
  answered,
  familyOf,
  historyOf,
  listCases,
  listRecords,
  load,
  partOf,
  recordOf,
  taskOf,
} from './load.ts';
import { listPeople, peopleOf, personOf, putPerson } from './people.ts';
import type { Scope } from './scope.ts';
import { countDone, countTasks, listCaseTasks, listDoneTasks, listOpenTasks } from './task-views.ts';
import { caseHeads, verify } from './verify.ts';
import { claim, listIncidents, metrics, retry, settle } from './wake-ups.ts';

type Lists = {
  [V in ViewName]: (scope: Scope, filter: Views[V]['filter'], page?: PageAsked) => Paged<Views[V]['row']>;
};

/** Each named view and the one query behind it. */
const lists: Lists = {
  'open-tasks': listOpenTasks,
  'done-tasks': listDoneTasks,
  'case-tasks': listCaseTasks,
  cases: (scope, _filter, page) => listCases(scope, page),
  families: listFamilies,
  'families-of-person': listFamiliesOfPerson,
  cards: listCards,
  records: listRecords,
  people: listPeople,
  documents: listDocuments,
  audit: listAudit,
  incidents: (scope, _filter, page) => listIncidents(scope, page),
  quarantined: () => ({ rows: [] }),
};

/** The port over one SQLite file. The calls are done at once; they are async because other stores are not. */
export function bindStore(scope: Scope, about: StoreAbout, backup: Store['backup']): Store {
  return {
    about,
    async close() {
      scope.db.close();
    },
    health: async () => health(scope),
    verify: (heads) => verify(scope, heads),
    backup,
    heads: async () => [...caseHeads(scope), ...auditHeads(scope)],
    metrics: async () => metrics(scope),
    // refused until the format knows keys
    dispose: async () => ({ ok: false, reason: 'unavailable' }),
    dump: async () => Promise.reject(new Error('This store can not be dumped yet.')),
    take: async () => Promise.reject(new Error('This store can not take rows yet.')),
    counts: async () => Promise.reject(new Error('This store can not be counted yet.')),
    freeze: async () => Promise.reject(new Error('This store can not be frozen yet.')),
    rewrap: async () => 0,
    commit: async (input) => commit(scope, input),
    answered: async (caseId, commandId, actor) => answered(scope, caseId, commandId, actor),
    load: async (caseId) => load(scope, caseId),
    family: async (caseId) => familyOf(scope, caseId),
    task: async (id) => taskOf(scope, id),
    record: async (id) => recordOf(scope, id),
    part: async (caseId, part, revision) => partOf(scope, caseId, part, revision),
    history: async (caseId, page) => historyOf(scope, caseId, page),
    list: async (view, filter, page) => lists[view](scope, filter, page),
    countTasks: async (filter) => countTasks(scope, filter),
    countDone: async (by, reader) => countDone(scope, by, reader),
    countStages: async (filter) => countStages(scope, filter),
    person: async (id, revision) => personOf(scope, id, revision),
    people: async (ids) => peopleOf(scope, ids),
    putPerson: async (input) => putPerson(scope, input),
    document: async <T>(kind: Parameters<Store['document']>[0], id: string) => documentOf<T>(scope, kind, id),
    put: async (input) => put(scope, input),
    remove: async (kind, id, expecting) => remove(scope, kind, id, expecting),
    sweep: async (kind, before) => sweep(scope, kind, before),
    attach: (input) => attach(scope, input),
    attachment: (id) => attachment(scope, id),
    attachmentFacts: async (ids) => attachmentFacts(scope, ids),
    appendAudit: async (entries) => appendAudit(scope, entries),
    claim: async (ask) => claim(scope, ask),
    settle: async (held, result) => settle(scope, held, result),
    retry: async (caseId) => retry(scope, caseId),
    changes: async (after) => changesAfter(scope, after),
  };
}

/** Answers by trying: one read, and a write transaction that changes nothing. */
function health({ db }: Scope): StoreHealth {
  try {
    db.get('SELECT authority FROM store');
  } catch (fault) {
    return { ok: false, kind: 'sqlite', writable: false, message: (fault as Error).message };
  }
  const write = db.write(() => {
    db.run('UPDATE store SET name = name');
    return { ok: true };
  });
  return {
    ok: true,
    kind: 'sqlite',
    writable: write.ok,
    ...('reason' in write ? { message: write.reason } : {}),
  };
}
