import type { CaseRecord, Moment } from '#engine';
import { accountNames } from '../access/index.ts';
import { historyOf, recordsOf } from '../cases/index.ts';
import type { Host } from '../host.ts';
import type { StoredCase } from '../store/port.ts';
import { shownBlocks } from './shown-blocks.ts';

/** One time that what the map shows was changed. */
export interface MapVersion {
  at: Moment;
  by: string;
  /** titles of the forms that were completed with it as it then was: the first of them changed it */
  records: { id: string; title: string; at: Moment }[];
}

const most = 200;

/** When the map changed, the latest first, and which records were completed with it as it was from then on. */
export async function versionsOf(host: Host, { case: kase }: StoredCase): Promise<MapVersion[]> {
  const version = await host.versions.get(kase.version);
  const parts = new Set(shownBlocks(version).map(({ part }) => part));
  const [entries, records] = await Promise.all([
    historyOf(host.store, kase.id),
    recordsOf(host.store, kase.id),
  ]);
  const changes = entries
    .filter(({ kind, about }) => kind === 'block-changed' && parts.has(String(about['part'])))
    .toReversed()
    .slice(0, most);
  const byMoment = Object.groupBy(changes, ({ at }) => at);
  const names = await accountNames(host.store, [...new Set(changes.map(({ by }) => by))]);
  const titles = await titlesOf(host, records);
  return Object.entries(byMoment).map(([at, together = []]) => {
    const revisions = together.map(({ about }) => [String(about['part']), about['revision']] as const);
    const pinning = records.filter(({ pins }) =>
      revisions.some(([part, revision]) => pins[part] === revision),
    );
    return {
      at,
      by: names.get(together[0]?.by ?? '') ?? 'Somebody who left',
      records: pinning
        .map((record) => ({ id: record.id, title: titles(record), at: record.at }))
        .toSorted((one, other) => one.at.localeCompare(other.at)),
    };
  });
}

/** A record's form as the version it was written on calls it. */
async function titlesOf(host: Host, records: CaseRecord[]): Promise<(record: CaseRecord) => string> {
  const ids = [...new Set(records.map((record) => record.version))];
  const versions = await Promise.all(ids.map((id) => host.versions.get(id)));
  return ({ version, form }) => versions.find(({ id }) => id === version)?.forms[form]?.title ?? form;
}
