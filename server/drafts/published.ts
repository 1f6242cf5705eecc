import { questionsOf, stagesInOrder } from '#engine';
import type { Host } from '../host.ts';
import { readFiles } from './read-files.ts';
import { filesOfVersion } from './version-files.ts';

/** The published versions with how much there is to each, what new cases start on first, then the newest. */
export async function publishedVersions(host: Host) {
  const rows = (await host.versions.list()).toReversed();
  const sorted = rows.sort((a, b) => Number(b.current) - Number(a.current));
  return Promise.all(
    sorted.map(async ({ publication: _publication, ...row }) => ({
      ...row,
      counts: await countsOf(await filesOfVersion(host, row.id)),
    })),
  );
}

/** What published versions are called, by id. */
export async function versionNames(host: Host): Promise<Map<string, string>> {
  return new Map((await host.versions.list()).map(({ id, name }) => [id, name]));
}

async function countsOf(files: Record<string, string>) {
  const { pathway, forms } = (await readFiles(files)).version;
  const steps = pathway.processes.flatMap(({ elements }) => elements.filter(({ kind }) => kind === 'step'));
  return {
    stages: stagesInOrder(pathway).length,
    steps: steps.length,
    forms: Object.keys(forms).length,
    questions: Object.values(forms).reduce((sum, form) => sum + questionsOf(form).length, 0),
  };
}
