import { BpmnModdle } from 'bpmn-moddle';
import { map } from 'moddle-context-serializer';

/** The whole drawing as plain data, with the timescale that each timer event names. */
export interface Drawn {
  processes: Plain[];
  activities: Plain[];
  sequenceFlows: PlainFlow[];
  timescales: Record<string, string>;
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

export interface Behaviour {
  isExecutable?: boolean;
  triggeredByEvent?: boolean;
  cancelActivity?: boolean;
  calledElement?: string;
  attachedTo?: { id: string };
  eventDefinitions?: { type: string; behaviour: Trigger }[];
  conditionExpression?: { body?: string };
}

export interface Trigger {
  messageRef?: { id: string; type: string; name?: string };
  timeDuration?: string;
}

const stageTypes = new Set(['bpmn:SubProcess', 'bpmn:Transaction', 'bpmn:AdHocSubProcess']);

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
