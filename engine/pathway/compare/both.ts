import type { Element, Process, Version } from '../../contracts/index.ts';
import { processOf } from '../graph.ts';
import type { Both, Change, ChangeKind, Spot } from './change.ts';

export const bothOf = (before: Version, after: Version): Both => ({
  before,
  after,
  was: spotsOf(before),
  is: spotsOf(after),
});

function spotsOf({ pathway }: Version): Map<string, Spot> {
  return new Map(
    pathway.processes.flatMap((process) =>
      process.elements.map((element) => [element.id, { element, process }] as const),
    ),
  );
}

/** Elements of the same kind that stand in both drawings. */
export function pairs({ was, is }: Both): { before: Spot; after: Spot }[] {
  return [...is.values()].flatMap((after) => {
    const before = was.get(after.element.id);
    return before?.element.kind === after.element.kind ? [{ before, after }] : [];
  });
}

/** A change of an element; the law is touched when the element names it, before or after. */
export function changeOf(both: Both, kind: ChangeKind, element: string, sentence: string): Change {
  const statute = both.was.get(element)?.element.statute ?? both.is.get(element)?.element.statute;
  return { kind, element, sentence, statutory: statute !== undefined };
}

export const quoted = (text: string): string => `“${text.trim()}”`;

/** How a sentence names an element. */
export const titled = ({ name, id }: Element): string => quoted(name || id);

/** The process an element stands in, as people call it: the stage that holds it, the strand, or the pathway. */
export function placeName(version: Version, process: Process): string {
  const stage = version.pathway.processes
    .flatMap(({ elements }) => elements)
    .find((element) => element.kind === 'stage' && element.process === process.id);
  const name = quoted(stage?.name || process.name || process.id);
  if (process.kind === 'strand') return `the strand ${name}`;
  return process.id === version.pathway.main ? 'the pathway itself' : `the stage ${name}`;
}

export const roleName = ({ roles }: Version, id: string | undefined): string => {
  const name = roles.find((role) => role.id === id)?.name ?? id;
  return name === undefined
    ? 'nobody yet'
    : `the ${name.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())}`;
};

export const formName = ({ forms }: Version, id: string | undefined): string =>
  id === undefined ? 'no form' : `the form ${quoted(forms[id]?.title ?? id)}`;

export const elementName = (version: Version, id: string): string => {
  const element = version.pathway.processes.flatMap(({ elements }) => elements).find((one) => one.id === id);
  return element ? titled(element) : quoted(id);
};

export const processName = ({ pathway }: Version, id: string | undefined): string =>
  quoted(processOf(pathway, id)?.name || id || '');

/** What a text was and is, where either may be missing. */
export function textChange(what: string, before: string | undefined, after: string | undefined): string[] {
  const [was, is] = [before?.trim() ?? '', after?.trim() ?? ''];
  if (was === is) return [];
  if (was === '') return [`${what} is now said: ${quoted(is)}.`];
  if (is === '') return [`${what} is no longer said (before: ${quoted(was)}).`];
  return [`${what} now reads ${quoted(is)} (before: ${quoted(was)}).`];
}
