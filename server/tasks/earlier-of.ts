import { earlierAnswers } from '#engine';
import type { CaseRecord, EarlierAnswer, Version } from '#engine';
import type { Host } from '../host.ts';

/** Every earlier answer of a case, the newest first: each record is read by the form it was made with. */
export async function earlierOf(
  host: Host,
  version: Version,
  records: CaseRecord[],
): Promise<EarlierAnswer[]> {
  const byVersion = Map.groupBy(records, (record) => record.version);
  const found = await Promise.all(
    [...byVersion].map(async ([id, own]) => {
      const { forms } = id === version.id ? version : await host.versions.get(id);
      return earlierAnswers(own, forms);
    }),
  );
  return found.length === 1
    ? (found[0] ?? [])
    : found.flat().toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
