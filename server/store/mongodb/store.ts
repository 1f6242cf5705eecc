import type { Paged, PageAsked, Store, StoreAbout, StoreHealth, ViewName, Views } from '../port.ts';
import { attach, attachment, attachmentFacts } from './attachments.ts';
import { auditHeads, auditWriter, listAudit } from './audit.ts';
import { backup } from './backup.ts';
import { changesAfter } from './changes.ts';
import { storeDocumentId } from './collections.ts';
import { commit } from './commit.ts';
import { dispose } from './dispose.ts';
import { documentOf, listDocuments, put, remove, sweep } from './documents.ts';
import { counts, dump } from './dump.ts';
import { refusalOf } from './faults.ts';
import { countStages, listCards, listFamilies, listFamiliesOfPerson } from './family-views.ts';
import { freeze } from './freeze.ts';
import { journeysOf, keepJourneys, listJourneys } from './journeys.ts';
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
import { listQuarantined } from './quarantine.ts';
import { rewrap } from './rewrap.ts';
import type { Scope } from './scope.ts';
import { take } from './take.ts';
import { tidy } from './tidy.ts';
import { countDone, countTasks, listCaseTasks, listDoneTasks, listOpenTasks } from './task-views.ts';
import { verify } from './verify.ts';
import { caseHeads } from './verify-cases.ts';
import { begin, claim, listIncidents, metrics, retry, settle } from './wake-ups.ts';

type Lists = {
  [V in ViewName]: (
    scope: Scope,
    filter: Views[V]['filter'],
    page?: PageAsked,
  ) => Promise<Paged<Views[V]['row']>>;
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

/** The port over one MongoDB database. */
export function bindStore(scope: Scope, about: StoreAbout, close: Store['close']): Store {
  const audit = auditWriter(scope);
  return {
    ...{ about, close },
    health: () => health(scope),
    verify: (heads) => verify(scope, heads),
    backup: (folder, keys) => backup(scope, folder, keys),
    heads: async () => [...(await caseHeads(scope)), ...(await auditHeads(scope))],
    metrics: () => metrics(scope),
    dispose: (input) => dispose(scope, input),
    dump: (after, limit) => dump(scope, after, limit),
    take: (rows) => take(scope, rows),
    counts: () => counts(scope),
    tidy: (now) => tidy(scope, now),
    freeze: (reason) => freeze(scope, reason),
    rewrap: (master) => rewrap(scope, master),
    commit: (input) => commit(scope, input),
    answered: (caseId, commandId, actor) => answered(scope, caseId, commandId, actor),
    load: (caseId) => load(scope, caseId),
    family: (caseId) => familyOf(scope, caseId),
    task: (id) => taskOf(scope, id),
    record: (id) => recordOf(scope, id),
    part: (caseId, part, revision) => partOf(scope, caseId, part, revision),
    history: (caseId, page) => historyOf(scope, caseId, page),
    journeys: (caseId) => journeysOf(scope, caseId),
    keepJourneys: (made, revision) => keepJourneys(scope, made, revision),
    list: (view, filter, page) => lists[view](scope, filter, page),
    countTasks: (filter) => countTasks(scope, filter),
    countDone: (by, reader) => countDone(scope, by, reader),
    countStages: (filter) => countStages(scope, filter),
    person: (id, revision) => personOf(scope, id, revision),
    people: (ids) => peopleOf(scope, ids),
    putPerson: (input) => putPerson(scope, input),
    document: <T>(kind: Parameters<Store['document']>[0], id: string) => documentOf<T>(scope, kind, id),
    put: (input) => put(scope, input),
    remove: (kind, id, expecting) => remove(scope, kind, id, expecting),
    sweep: (kind, before) => sweep(scope, kind, before),
    attach: (input) => attach(scope, input),
    attachment: (id) => attachment(scope, id),
    attachmentFacts: (ids) => attachmentFacts(scope, ids),
    appendAudit: (entries) => audit.append(entries),
    claim: (ask) => claim(scope, ask),
    begin: (held) => begin(scope, held),
    settle: (held, result) => settle(scope, held, result),
    retry: (caseId) => retry(scope, caseId),
    changes: (after) => changesAfter(scope, after),
  };
}

/** Answers by trying: one read, and a write that changes nothing. What a fault says may name hosts: it is not passed on. */
async function health({ store }: Scope): Promise<StoreHealth> {
  const kind = 'mongodb' as const;
  try {
    const row = await store.findOne({ _id: storeDocumentId });
    if (!row) return { ok: false, kind, writable: false, message: 'the store is gone' };
    if (row.frozen !== '') return { ok: true, kind, writable: false, message: row.frozen };
  } catch (fault) {
    return { ok: false, kind, writable: false, message: refusalOf(fault) ?? 'the database does not answer' };
  }
  try {
    await store.updateOne({ _id: storeDocumentId }, { $inc: { beat: 1 } });
    return { ok: true, kind, writable: true };
  } catch (fault) {
    return { ok: true, kind, writable: false, message: refusalOf(fault) ?? 'unavailable' };
  }
}
