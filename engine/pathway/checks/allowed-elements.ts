import type { Finding } from '../../contracts/index.ts';
import { called, everywhere } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** What to draw in place of something that can't be run, by BPMN type or by the use that is refused. */
const instead: [pattern: RegExp, advice: string][] = [
  [/not interrupting/, 'Draw a strand that its message starts, or let the boundary event end the stage.'],
  [/repeated by itself/, 'Leave out the repetition: each child is on a track of their own.'],
  [/started by an event/, 'Draw it as a strand: a pool of its own, started by a message.'],
  [/message inside a stage/, 'Start the stage plainly; a message starts a strand.'],
  [/InclusiveGateway|ComplexGateway/, 'Ask a question with one answer, or do things side by side.'],
  [/ScriptTask|implementation/, 'A pathway holds no program: draw what a person does.'],
  [/AdHocSubProcess|Transaction/, 'Draw a plain stage.'],
  [/LaneSet/, 'Leave the lanes out and say on each step who does it.'],
  [/LinkEvent/, 'Draw the line to where it leads.'],
  [/IntermediateThrowEvent|EndEvent/, 'Use a plain end and say in “sends” which message it gives.'],
  [/potential owner/, 'Say in “role” who does the step.'],
  [/TimerEvent.*|BoundaryEvent|CatchEvent/, 'Only a message or a timescale can be waited for.'],
  [/Task/, 'Draw it as a step that a person does (a user task).'],
];

/** Everything drawn is something the engine runs and a person can explain aloud. */
export function allowedElements({ pathway }: Drawing): Finding[] {
  return everywhere(pathway)
    .filter(({ element }) => element.kind === 'refused')
    .map(({ element }) => {
      const what = element.bpmnType.replace(/bpmn:/g, '');
      const advice = instead.find(([pattern]) => pattern.test(element.bpmnType))?.[1] ?? 'Leave it out.';
      return finding(
        'allowed-elements',
        'error',
        element,
        `${called(element)} can't be run (${what}). ${advice}`,
      );
    });
}
