import type { OpenItem } from '../contracts/index.ts';
import { isStage } from './drawn.ts';
import type { Plain, Trigger } from './drawn.ts';

const stepTypes = new Set(['bpmn:UserTask', 'bpmn:ManualTask']);

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

/** An event's first definition, without what the engine need not know. */
export const trigger = (node: Plain): { type: string; behaviour: Trigger } | undefined =>
  node.behaviour.eventDefinitions?.[0];
