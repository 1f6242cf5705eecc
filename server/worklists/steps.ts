import type { Version } from '#engine';
import type { Host } from '../host.ts';
import type { Definition } from './definitions.ts';

type About = Pick<Definition, 'authorises' | 'clocks' | 'books'>;

/** Ids of the steps a list is about, over every version there are families on. */
export async function stepsOf(host: Host, definition: About): Promise<string[]> {
  const rows = await host.versions.list();
  const versions = await Promise.all(rows.map(({ id }) => host.versions.get(id)));
  return [...new Set(versions.flatMap((version) => stepsIn(version, definition)))];
}

function stepsIn({ pathway, forms }: Version, { authorises, clocks, books }: About): string[] {
  return pathway.processes
    .flatMap(({ elements }) => elements)
    .filter(
      ({ notBy, form = '', timescales = [] }) =>
        (authorises === true && notBy !== undefined) ||
        (books === true && forms[form]?.booking !== undefined) ||
        timescales.some((id) => clocks?.includes(id)),
    )
    .map(({ id }) => id);
}
