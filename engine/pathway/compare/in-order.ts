import type { Pathway, Version } from '../../contracts/index.ts';
import { along, processesInOrder } from '../along.ts';
import type { Both, Change } from './change.ts';

/** What the law asks for first; then along the pathway, forms where they are first used; then what lies beside. */
export function inOrder({ before, after }: Both, changes: Change[]): Change[] {
  const places = placesOf(before.pathway, after.pathway);
  const forms = new Map([...formsOf(before, places), ...formsOf(after, places)]);
  const last = places.size + 1;
  const place = ({ element, form, kind }: Change): number => {
    if (kind === 'beside') return last + 2;
    if (element !== undefined) return places.get(element) ?? last;
    return form === undefined ? last : (forms.get(form) ?? last + 1);
  };
  return changes
    .map((change, at) => ({ change, at, place: place(change) }))
    .sort(
      (a, b) => Number(b.change.statutory) - Number(a.change.statutory) || a.place - b.place || a.at - b.at,
    )
    .map(({ change }) => change);
}

/** By element, how far along it stands; what is gone stands where it stood, behind what came before it. */
function placesOf(before: Pathway, after: Pathway): Map<string, number> {
  const order = elementsInOrder(after);
  const known = new Set(order);
  let previous: string | undefined;
  for (const id of elementsInOrder(before)) {
    if (!known.has(id)) order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, id);
    previous = id;
  }
  return new Map(order.map((id, at) => [id, at]));
}

const elementsInOrder = (pathway: Pathway): string[] => [
  ...new Set([
    ...processesInOrder(pathway).flatMap((process) => along(process).map(({ id }) => id)),
    ...pathway.processes.flatMap(({ elements }) => elements.map(({ id }) => id)),
  ]),
];

/** By form, where it is first used: just behind the step that opens it. */
function formsOf({ pathway }: Version, places: Map<string, number>): Map<string, number> {
  const found = new Map<string, number>();
  for (const { id, form } of pathway.processes.flatMap(({ elements }) => elements)) {
    if (form === undefined) continue;
    const at = (places.get(id) ?? places.size) + 0.5;
    found.set(form, Math.min(found.get(form) ?? at, at));
  }
  return found;
}
