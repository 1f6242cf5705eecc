import {
  checkLive,
  liveChecks,
  readDefinitions,
  trustBeside,
  type Finding,
  type Pathway,
  type Statutory,
} from '#engine/browser';
import type Modeler from 'bpmn-js/lib/Modeler';
import type { Editor, Node } from './diagram/shapes.ts';
import type { Files } from './files-behaviour.ts';
import type { Hand } from './operations/index.ts';

/** What is drawn now and what lies beside it, read plainly from what the editor holds: no text is parsed for it. */
export function handOf(editor: Editor, files: Pick<Files, 'all'>): Hand {
  const pathway = readDefinitions(editor.getDefinitions());
  return { editor, pathway, beside: trustBeside(files.all), files: files.all };
}

/** Another drawing, read without showing it; undefined when it can't be. */
export async function readDrawing(editor: Modeler, xml: string): Promise<Pathway | undefined> {
  const moddle = editor.get('moddle') as { fromXML: (xml: string) => Promise<{ rootElement: Node }> };
  try {
    return readDefinitions((await moddle.fromXML(xml)).rootElement);
  } catch {
    return undefined;
  }
}

/** What the checks say of it, with what the server found and they can't: of expressions, and whether all can be walked to its end. */
export function findingsOf(
  { pathway, beside }: Hand,
  statutory: Statutory | undefined,
  previous: Pathway | undefined,
  fromServer: readonly Finding[],
): Finding[] {
  const found = checkLive({
    ...{ pathway, ...beside },
    ...(statutory ? { statutory } : {}),
    ...(previous ? { previous } : {}),
  });
  return [...found, ...fromServer.filter(({ check }) => !(check in liveChecks))];
}
