import type { Case, CaseRecord } from '#engine';
import type { Host } from '../host.ts';
import type { Services } from '../services.ts';
import type {
  FamilyRow,
  LivingPart,
  PageAsked,
  Store,
  StoredCase,
  StoredDocument,
  ViewName,
  Views,
} from '../store/port.ts';
import { asksOf } from './asks.ts';
import { isCopy } from './copies.ts';
import {
  isCopied,
  isNamed,
  leftOutOf,
  readable,
  readableEntry,
  readablePart,
  type LeftOut,
} from './leave-out.ts';
import { withheldFrom, type Withheld } from './withheld.ts';

/** A draft answer, as far as it is looked at here. */
interface Written {
  key: string;
  value: unknown;
}

/**
 * The server as one reader may read a family by it: what is withheld from the reader is not there, whatever is made of
 * it afterwards (a page, an answer shown beside a question, a copy, a list of files). For reading only: commands work
 * on what is stored.
 */
export async function readAs<H extends Host>(
  host: H,
  caseId: string,
  account: string,
  handedOut = false,
): Promise<H> {
  const parts = await withheldFrom(host.store, caseId, { account, handedOut });
  if (parts.length === 0) return host;
  const leftOut = await leftOutFor(host, caseId, parts);
  return { ...host, store: readingStore(host.store, caseId, leftOut) };
}

/** How many answers and rows of a record the reader is not shown. */
export async function countLeftOut(
  host: Host,
  record: CaseRecord,
  account: string,
  handedOut = false,
): Promise<number> {
  const parts = await withheldFrom(host.store, record.case, { account, handedOut });
  if (parts.length === 0) return 0;
  const whole = await host.store.record(record.id);
  return whole ? readable(whole, await leftOutFor(host, record.case, parts)).left : 0;
}

/** The family's case as the reader may read it: with what is read as them. */
export async function caseAs<H extends Host>(reading: H, host: H, kase: Case): Promise<Case> {
  return reading === host ? kase : ((await reading.store.load(kase.id))?.case ?? kase);
}

/** Whether a draft holds what is withheld from the reader where it was first written. */
export async function isDraftWithheld(
  host: Host,
  at: { case: string; form: string },
  account: string,
  draft: Written,
): Promise<boolean> {
  const parts = await withheldFrom(host.store, at.case, { account });
  if (parts.length === 0) return false;
  return isLeftOutDraft(draft, at.form, await leftOutFor(host, at.case, parts));
}

/** People of a family whom the reader must not read of: what is withheld is that they are around the children. */
export async function peopleWithheld(
  { store }: Services,
  caseId: string,
  account: string,
): Promise<Set<string>> {
  const parts = await withheldFrom(store, caseId, { account });
  if (parts.length === 0) return new Set();
  const [records, stored] = await Promise.all([recordsOf(store, caseId), store.load(caseId)]);
  return leftOutOf(await searched(store, records, stored, () => []), parts).people;
}

async function leftOutFor(host: Host, caseId: string, parts: Withheld[]): Promise<LeftOut> {
  const [records, stored] = await Promise.all([recordsOf(host.store, caseId), host.store.load(caseId)]);
  const versions = [...records.map(({ version }) => version), ...(stored ? [stored.case.version] : [])];
  const asks = await asksOf(host.versions, versions);
  return leftOutOf(await searched(host.store, records, stored, asks), parts);
}

async function searched(
  store: Store,
  records: CaseRecord[],
  stored: StoredCase | undefined,
  asks: LeftOut['copies']['asks'],
) {
  const parts = Object.keys(stored?.case.blocks ?? {});
  const living = await Promise.all(parts.map((part) => store.part(stored?.case.id ?? '', part)));
  return {
    ...{ records, asks, living: living.filter((one): one is LivingPart => one !== undefined) },
    children: stored?.case.children.map(({ id }) => id) ?? [],
    people: stored?.family.people ?? [],
  };
}

async function recordsOf(store: Store, caseId: string): Promise<CaseRecord[]> {
  const found: CaseRecord[] = [];
  let after: string | undefined;
  do {
    const page = { limit: 500, ...(after === undefined ? {} : { after }) };
    const { rows, next } = await store.list('records', { case: caseId }, page);
    found.push(...rows);
    after = next;
  } while (after !== undefined);
  return found;
}

function readingStore(store: Store, caseId: string, leftOut: LeftOut): Store {
  const list = async <V extends ViewName>(view: V, filter: Views[V]['filter'], page?: PageAsked) => {
    const found = await store.list(view, filter, page);
    if (view !== 'records' && view !== 'documents') return found;
    const form = formOf(filter as { about?: string }, caseId);
    const rows: unknown[] =
      view === 'records'
        ? (found.rows as CaseRecord[]).map((row) => shownRecord(row, caseId, leftOut))
        : (found.rows as StoredDocument<Written>[]).filter((row) => isShownDocument(row, form, leftOut));
    return { ...found, rows: rows as typeof found.rows };
  };
  const reading: Partial<Store> = {
    list,
    load: async (id) => {
      const found = await store.load(id);
      if (!found || id !== caseId) return found;
      return { case: readableCase(found.case, leftOut), family: readableFamily(found.family, leftOut) };
    },
    family: async (id) => {
      const found = await store.family(id);
      return found && id === caseId ? readableFamily(found, leftOut) : found;
    },
    record: async (id) => {
      const found = await store.record(id);
      return found?.case === caseId ? readable(found, leftOut).record : found;
    },
    part: async (of, part, revision) => {
      const found = await store.part(of, part, revision);
      return found && of === caseId ? readablePart(found, leftOut) : found;
    },
    history: async (of, page) => {
      const found = await store.history(of, page);
      if (of !== caseId) return found;
      return { ...found, rows: found.rows.map((entry) => readableEntry(entry, leftOut)) };
    },
  };
  return new Proxy(store, {
    get: (target, name: keyof Store) => reading[name] ?? target[name],
  });
}

function readableFamily(family: FamilyRow, { people }: LeftOut): FamilyRow {
  if (people.size === 0) return family;
  return { ...family, people: family.people.filter((id) => !people.has(id)) };
}

/** What is known of a family by answers that are left out is not known either. */
function readableCase(kase: Case, leftOut: LeftOut): Case {
  const known = Object.entries(kase.known).map(([child, terms]) => {
    const shown = Object.entries(terms).filter(([, { record, form, question, value }]) => {
      const place = { form, question, ...(child === '' ? {} : { child }) };
      return !isNamed(leftOut, record, place) && !isCopy(leftOut.copies, value, place);
    });
    return [child, Object.fromEntries(shown)] as const;
  });
  return { ...kase, known: Object.fromEntries(known) };
}

/** The form whose drafts a list asks for. */
function formOf({ about }: { about?: string }, caseId: string): string {
  return about?.startsWith(`${caseId}/`) === true ? about.slice(caseId.length + 1) : '';
}

function shownRecord(record: CaseRecord, caseId: string, leftOut: LeftOut): CaseRecord {
  return record.case === caseId ? readable(record, leftOut).record : record;
}

function isShownDocument({ kind, body }: StoredDocument<Written>, form: string, leftOut: LeftOut): boolean {
  return kind !== 'draft' || !isLeftOutDraft(body, form, leftOut);
}

function isLeftOutDraft({ key, value }: Written, form: string, leftOut: LeftOut): boolean {
  const [question = '', child] = key.split('@');
  return isCopied(value, leftOut, { form, question, ...(child === undefined ? {} : { child }) });
}
