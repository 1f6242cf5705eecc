import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openVersions } from '../../../server/pathways/index.ts';
import type { Store } from '../../../server/store/index.ts';
import { storeIn, temporaryFolder, type TemporaryFolder } from '../support/temporary-store.ts';

const shipped = join(import.meta.dirname, '..', '..', '..', 'processes');

describe('published versions of a pathway', () => {
  let folder: TemporaryFolder;
  let root: string;
  let store: Store;
  beforeAll(async () => {
    folder = temporaryFolder();
    root = join(folder.path, 'processes');
    const current = 'child-protection/2-redesigned';
    await mkdir(join(root, 'child-protection'), { recursive: true });
    for (const path of ['pathway.moddle.json', 'calendars', 'child-protection/pathway.json', current]) {
      await cp(join(shipped, path), join(root, path), { recursive: true });
    }
    store = storeIn(folder.path);
  });
  afterAll(async () => {
    await store.close();
    folder.remove();
  });

  it('are compiled once and kept with the store: the next start reads the tables', async () => {
    const first = await (await openVersions(store, root, 'child-protection')).current();
    const tables = `drawing-${hash('sha256', first.xml, 'hex')}`;
    expect((await store.document('tables', tables))?.revision).toBe(1);
    const again = await (await openVersions(store, root, 'child-protection')).current();
    expect(again.id).toBe(first.id);
    expect(again.tables).toEqual(first.tables);
    expect((await store.document('tables', tables))?.revision).toBe(1);
  });

  it('keep a case on the version it began with, when the folder has become another', async () => {
    const before = await (await openVersions(store, root, 'child-protection')).current();
    const file = join(root, 'child-protection/2-redesigned/forms/case-note.json');
    const form = JSON.parse(await readFile(file, 'utf8')) as { title: string };
    await writeFile(file, JSON.stringify({ ...form, title: 'A note' }));
    const versions = await openVersions(store, root, 'child-protection');
    const after = await versions.current();
    expect(after.id).not.toBe(before.id);
    expect(after.forms['case-note']?.title).toBe('A note');
    expect((await versions.get(before.id)).forms['case-note']?.title).toBe(before.forms['case-note']?.title);
    // even when the folder is gone
    await rm(file);
    expect((await versions.get(before.id)).forms['case-note']).toBeDefined();
  });

  it('that were never published here are a defect, by name', async () => {
    await writeFile(join(root, 'child-protection/2-redesigned/forms/case-note.json'), '{}');
    const versions = await openVersions(store, root, 'child-protection');
    await expect(versions.get('unheard-of')).rejects.toThrow('unheard-of was never published here');
  });

  it('that cannot be read are not run, and say why', async () => {
    const versions = await openVersions(store, root, 'child-protection');
    await expect(versions.current()).rejects.toThrow(/can't be run: /);
  });
});
