import { accountNames } from '../access/index.ts';
import type { Host } from '../host.ts';
import { groundOf } from '../pathways/index.ts';
import { allDrafts, storedDraft } from './draft.ts';
import type { DraftBody, Save } from './draft.ts';
import { penHolders, penOf } from './pen.ts';
import { savesOf } from './saves.ts';
import { textsOf } from './texts.ts';
import { versionNames } from './published.ts';
import { withoutSchemas } from './with-schemas.ts';

/** Everything a page needs to go on with a draft. */
export async function draftPage(host: Host, id: string, me: string) {
  const { body: draft } = await storedDraft(host, id);
  const { title, why, state, last, fork } = draft;
  const [names, pen, files, { statutory, moddle }, forkedFrom, group, versions] = await Promise.all([
    accountNames(host.store, [last.by]),
    penOf(host, draft, me),
    textsOf(host, last.files),
    groundOf(),
    fork === undefined ? undefined : host.store.document<DraftBody>('pathway-draft', fork),
    penHolders(host),
    versionNames(host),
  ]);
  return {
    ...{ id, title, why, state, pen, statutory, moddle, group, mayHold: group.some((one) => one.id === me) },
    base: { id: draft.base, name: versions.get(draft.base) ?? draft.base.slice(0, 8) },
    ...(forkedFrom ? { fork: { id: forkedFrom.id, title: forkedFrom.body.title } } : {}),
    save: said(last, names),
    files: await withoutSchemas(files),
  };
}

/** Drafts as a list, the latest saved first. */
export async function draftRows(host: Host, me: string) {
  const drafts = await allDrafts(host);
  const [names, versions] = await Promise.all([
    accountNames(
      host.store,
      drafts.flatMap(({ by, last }) => [by, last.by]),
    ),
    versionNames(host),
  ]);
  return Promise.all(
    drafts.map(async (draft) => ({
      ...{ id: draft.id, title: draft.title, why: draft.why, state: draft.state },
      base: { id: draft.base, name: versions.get(draft.base) ?? draft.base.slice(0, 8) },
      ...(draft.fork === undefined ? {} : { fork: draft.fork }),
      ...{ by: { id: draft.by, name: names.get(draft.by) ?? 'Somebody who left' }, at: draft.at },
      pen: await penOf(host, draft, me),
      save: said(draft.last, names),
    })),
  );
}

/** The saves of a draft, the latest first, without their files. */
export async function saveRows(host: Host, id: string) {
  const saves = await savesOf(host, id);
  const names = await accountNames(
    host.store,
    saves.map(({ by }) => by),
  );
  return saves.map((save) => said(save, names));
}

function said({ number, at, by, says }: Save, names: Map<string, string>) {
  return { number, at, by: { id: by, name: names.get(by) ?? 'Somebody who left' }, says };
}
