import { dayOf } from '#engine';
import type { CaseRecord, OutputReading, OutputSource, Version } from '#engine';
import type { Person } from '../access/index.ts';
import { recordPage, workedOutIn } from '../cases/index.ts';
import type { Host } from '../host.ts';
import { linkedRecords } from './linked-records.ts';
import { drawnPerson, type PersonRecord } from '../people/index.ts';
import type { PersonDocument } from '../store/port.ts';
import { countLeftOut, readAs } from '../withholding/index.ts';

type Rows = Record<string, unknown>[];

/** What documents are made of: the record as it may be handed out, and the version it was written on. */
export interface Made {
  source: OutputSource;
  version: Version;
}

const can = { correct: false, reopen: false, withhold: false };

/**
 * A record with everything an output can show of it, read twice: as its maker may read it, and as it may be handed out,
 * which leaves out what is withheld from anybody in the family. Undefined where there is no such record or form.
 */
export async function outputSource(
  host: Host,
  record: Pick<CaseRecord, 'id' | 'case'>,
  maker: Person,
): Promise<Made | undefined> {
  const [out, own] = await Promise.all([
    readAs(host, record.case, maker.id, true),
    readAs(host, record.case, maker.id),
  ]);
  const [shown, before] = await Promise.all([out.store.record(record.id), own.store.record(record.id)]);
  const page = shown && (await recordPage(out, shown, can));
  const [stored, all] = await Promise.all([out.store.load(record.case), host.store.load(record.case)]);
  if (!page || !before || !stored || !all) return undefined;
  const version = await host.versions.get(shown.version);
  const [people, everybody] = await Promise.all([
    host.store.people(stored.family.people),
    host.store.people(all.family.people),
  ]);
  const [living, makers] = await Promise.all([pinned(out, shown), pinned(own, before)]);
  const asMaker: OutputReading = { answers: before.answers, living: makers };
  const named = people.map(drawnPerson);
  const linked = await linkedRecords({ out, own }, shown, page.form, pinned);
  const counts = [shown, ...linked.records].map((one) => countLeftOut(host, one, maker.id));
  const unseen = (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  const source: OutputSource = {
    ...{ form: page.form, blocks: version.blocks, codeLists: version.dictionary.codeLists },
    ...{ answers: shown.answers, living, computed: page.computed, maker: asMaker },
    worked: workedOutIn(version, stored.case, shown),
    linked: linked.readings,
    ...(unseen > 0 ? { unseen } : {}),
    ...{ family: page.case.name, authority: host.store.about.authority.name, people: named },
    ...(version.practice?.network ? { network: version.practice.network } : {}),
    siblings: stored.case.children.map(({ id }) => id),
    children: shown.children.map((id) => named.find((one) => one.id === id) ?? unnamed(id)),
    roles: Object.fromEntries(version.roles.map(({ id, name }) => [id, name])),
    pictures: await picturesOf(out, page.attachments, living, shown.case, version),
    sensitive: everybody.flatMap(sensitiveOf),
    by: { name: page.by.name },
    on: dayOf(shown.at),
  };
  return { source, version };
}

const unnamed = (id: string) => ({ id, name: 'Name not recorded', called: 'the child' });

/** Every block of the parts that the record was completed with, as they stood then. */
async function pinned(host: Host, { case: of, pins }: CaseRecord): Promise<Record<string, Rows>> {
  const stood = Object.entries(pins).filter(([, revision]) => revision > 0);
  const parts = await Promise.all(stood.map(([part, revision]) => host.store.part(of, part, revision)));
  return Object.fromEntries(parts.flatMap((part) => Object.entries(part?.blocks ?? {})));
}

type Files = Record<string, { name: string; type: string }>;

/** Files of the answers, and of rows of blocks that the form itself does not ask. */
async function picturesOf(
  host: Host,
  shown: Files,
  living: Record<string, Rows>,
  of: string,
  version: Version,
): Promise<Files> {
  const columns = version.blocks.flatMap((block) =>
    block.columns.filter(({ type }) => type === 'file').map(({ id }) => ({ block: block.id, id })),
  );
  const ids = columns.flatMap(({ block, id }) =>
    (living[block] ?? []).flatMap((row) => [row[id]].flat()).filter((one) => typeof one === 'string'),
  );
  const further = await host.store.attachmentFacts(ids.filter((id) => !(id in shown)));
  const own = further.filter((one) => one.case === of);
  return { ...shown, ...Object.fromEntries(own.map(({ id, name, type }) => [id, { name, type }])) };
}

/** By what an address is known again: its first line and its postcode. */
function sensitiveOf({ body }: PersonDocument): string[] {
  const addresses = (body as PersonRecord).addresses ?? [];
  return addresses
    .filter(({ sensitive }) => sensitive)
    .flatMap(({ line1, postcode }) => [line1, postcode].filter((text): text is string => Boolean(text)));
}
