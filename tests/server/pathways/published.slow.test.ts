import { hash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Versions } from '../../../server/host.ts';
import { openVersions } from '../../../server/pathways/index.ts';
import type { Store } from '../../../server/store/index.ts';
import { shippedVersion } from '../../support/shipped-version.ts';
import { movingClock } from '../support/moving-clock.ts';
import { storeIn, temporaryFolder, type TemporaryFolder } from '../support/temporary-store.ts';

const processes = join(import.meta.dirname, '../../../processes');

/** The clock of these tests stands on 1 September 2026. */
describe('a version published in the product', () => {
  let folder: TemporaryFolder;
  let store: Store;
  let versions: Versions;
  const clock = movingClock();
  const open = () => openVersions(store, processes, 'child-protection', clock);

  beforeAll(async () => {
    folder = temporaryFolder();
    store = storeIn(folder.path);
    const { id, tables } = await shippedVersion();
    await store.put({ kind: 'tables', id, body: tables, expecting: 0 });
    await store.put({ kind: 'tables', id: await drawing(), body: tables, expecting: 0 });
    versions = await open();
  });
  afterAll(async () => {
    await store.close();
    folder.remove();
  });

  const drawing = async (): Promise<string> => {
    return `drawing-${hash('sha256', (await shippedVersion()).xml, 'hex')}`;
  };

  /** The shipped version with another title over its case note. */
  const retitled = async (title: string): Promise<Record<string, string>> => {
    const files = (await versions.texts((await shippedVersion()).id))?.files ?? {};
    const form = JSON.parse(files['forms/case-note.json'] ?? '{}') as object;
    return { ...files, 'forms/case-note.json': JSON.stringify({ ...form, title }) };
  };
  const publish = async (title: string, effective: string, team?: string): Promise<string> => {
    const about = { name: title, examples: {}, effective, publication: `publication-${title}` };
    const files = await retitled(title);
    return versions.publish({ ...about, files, ...(team === undefined ? {} : { team }) });
  };
  const title = async (team?: string): Promise<string | undefined> =>
    (await versions.current(team)).forms['case-note']?.title;

  it('is what new cases start on from its day, and not before', async () => {
    const before = await title();
    await publish('September note', '2026-09-03');
    expect(await title()).toBe(before);
    clock.pass(2 * 24 * 60 * 60);
    expect(await title()).toBe('September note');
  });

  it('for one team first leaves the others where they are', async () => {
    await publish('Note of the north', '2026-09-03', 'north');
    expect(await title('north')).toBe('Note of the north');
    expect(await title('south')).toBe('September note');
    expect(await title()).toBe('September note');
  });

  it('is still so after a restart', async () => {
    versions = await open();
    expect(await title()).toBe('September note');
    expect(await title('north')).toBe('Note of the north');
  });

  it('is listed after what came with the program, with its day and team', async () => {
    expect(await versions.list()).toMatchObject([
      { name: 'The pathway before', current: false },
      { name: 'The redesigned pathway', current: false },
      { name: 'September note', effective: '2026-09-03', current: true },
      { name: 'Note of the north', team: 'north', current: false },
    ]);
  });

  it('published by the same act twice is published once', async () => {
    const id = await publish('September note', '2026-09-03');
    expect((await versions.list()).filter((row) => row.id === id)).toHaveLength(1);
  });

  it('of a changed form needs no compiling: the tables of its drawing are there', async () => {
    const id = await publish('Another note', '2026-12-01');
    expect(await store.document('tables', id)).toBeUndefined();
    expect((await versions.get(id)).tables).toEqual((await shippedVersion()).tables);
  });

  it('keeps worked cases beside what it is made of, and what came with the program keeps its own', async () => {
    const { id } = await shippedVersion();
    const kept = await versions.texts(id);
    expect(Object.keys(kept?.files ?? {})).not.toContain('examples/T1.json');
    expect(Object.keys(kept?.examples ?? {})).toContain('examples/T1.json');
    expect(await versions.texts('unheard-of')).toBeUndefined();
  });
});
