import type { Element, Finding } from '../../contracts/index.ts';
import { called } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';
import { adjacentSteps } from './steps-to-merge.ts';

const approving = /^(approve|authorise|authorize|sign|agree|confirm|endorse)\b/i;

/** An approval directly after an approval by the same role adds a wait, not a second look. */
export function oneApprovalIsEnough(drawing: Drawing): Finding[] {
  return adjacentSteps(drawing)
    .filter(([first, second]) => approves(first) && approves(second) && first.role === second.role)
    .map(([first, second]) =>
      finding(
        'one-approval-is-enough',
        'advice',
        second,
        `${called(second)} follows ${called(first)} directly and is done by the same role. Could one approval do?`,
      ),
    );
}

/** Whether a step is somebody's approval, by the verb of its name. */
export const approves = (element: Pick<Element, 'name'>): boolean => approving.test(element.name);
