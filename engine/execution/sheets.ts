import { BpmnModdle } from 'bpmn-moddle';
import { map } from 'moddle-context-serializer';
import type { OpenItem, Question } from '../contracts/index.ts';
import { forever } from './take-only.ts';

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

export interface Plain {
  id: string;
  type: string;
  name?: string;
  parent?: { id: string; type: string };
  behaviour: Behaviour;
}

export interface PlainFlow extends Plain {
  sourceId: string;
  targetId: string;
  isDefault?: boolean;
}

interface Behaviour {
  isExecutable?: boolean;
  triggeredByEvent?: boolean;
  cancelActivity?: boolean;
  calledElement?: string;
  attachedTo?: { id: string };
  eventDefinitions?: { type: string; behaviour: Trigger }[];
  conditionExpression?: { body?: string };
}

interface Trigger {
  messageRef?: { id: string; type: string; name?: string };
  timeDuration?: string;
}

/** The whole drawing as plain data, with the timescale that each timer event names. */
export interface Drawn {
  processes: Plain[];
  activities: Plain[];
  sequenceFlows: PlainFlow[];
  timescales: Record<string, string>;
}

const stageTypes = new Set(['bpmn:SubProcess', 'bpmn:Transaction', 'bpmn:AdHocSubProcess']);
const stepTypes = new Set(['bpmn:UserTask', 'bpmn:ManualTask']);
const besides = new Set(['bpmn:TextAnnotation', 'bpmn:Group', 'bpmn:Category']);

export const isStage = (node: Plain): boolean => stageTypes.has(node.type);

/** Reads the drawing's XML. Rejects when it can't be read at all; `readPathway` says so in plain words before. */
export async function readDrawn(xml: string, moddleOptions: Record<string, unknown>): Promise<Drawn> {
  const parsed = await new BpmnModdle(moddleOptions).fromXML(xml);
  const mapped = map(parsed as never, undefined as never);
  const plain = JSON.parse(JSON.stringify(mapped)) as Omit<Drawn, 'timescales'>;
  const timescales: Record<string, string> = {};
  const byId = (parsed as unknown as { elementsById: Record<string, { get(name: string): unknown }> })
    .elementsById;
  for (const { id } of plain.activities) {
    const timescale = byId[id]?.get('pathway:timescale');
    if (typeof timescale === 'string' && timescale.trim()) timescales[id] = timescale;
  }
  return { ...plain, timescales };
}

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
  const messages = drawn.activities.filter(({ type }) => type === 'bpmn:Message');
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

/** An event's first definition, without what the engine need not know. */
const trigger = (node: Plain): { type: string; behaviour: Trigger } | undefined =>
  node.behaviour.eventDefinitions?.[0];

export function bareMessage({ id, type, name }: Plain): Plain {
  return { id, type, name: name ?? id, parent: { id: 'sheet', type: 'bpmn:Definitions' }, behaviour: {} };
}

/** A node with only what decides the way; an embedded stage becomes a call that waits to be told of its return. */
function bareNode(node: Plain, process: string): Plain {
  return {
    id: node.id,
    type: isStage(node) ? 'bpmn:CallActivity' : node.type,
    parent: { id: process, type: 'bpmn:Process' },
    behaviour: bareBehaviour(node),
  };
}

export function bareBehaviour({ behaviour }: Plain): Behaviour {
  const { attachedTo, cancelActivity, eventDefinitions } = behaviour;
  return {
    ...(attachedTo ? { attachedTo: { id: attachedTo.id } } : {}),
    ...(cancelActivity === undefined ? {} : { cancelActivity }),
    ...(eventDefinitions ? { eventDefinitions: eventDefinitions.map(bareTrigger) } : {}),
  };
}

function bareTrigger({ type, behaviour }: { type: string; behaviour: Trigger }): {
  type: string;
  behaviour: Trigger;
} {
  if (type === 'bpmn:TimerEventDefinition') return { type, behaviour: { timeDuration: forever } };
  return { type, behaviour: behaviour.messageRef ? { messageRef: behaviour.messageRef } : {} };
}

/** The condition becomes the flow's own id: `Asking` looks the question up by it, and no expression is ever evaluated. */
export function bareFlow(flow: PlainFlow, process: string): PlainFlow {
  const { id, type, sourceId, targetId, isDefault, behaviour } = flow;
  return {
    id,
    type,
    sourceId,
    targetId,
    ...(isDefault ? { isDefault } : {}),
    parent: { id: process, type: 'bpmn:Process' },
    behaviour: behaviour.conditionExpression ? { conditionExpression: { body: id } } : {},
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

/** What each node waits for once entered, in the order of the drawing. */
export function itemsOf(nodes: Plain[], timescales: Record<string, string>): Record<string, OpenItem> {
  const items: Record<string, OpenItem> = {};
  for (const node of nodes) {
    const item = itemOf(node, timescales[node.id]);
    const host = node.behaviour.attachedTo?.id;
    if (item) items[node.id] = { ...item, ...(host ? { attachedTo: host } : {}) };
  }
  return items;
}

function itemOf(node: Plain, timescale: string | undefined): OpenItem | null {
  const { id, type, behaviour } = node;
  if (stepTypes.has(type)) return { id, kind: 'step' };
  if (type === 'bpmn:CallActivity') return called(id, behaviour.calledElement);
  if (isStage(node)) return called(id, id);
  const waitsFor = trigger(node);
  if (waitsFor?.type === 'bpmn:MessageEventDefinition') {
    return { id, kind: 'message', message: waitsFor.behaviour.messageRef?.name ?? '' };
  }
  if (waitsFor?.type !== 'bpmn:TimerEventDefinition') return null;
  return { id, kind: 'timer', ...(timescale === undefined ? {} : { timescale }) };
}

const called = (id: string, process: string | undefined): OpenItem => ({
  id,
  kind: 'call',
  ...(process ? { process } : {}),
});
