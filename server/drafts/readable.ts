import { readBeside, readPathway } from '#engine';
import type { Finding } from '#engine';
import { groundOf } from '../pathways/index.ts';

/** Findings of files that have not the shape of what they are: nothing could be made of them. */
const ofShape = ['version-file', 'form-shape'];

/**
 * Why the files at these paths can't be read at all. What is wrong with their content stops no save: a draft may be
 * unfinished, and the checks say so.
 */
export async function unreadable(files: Record<string, string>, paths: string[]): Promise<Finding[]> {
  const changed = new Set(paths.filter((path) => files[path] !== undefined));
  const json = [...changed].filter((path) => path.endsWith('.json'));
  const beside = json.length > 0 ? readBeside(files).findings : [];
  return [
    ...(changed.has('pathway.bpmn') ? await drawingFindings(files['pathway.bpmn'] ?? '') : []),
    ...json.filter((path) => path.startsWith('examples/')).flatMap((path) => exampleFindings(path, files)),
    ...beside
      .filter(({ check, element }) => ofShape.includes(check) && json.some((path) => names(path, element)))
      .slice(0, 50),
  ];
}

/** A finding names the file by its path, or a form by its id. */
const names = (path: string, element: string | undefined): boolean =>
  path === element || path === `forms/${element ?? ''}.json`;

async function drawingFindings(xml: string): Promise<Finding[]> {
  const { moddle } = await groundOf();
  const { pathway, findings } = await readPathway(xml, moddle);
  return pathway.processes.length > 0 ? [] : findings;
}

function exampleFindings(path: string, files: Record<string, string>): Finding[] {
  try {
    JSON.parse(files[path] ?? '');
    return [];
  } catch (defect) {
    const message = `${path} is not JSON: ${(defect as Error).message}.`;
    return [{ check: 'version-file', level: 'error', element: path, message }];
  }
}
