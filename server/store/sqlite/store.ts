import type { PageAsked, Paged, Store, StoreAbout, StoreHealth, ViewName, Views } from '../port.ts';
import { attach, attachment, attachmentFacts } from './attachments.ts';
import { appendAudit, auditHeads, listAudit } from './audit.ts';
import { changesAfter } from './changes.ts';
import { commit } from './commit.ts';
import { documentOf, listDocuments, put, remove, sweep } from './documents.ts';
import { countStages, listCards, listFamilies, listFamiliesOfPerson } from './family-views.ts';
import { journeysOf, keepJourneys, listJourneys } from './journeys.ts';
import { answered, familyOf, load, partOf, recordOf, taskOf } from './load.ts';
import { historyOf, listCases, listRecords } from './case-views.ts';
import { dispose } from './dispose.ts';
import { counts, dump } from './dump.ts';
import { freeze, frozenWhy } from './freeze.ts';
import { listQuarantined } from './quarantine.ts';
import { take } from './take.ts';
import { listPeople, peopleOf, personOf, putPerson } from './people.ts';
import type { Scope } from './scope.ts';
import { tidy } from './tidy.ts';
import { countDone, countTasks, listCaseTasks, listDoneTasks, listOpenTasks } from './task-views.ts';
import { verify } from './verify.ts';
import { caseHeads } from './verify-cases.ts';
import { begin, claim, listIncidents, metrics, retry, settle } from './wake-ups.ts';

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
  journeys: (scope, _filter, page) => listJourneys(scope, page),
  'families-of-person': listFamiliesOfPerson,
  cards: listCards,
  records: listRecords,
  people: listPeople,
  documents: listDocuments,
  audit: listAudit,
  incidents: (scope, _filter, page) => listIncidents(scope, page),
  quarantined: (scope, _filter, page) => listQuarantined(scope, page),
};

/** The port over one SQLite file. The calls are done at once; they are async because other stores are not. */
export function bindStore(scope: Scope, about: StoreAbout, backup: Store['backup']): Store {
  return {
    about,
    async close() {
      scope.db.close();
      scope.keys.close();
    },
    health: async () => health(scope),
    verify: (heads) => verify(scope, heads),
    backup,
    heads: async () => [...caseHeads(scope), ...auditHeads(scope)],
    metrics: async () => metrics(scope),
    dispose: async (input) => dispose(scope, input),
    dump: async (after, limit) => dump(scope, after, limit),
    take: async (rows) => take(scope, rows),
    counts: async () => counts(scope),
    tidy: (now, starting) => tidy(scope, now, starting ?? false),
    freeze: async (reason) => freeze(scope.db, reason),
    rewrap: async (master) => scope.keys.rewrap(master),
    commit: async (input) => commit(scope, input),
    answered: async (caseId, commandId, actor) => answered(scope, caseId, commandId, actor),
    load: async (caseId) => load(scope, caseId),
    family: async (caseId) => familyOf(scope, caseId),
    task: async (id) => taskOf(scope, id),
    record: async (id) => recordOf(scope, id),
    part: async (caseId, part, revision) => partOf(scope, caseId, part, revision),
    history: async (caseId, page) => historyOf(scope, caseId, page),
    journeys: async (caseId) => journeysOf(scope, caseId),
    keepJourneys: async (made, revision) => keepJourneys(scope, made, revision),
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
    begin: async (held) => begin(scope, held),
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
  const why = frozenWhy(db);
  return {
    ok: true,
    kind: 'sqlite',
    writable: write.ok,
    ...('reason' in write ? { message: why === '' ? write.reason : why } : {}),
  };
}
