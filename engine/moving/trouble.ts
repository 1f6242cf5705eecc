import type { Aim } from './aim.ts';
import { listed, nameOf, processName } from './drawn.ts';
import type { PlaceChoice } from './plan.ts';

/** Why one child can't be moved by the plan as it is; a person says more, in the plan. */
export interface Trouble {
  reason:
    | 'not-mapped' // the plan says nothing of something that is open
    | 'elsewhere' // the plan leads to a step that does not lie on this child's way (in another strand)
    | 'two-ways' // a step that two stages call: the plan does not say in which
    | 'no-place' // the new drawing never has exactly these open
    | 'two-places' // the new drawing has them open in two places that nobody can tell apart
    | 'ends-at-once' // a stage that would begin is over as soon as it begins
    | 'no-strand'; // nothing in the new version follows this strand
  /** the table of the old version that it is about, and what is open there */
  process: string;
  open: string[];
  /** of the stages open there, those that have nothing left */
  done?: string[];
  /** the element the trouble is with */
  element: string;
  message: string;
  /** places of the new version that are close, the best first */
  nearest: NearPlace[];
}

/** A place of the new version that a person may choose. */
export interface NearPlace {
  /** what to put into the plan to choose it */
  choice: PlaceChoice;
  /** ids in the old version that are open now and would be closed; in the new one, what would be opened */
  closes: string[];
  opens: string[];
  /** where the old drawing would have led, had what is gone been done */
  next: boolean;
}

type Reason = Trouble['reason'];

/** Where a child stands in one table of the old version. */
export interface Stands {
  process: string;
  open: string[];
  done: string[];
}

/** A trouble with one element that is open in a table of the old version. */
export function troubleAt(aim: Aim, reason: Reason, node: Stands, element: string, target?: string): Trouble {
  const { process, open, done } = node;
  const stands = { process, open, ...(done.length > 0 ? { done } : {}) };
  return { reason, ...stands, element, message: says(aim, reason, node, element, target), nearest: [] };
}

function says(
  { from, to }: Aim,
  reason: Reason,
  { process, open, done }: Stands,
  element: string,
  target = '',
): string {
  const name = nameOf(from.pathway, element);
  const goal = nameOf(to.pathway, target);
  const stage = processName(from.pathway, process);
  const all = listed(open.map((id) => nameOf(from.pathway, id)));
  const left =
    done.length > 0 ? `, and nothing is left of ${listed(done.map((id) => nameOf(from.pathway, id)))}` : '';
  switch (reason) {
    case 'not-mapped':
      return `${name} is open, and the plan does not say where it goes. Name the step that follows it, or say that it is done.`;
    case 'elsewhere':
      return `${name} would become ${goal}, which does not lie on this child’s way in the new drawing. Choose a step that does.`;
    case 'two-ways':
      return `${name} would become ${goal}, which stands in more than one stage of the new drawing. Say which stage follows, or choose a place.`;
    case 'no-place':
      return `In ${stage}, ${all} ${open.length === 1 ? 'is' : 'are'} open${left}. The new drawing has no place with exactly what follows. Choose where the child goes on.`;
    case 'two-places':
      return `In ${stage}, what follows ${all} is open in two places of the new drawing that nobody can tell apart. Let its branches meet in one join, or choose another place.`;
    case 'ends-at-once':
      return `${goal} would begin for this child and end at once. Choose a place in which something is open.`;
    case 'no-strand':
      return `The new drawing has nothing that follows ${stage}. Say which strand does, or that what is open in it is done.`;
  }
}
