import type { Behaviour, Plain, PlainFlow, Trigger } from './drawn.ts';
import { forever } from './take-only.ts';

/** Elements with only what decides the way; so nothing in a drawing can name code to run. */

export function bareMessage({ id, type, name }: Plain): Plain {
  return { id, type, name: name ?? id, parent: { id: 'sheet', type: 'bpmn:Definitions' }, behaviour: {} };
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
