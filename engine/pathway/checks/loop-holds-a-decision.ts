import type { Element, Finding, Process } from '../../contracts/index.ts';
import { called, loops, outgoing, stepsOf } from '../graph.ts';
import { termsAsked } from './asked.ts';
import { conditionsOf } from './conditions.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** Work comes round again only because a person decided so: on every loop a step asks what a question on it reads. */
export function loopHoldsADecision(drawing: Drawing): Finding[] {
  return drawing.pathway.processes.flatMap((process) =>
    loops(process).flatMap((loop) => {
      const on = process.elements.filter((element) => loop.has(element.id));
      const inside = on.flatMap((element) => stepsOf(drawing.pathway, element));
      const asked = new Set(inside.flatMap((step) => termsAsked(drawing.forms[step.form ?? ''])));
      if (on.some((element) => decides(process, element, loop, asked))) return [];
      const first = on.find((element) => element.kind === 'step' || element.kind === 'stage') ?? on[0];
      if (!first) return [];
      return [
        finding(
          'loop-holds-a-decision',
          'error',
          first,
          `The loop through ${called(first)} goes round without a person deciding. ` +
            'Ask on it whether to go round again, in the form of a step that lies on it.',
        ),
      ];
    }),
  );
}

/** A question on the loop with a way out of it, that reads what a step on the loop asks. */
function decides(process: Process, element: Element, loop: ReadonlySet<string>, asked: Set<string>): boolean {
  if (element.kind !== 'question') return false;
  const leaves = outgoing(process, element.id).some((flow) => !loop.has(flow.to));
  const reads = conditionsOf(process, element).flatMap((condition) => condition.reads);
  return leaves && reads.some((term) => asked.has(term));
}
