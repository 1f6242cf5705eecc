import type {
  Commit,
  CommitResult,
  DocumentKind,
  DocumentPut,
  LivingPart,
  PageAsked,
  Paged,
  PutResult,
  Store,
  StoredDocument,
  ViewName,
  Views,
} from '../store/port.ts';
import { playedBy } from './colleagues.ts';
import type { RehearsedFamily } from './rehearsal.ts';

const readOnly = { ok: false, reason: 'readonly' } as const;
const notHere = (): never => {
  throw new Error('a rehearsal does not do this');
};

/**
 * A store that holds one family, in memory. What belongs to the authority (accounts, teams, settings, files) is read
 * from the real one; nothing is ever written there.
 */
export function rehearsalStore(real: Store, now: RehearsedFamily): Store {
  return { ...reading(real, now), ...writing(real, now), ...never(real) };
}

type Reads =
  | 'load'
  | 'family'
  | 'task'
  | 'record'
  | 'part'
  | 'history'
  | 'journeys'
  | 'list'
  | 'person'
  | 'people'
  | 'document'
  | 'answered'
  | 'attachment'
  | 'attachmentFacts';

function reading(real: Store, now: RehearsedFamily): Pick<Store, Reads> {
  const own = (id: string): boolean => id === now.case.id;
  return {
    load: async (id) => (own(id) ? structuredClone({ case: now.case, family: now.family }) : undefined),
    family: async (id) => (own(id) ? structuredClone(now.family) : undefined),
    task: async (id) => now.tasks.find((one) => one.id === id),
    record: async (id) => now.records.find((one) => one.id === id),
    part: async (id, part, revision) => (own(id) ? partOf(now.parts, part, revision) : undefined),
    history: async () => ({ rows: now.history }),
    journeys: async () => undefined,
    list: (view, filter, page) => listed(real, now, view, filter, page),
    person: async (id) => now.people.find((one) => one.id === id),
    people: async (ids) => now.people.filter((one) => ids.includes(one.id)),
    document: async <T>(kind: DocumentKind, id: string) => documentOf(real, now, kind, id) as Promise<T>,
    answered: async (_case, command) =>
      command in now.replies ? { reply: now.replies[command] } : undefined,
    attachment: (id) => real.attachment(id),
    attachmentFacts: (ids) => real.attachmentFacts(ids),
  } as Pick<Store, Reads>;
}

function partOf(parts: LivingPart[], part: string, revision?: number): LivingPart | undefined {
  const own = parts.filter((one) => one.part === part);
  if (revision !== undefined) return own.find((one) => one.revision === revision);
  return own.toSorted((a, b) => b.revision - a.revision)[0];
}

async function documentOf(
  real: Store,
  now: RehearsedFamily,
  kind: DocumentKind,
  id: string,
): Promise<StoredDocument | undefined> {
  if (kind === 'draft') return now.drafts.find((one) => one.id === id);
  if (kind === 'account') return playedBy(id) ?? real.document(kind, id);
  return real.document(kind, id);
}

/** The lists that a task and a record are shown from; all of them are short. */
async function listed<V extends ViewName>(
  real: Store,
  now: RehearsedFamily,
  view: V,
  filter: Views[V]['filter'],
  page?: PageAsked,
): Promise<Paged<Views[V]['row']>> {
  const asked = filter as { form?: string; state?: string; kind?: DocumentKind; about?: string };
  const rows = (some: unknown[]) => ({ rows: some as Views[V]['row'][] });
  switch (view) {
    case 'records':
      return rows(
        now.records
          .filter(({ form }) => asked.form === undefined || form === asked.form)
          .toSorted((a, b) => b.at.localeCompare(a.at)),
      );
    case 'case-tasks':
      return rows(now.tasks.filter(({ state }) => asked.state === undefined || state === asked.state));
    case 'documents':
      if (asked.kind !== 'draft') return real.list(view, filter, page);
      return rows(now.drafts.filter(({ about }) => asked.about === undefined || about === asked.about));
    default:
      return notHere();
  }
}

type Writes = 'commit' | 'put' | 'putPerson' | 'remove' | 'attach' | 'appendAudit';

function writing(real: Store, now: RehearsedFamily): Pick<Store, Writes> {
  return {
    commit: async (commit) => committed(now, commit),
    put: async (put) => (put.kind === 'draft' ? draftPut(now, put) : readOnly),
    putPerson: async () => readOnly,
    remove: async () => readOnly,
    attach: async () => readOnly,
    appendAudit: (entries) => real.appendAudit(entries),
  };
}

function committed(now: RehearsedFamily, commit: Commit): CommitResult {
  if (commit.expecting !== now.case.revision) return { ok: false, reason: 'conflict' };
  const named = new Set(commit.tasks.map(({ id }) => id));
  now.case = { ...commit.case, revision: commit.expecting + 1 };
  now.family = commit.family;
  now.tasks = [...now.tasks.filter(({ id, state }) => state === 'done' && !named.has(id)), ...commit.tasks];
  now.records.push(...(commit.records ?? []));
  now.parts.push(...(commit.parts ?? []).map((part) => ({ ...part, case: now.case.id })));
  for (const entry of commit.history) now.history.push({ ...entry, seq: now.history.length + 1 });
  for (const { id, body, keys, expecting } of commit.people ?? []) {
    now.people = [...now.people.filter((one) => one.id !== id), { id, body, keys, revision: expecting + 1 }];
  }
  now.drafts = now.drafts.filter(({ id }) => !commit.drafts?.includes(id));
  now.replies[commit.commandId] = commit.reply;
  return { ok: true, revision: now.case.revision, replayed: false, reply: commit.reply };
}

function draftPut(now: RehearsedFamily, put: DocumentPut): PutResult {
  const { kind, id, body, expecting, owner, about } = put;
  const there = now.drafts.find((one) => one.id === id);
  const revision = there?.revision ?? 0;
  if (revision !== expecting) return { ok: false, reason: 'conflict', revision };
  const next = {
    kind,
    id,
    body,
    revision: revision + 1,
    ...(owner ? { owner } : {}),
    ...(about ? { about } : {}),
  };
  now.drafts = [...now.drafts.filter((one) => one.id !== id), next];
  return { ok: true, revision: next.revision };
}

/** What runs the service has nothing to do with a rehearsal. */
function never(real: Store): Omit<Store, Reads | Writes> {
  return {
    about: real.about,
    ...{ close: notHere, health: notHere, verify: notHere, backup: notHere, heads: notHere },
    ...{ countTasks: notHere, countDone: notHere, countStages: notHere, sweep: notHere },
    ...{ claim: notHere, begin: notHere, settle: notHere, retry: notHere, changes: notHere },
    ...{ metrics: notHere, keepJourneys: notHere },
    ...{
      dispose: notHere,
      dump: notHere,
      take: notHere,
      counts: notHere,
      freeze: notHere,
      rewrap: notHere,
      tidy: notHere,
    },
  };
}
