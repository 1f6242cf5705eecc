import type { Finding } from '#engine';
import { readFiles } from './read-files.ts';

/** Findings of files that have not the shape of what they are: nothing could be made of them. */
const ofShape = ['version-file', 'form-shape'];

/**
 * Why the files at these paths can't be read at all. What is wrong with their content stops no save: a draft may be
 * unfinished, and the checks say so.
 */
export async function unreadable(files: Record<string, string>, paths: string[]): Promise<Finding[]> {
  const changed = paths.filter((path) => files[path] !== undefined);
  const examples = changed
    .filter((path) => path.startsWith('examples/'))
    .flatMap((path) => exampleFindings(path, files));
  const { version, findings } = await readFiles(files);
  if (!version) return findings;
  const drawing =
    changed.includes('pathway.bpmn') && version.pathway.processes.length === 0
      ? findings.filter(({ element, check }) => element === undefined && check.startsWith('drawing'))
      : [];
  const shapes = findings.filter(
    ({ check, element }) => ofShape.includes(check) && changed.some((path) => names(path, element)),
  );
  return [...drawing, ...examples, ...shapes].slice(0, 50);
}

/** A finding names the file by its path, or a form by its id. */
const names = (path: string, element: string | undefined): boolean =>
  path === element || path === `forms/${element ?? ''}.json`;

function exampleFindings(path: string, files: Record<string, string>): Finding[] {
  try {
    JSON.parse(files[path] ?? '');
    return [];
  } catch (defect) {
    const message = `${path} is not JSON: ${(defect as Error).message}.`;
    return [{ check: 'version-file', level: 'error', element: path, message }];
  }
}
