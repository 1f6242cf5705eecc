import { questionsOf, stagesInOrder } from '#engine';
import { allTeams } from '../access/index.ts';
import type { Host } from '../host.ts';
import { readAgain } from './read-files.ts';
import { filesOfVersion } from './version-files.ts';

/** The published versions with how much there is to each, what new cases start on first, then the newest. */
export async function publishedVersions(host: Host) {
  const rows = (await host.versions.list()).toReversed();
  const [cases, teams] = await Promise.all([casesByVersion(host), allTeams(host.store)]);
  const nameOf = (team: string): string => teams.find(({ id }) => id === team)?.name ?? team;
  const sorted = rows.sort((a, b) => Number(b.current) - Number(a.current));
  return Promise.all(
    sorted.map(async ({ publication: _publication, team, ...row }) => ({
      ...row,
      ...(team === undefined ? {} : { team: nameOf(team) }),
      counts: {
        ...(await countsOf(await filesOfVersion(host, row.id))),
        cases: cases.get(row.id) ?? 0,
      },
    })),
  );
}

/** What published versions are called, by id. */
export async function versionNames(host: Host): Promise<Map<string, string>> {
  return new Map((await host.versions.list()).map(({ id, name }) => [id, name]));
}

async function countsOf(files: Record<string, string>) {
  const { pathway, forms } = (await readAgain(files)).version;
  const steps = pathway.processes.flatMap(({ elements }) => elements.filter(({ kind }) => kind === 'step'));
  return {
    stages: stagesInOrder(pathway).length,
    steps: steps.length,
    forms: Object.keys(forms).length,
    questions: Object.values(forms).reduce((sum, form) => sum + questionsOf(form).length, 0),
  };
}

/** How many families run on each version. */
async function casesByVersion(host: Host): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  let after: string | undefined;
  do {
    const { rows, next } = await host.store.list('cases', {}, { limit: 500, ...(after ? { after } : {}) });
    for (const { version } of rows) counts.set(version, (counts.get(version) ?? 0) + 1);
    after = next;
  } while (after);
  return counts;
}
