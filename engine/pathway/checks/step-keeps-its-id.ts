import type { Element, Finding } from '../../contracts/index.ts';
import { called, everywhere } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** An id that named one kind of thing in the version before does not name another now: live cases and history keep it. */
export function stepKeepsItsId({ pathway, previous }: Drawing): Finding[] {
  if (!previous) return [];
  const before = new Map(everywhere(previous).map(({ element }) => [element.id, element]));
  return everywhere(pathway).flatMap(({ element }) => {
    const old = before.get(element.id);
    if (!old || !isAnother(old, element)) return [];
    return [
      finding(
        'step-keeps-its-id',
        'error',
        element,
        `${called(element)} has the id “${element.id}”, which was ${called(old)} in the version before. ` +
          'Give the new one an id of its own.',
      ),
    ];
  });
}

/** Another kind, or a step of which nothing is as it was: renamed, with another form and another role. */
function isAnother(old: Element, now: Element): boolean {
  if (old.kind !== now.kind) return true;
  return now.kind === 'step' && old.name !== now.name && old.form !== now.form && old.role !== now.role;
}
