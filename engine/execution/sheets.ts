import type { OpenItem, Question } from '../contracts/index.ts';
import { bareBehaviour, bareFlow, bareMessage } from './bare.ts';
import { isStage } from './drawn.ts';
import type { Drawn, Plain, PlainFlow } from './drawn.ts';
import { itemsOf, trigger } from './items.ts';

/** One process of the drawing standing alone, as bpmn-elements takes it, and what its parts mean to us. */
export interface Sheet {
  process: string;
  /** plain data, of which `deserialize` makes a context */
  context: SheetContext;
  /** by element: what a track waits for once the element is entered */
  items: Record<string, OpenItem>;
  /** starts that wait for a message before the process begins */
  waitingStarts: string[];
  starts: string[];
  boundaries: string[];
  joins: string[];
  /** by flow: the question its condition asks */
  questions: Record<string, Question>;
  /** flows that leave a question, with a condition or as the default */
  ways: string[];
}

export interface SheetContext {
  definition: { id: string; type: string };
  processes: Plain[];
  activities: Plain[];
  sequenceFlows: PlainFlow[];
  associations: never[];
  dataObjects: never[];
  dataStores: never[];
  messageFlows: never[];
}

const besides = new Set(['bpmn:TextAnnotation', 'bpmn:Group', 'bpmn:Category']);

/**
 * Cuts the drawing into sheets: one per process, and one per embedded stage, which its parent then calls. Only
 * what decides the way is kept of each element; so nothing in a drawing can name code to run.
 */
export function cutSheets(drawn: Drawn): Sheet[] {
  const stages = drawn.activities.filter(isStage);
  return [...drawn.processes, ...stages].map(({ id }) => cutSheet(id, drawn));
}

function cutSheet(process: string, drawn: Drawn): Sheet {
  const nodes = drawn.activities.filter((node) => node.parent?.id === process && !besides.has(node.type));
  const flows = drawn.sequenceFlows.filter((flow) => flow.parent?.id === process);
  // only those waited for here: a message that comes into use elsewhere leaves this sheet as it was
  const waitedFor = new Set(nodes.map((node) => trigger(node)?.behaviour.messageRef?.id));
  const messages = drawn.activities.filter(({ id, type }) => type === 'bpmn:Message' && waitedFor.has(id));
  const exclusive = new Set(nodes.filter(isQuestion).map(({ id }) => id));
  const starts = nodes.filter(({ type }) => type === 'bpmn:StartEvent');
  return {
    process,
    context: {
      definition: { id: 'sheet', type: 'bpmn:Definitions' },
      processes: [bareProcess(process)],
      activities: [...messages.map(bareMessage), ...nodes.map((node) => bareNode(node, process))],
      sequenceFlows: flows.map((flow) => bareFlow(flow, process)),
      associations: [],
      dataObjects: [],
      dataStores: [],
      messageFlows: [],
    },
    items: itemsOf(nodes, drawn.timescales),
    starts: starts.map(({ id }) => id),
    waitingStarts: starts.filter((start) => trigger(start)).map(({ id }) => id),
    boundaries: nodes.filter(({ type }) => type === 'bpmn:BoundaryEvent').map(({ id }) => id),
    joins: nodes.filter(({ type }) => type === 'bpmn:ParallelGateway').map(({ id }) => id),
    questions: questionsOf(flows),
    ways: flows.filter(({ sourceId }) => exclusive.has(sourceId)).map(({ id }) => id),
  };
}

const isQuestion = ({ type }: Plain): boolean => type === 'bpmn:ExclusiveGateway';

const bareProcess = (id: string): Plain => ({ id, type: 'bpmn:Process', behaviour: { isExecutable: true } });

/** A node with only what decides the way; an embedded stage becomes a call that waits to be told of its return. */
function bareNode(node: Plain, process: string): Plain {
  return {
    id: node.id,
    type: isStage(node) ? 'bpmn:CallActivity' : node.type,
    parent: { id: process, type: 'bpmn:Process' },
    behaviour: bareBehaviour(node),
  };
}

export function questionsOf(flows: PlainFlow[]): Record<string, Question> {
  const asked = flows.filter(({ behaviour, isDefault }) => behaviour.conditionExpression && !isDefault);
  return Object.fromEntries(
    asked.map(({ id, sourceId, behaviour }) => [
      id,
      { gateway: sourceId, flow: id, condition: (behaviour.conditionExpression?.body ?? '').trim() },
    ]),
  );
}
