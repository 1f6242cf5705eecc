import { elementAt } from '#engine';
import type { Version } from '#engine';
import { checkShape } from './check-shape.ts';
import type { Example } from './example.ts';
import { runExample } from './run-example.ts';

/** How an example went: nothing failed, or what did not come as expected. */
export interface Played {
  id: string;
  title: string;
  failures: string[];
}

/** Plays the text of an example on a version. One that can't be read or played at all is a failure, never a defect. */
export function play(version: Version, path: string, text: string): Played {
  const id = path.replace(/^.*\//, '').replace(/\.json$/, '');
  let example: Example | undefined;
  try {
    example = JSON.parse(text) as Example;
    const told = runExample(version, example);
    const failures = told.flatMap(({ step, failures: some }) =>
      some.map((failure) => `${step.at}, ${step.say} ${failure}`),
    );
    return {
      id,
      title: example.title,
      failures: [...checkShape(example), ...failures].map(inWords(version)),
    };
  } catch (defect) {
    const why = defect instanceof Error ? defect.message : String(defect);
    return { id, title: example?.title ?? id, failures: [`It can’t be played any more: ${why}`] };
  }
}

/** Steps by the name they have on the drawing. */
const inWords =
  (version: Version) =>
  (failure: string): string =>
    failure.replace(/[a-z]+(?:-[a-z0-9]+)+/g, (id) => elementAt(version.pathway, id)?.name ?? id);
