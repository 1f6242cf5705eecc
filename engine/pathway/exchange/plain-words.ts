import type { ImportOffer } from './import-finding.ts';

interface Said {
  /** what it is, to somebody who has never drawn BPMN */
  what: string;
  /** why it can't run here and what to do, in whole sentences */
  todo: string;
  offer: ImportOffer;
}

/**
 * By type, or by the use that is refused (as `readElement` names them), in order: the first that fits is said. A use
 * comes before its type where the thing could stand otherwise.
 */
const sayings: [pattern: RegExp, what: string, todo: string, offer: ImportOffer][] = [
  [
    /bpmn:ScriptTask/,
    'runs a program',
    'No program in a drawing is ever run here. Make it a step that a person does.',
    'make it a step',
  ],
  [
    /bpmn:(Service|BusinessRule|Send)Task/,
    'is done by a program',
    'Make it a step and say who does it.',
    'make it a step',
  ],
  [
    /bpmn:ReceiveTask/,
    'waits for a message in the shape of a step',
    'Make it a step in which somebody records the reply; or draw a message.',
    'make it a step',
  ],
  [
    /repeated by itself/,
    'is repeated by itself',
    'Each child is on a track of their own here, so it is done once for each: take the repetition off.',
    'make it plain',
  ],
  [
    /started by an event/,
    'begins by itself in the middle of another stage',
    'Leave it out, and draw it as a strand: a pool of its own that begins with its news.',
    'leave out',
  ],
  [
    /not interrupting/,
    'comes in without ending what it sits on',
    'Let it end what it sits on; or leave it out and draw a strand that begins with this news.',
    'make it plain',
  ],
  [
    /compensation/i,
    'undoes earlier work by itself',
    'What was done is corrected by a person here: leave it out.',
    'leave out',
  ],
  [
    /starting a process/,
    'starts the pathway from its middle',
    'Begin with a start that has the message.',
    'make it plain',
  ],
  [
    /potential owner/,
    'names persons or groups of another program',
    'Take that off, and say in “Who does this” which role does it.',
    'make it plain',
  ],
  [
    /inputs and outputs/,
    'passes data between programs',
    'A form says here what is written down: take that off.',
    'make it plain',
  ],
  [
    /implementation/,
    'is done by a program',
    'A pathway holds no program: take that off and let a person do it.',
    'make it plain',
  ],
  [
    /StartEvent, message inside a stage/,
    'waits for a message inside a stage',
    'A stage begins when the path reaches it: take the message off.',
    'make it plain',
  ],
  [
    /StartEvent/,
    'is started by something other than a message',
    'A pathway begins plainly, a strand with a message: take the trigger off.',
    'make it plain',
  ],
  [
    /EndEvent/,
    'does more than end the way',
    'Take that off, and say in “sends” which message it gives.',
    'make it plain',
  ],
  [
    /LinkEvent/,
    'jumps to another place of the drawing',
    'Leave it out and draw the line to where it leads.',
    'leave out',
  ],
  [
    /BoundaryEvent/,
    'reacts to something that can’t happen here',
    'Only a message or a timescale ends a stage: leave it out, and draw what a person decides as a question.',
    'leave out',
  ],
  [
    /IntermediateThrowEvent/,
    'is passed without anybody doing anything',
    'Leave it out; a step says in “sends” which message it gives.',
    'leave out',
  ],
  [
    /IntermediateCatchEvent/,
    'waits for something that can’t happen here',
    'Only a message or a timescale can be waited for: leave it out.',
    'leave out',
  ],
  [
    /InclusiveGateway/,
    'takes one or several ways at once',
    'Ask one question with one answer, or set things out side by side.',
    'make it a question',
  ],
  [
    /ComplexGateway/,
    'decides by a rule that the drawing does not show',
    'Ask it as a question with one answer.',
    'make it a question',
  ],
  [
    /AdHocSubProcess/,
    'is a stage without an order',
    'Make it a plain stage, and draw its steps side by side.',
    'make it plain',
  ],
  [
    /Transaction/,
    'is a stage that can be undone as a whole',
    'Work with families is never undone by a program: make it a plain stage.',
    'make it plain',
  ],
  [
    /^bpmn:(Manual)?Task$/,
    'does not say that a person does it',
    'Make it a step and say who does it.',
    'make it a step',
  ],
  [/LaneSet/, 'sorts steps into lanes', 'Leave the lanes out and say on each step who does it.', 'leave out'],
  [
    /DataObject|DataStore|DataInput|DataOutput/,
    'is a paper or a file that is drawn',
    'A step’s form is what is written down here. Keep its name as a note, or leave it out.',
    'keep as note',
  ],
  [
    /GlobalTask|GlobalUserTask|GlobalScriptTask|GlobalManualTask|GlobalBusinessRuleTask/,
    'is a task that several processes share',
    'Leave it out; what several stages share is a pool of its own that each calls.',
    'leave out',
  ],
  [
    /Choreography|Conversation/,
    'is another kind of drawing',
    'Leave it out: a pathway shows who does what.',
    'leave out',
  ],
  [
    /Resource/,
    'names persons or groups of another program',
    'Leave it out; roles are named on the steps.',
    'leave out',
  ],
  [/./, 'belongs to other programs', 'Leave it out: nothing that is drawn depends on it here.', 'leave out'],
];

/** What to say of a type of BPMN, or of the use of one, that can't run here. */
export function sayingOf(bpmnType: string): Said {
  const [, what, todo, offer] = sayings.find(([pattern]) => pattern.test(bpmnType)) ?? fallback;
  return { what, todo, offer };
}

const fallback: [RegExp, string, string, ImportOffer] = [/./, 'can’t run here', 'Leave it out.', 'leave out'];

/** 'bpmn:IntermediateThrowEvent' → 'intermediate throw event' */
export const typeInWords = (bpmnType: string): string =>
  (bpmnType.split(',')[0] ?? '')
    .replace(/^.*:/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
