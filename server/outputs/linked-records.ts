import { questionsOf } from '#engine';
import type { CaseRecord, Form, LinkedReading, OutputReading } from '#engine';
import { recordPage, recordsOf, workedOutIn } from '../cases/index.ts';
import type { Host } from '../host.ts';

const can = { correct: false, reopen: false, withhold: false };

/** A record that is shown within another, with how it is read; ids of records, to count what nobody here may read. */
export interface Linked {
  readings: Record<string, LinkedReading>;
  records: CaseRecord[];
}

/**
 * What the questions of a record's form link to: of each, the latest record before it that is about one of its children,
 * read as it may be handed out and as whoever makes the document may read it.
 */
export async function linkedRecords(
  { out, own }: { out: Host; own: Host },
  shown: CaseRecord,
  form: Form,
  livingOf: (host: Host, record: CaseRecord) => Promise<OutputReading['living']>,
): Promise<Linked> {
  const found: Linked = { readings: {}, records: [] };
  for (const { id, links, policy } of questionsOf(form)) {
    if (policy !== 'linked' || !links) continue;
    const latest = await latestOf(out, shown, links);
    const record = latest && (await out.store.record(latest));
    const page = record && (await recordPage(out, record, can));
    const before = record && (await own.store.record(record.id));
    const stored = record && (await out.store.load(record.case));
    if (!page || !before || !stored) continue;
    const version = await out.versions.get(record.version);
    const [living, makers] = await Promise.all([livingOf(out, record), livingOf(own, before)]);
    found.records.push(record);
    found.readings[id] = {
      ...{ form: page.form, blocks: version.blocks, codeLists: version.dictionary.codeLists },
      ...{ answers: record.answers, computed: page.computed, living },
      worked: workedOutIn(version, stored.case, record),
      maker: { answers: before.answers, living: makers },
    };
  }
  return found;
}

/** A record that was put right counts as it stood when the one that shows it was written. */
async function latestOf({ store }: Host, shown: CaseRecord, forms: string[]): Promise<string | undefined> {
  const all = await Promise.all(forms.map((form) => recordsOf(store, shown.case, form)));
  const [latest] = all
    .flat()
    .filter(({ at }) => at <= shown.at)
    .filter(({ children }) => children.some((child) => shown.children.includes(child)))
    .sort((one, other) => other.at.localeCompare(one.at));
  return latest?.id;
}
