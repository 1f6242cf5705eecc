import { compareVersions } from '#engine';
import type { Change } from '#engine';
import type { Host } from '../host.ts';
import { groundOf } from '../pathways/index.ts';
import { openDraft, readBase } from './open-draft.ts';
import { versionNames } from './published.ts';

/** What changed in one form, in sentences. */
export interface FormChanges {
  form: string;
  title: string;
  changes: Change[];
}

/** A draft beside the version it started from, in sentences a person can read aloud. */
export async function comparisonOf(host: Host, id: string) {
  const { draft, version } = await openDraft(host, id);
  const [before, { statutory }, names] = await Promise.all([
    readBase(host, draft.base),
    groundOf(),
    versionNames(host),
  ]);
  const changes = compareVersions(before, version, statutory);
  const ofForms = changes.filter(({ form, element }) => form !== undefined && element === undefined);
  const byForm = Map.groupBy(ofForms, ({ form }) => form ?? '');
  return {
    against: { id: draft.base, name: names.get(draft.base) ?? draft.base.slice(0, 8) },
    changes: changes.filter((change) => !ofForms.includes(change)),
    forms: [...byForm].map(([form, said]): FormChanges => {
      const title = (version.forms[form] ?? before.forms[form])?.title ?? form;
      return { form, title, changes: said };
    }),
  };
}
