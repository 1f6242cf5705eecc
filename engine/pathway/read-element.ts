import type { ModdleElement } from 'bpmn-moddle';
import type { Element, ElementKind } from '../contracts/index.ts';

/** What the attributes of our own namespace are called on an element of the drawing. */
const texts = ['form', 'role', 'purpose', 'statute', 'practice', 'sends', 'notBy'] as const;

const plainKinds: Record<string, ElementKind> = {
  'bpmn:UserTask': 'step',
  'bpmn:ExclusiveGateway': 'question',
  'bpmn:ParallelGateway': 'fork',
  'bpmn:EventBasedGateway': 'wait',
  'bpmn:SubProcess': 'stage',
  'bpmn:CallActivity': 'stage',
  'bpmn:TextAnnotation': 'note',
};

/** What kind of event each may be, by what it waits for or does. */
const eventKinds: Record<string, Record<string, ElementKind>> = {
  'bpmn:StartEvent': { plain: 'start', message: 'start' },
  'bpmn:EndEvent': { plain: 'end', terminate: 'terminate' },
  'bpmn:IntermediateCatchEvent': { message: 'message-catch', timer: 'timer-catch' },
  'bpmn:BoundaryEvent': { message: 'message-boundary', timer: 'timer-boundary' },
};

const definitions: Record<string, string> = {
  'bpmn:MessageEventDefinition': 'message',
  'bpmn:TerminateEventDefinition': 'terminate',
  'bpmn:TimerEventDefinition': 'timer',
};

/**
 * One node of the drawing as plain data. What bpmn can draw and this product does not run comes back as kind
 * 'refused', its `bpmnType` saying what it is and in which use ('bpmn:BoundaryEvent, not interrupting').
 */
export function readElement(node: ModdleElement): Element {
  const event = eventOf(node);
  const refusal = refusedUse(node) ?? (event && !event.kind ? event.use : undefined);
  const kind = refusal === undefined ? (event?.kind ?? plainKinds[node.$type]) : undefined;
  const element: Element = {
    id: node.id ?? '',
    kind: kind ?? 'refused',
    bpmnType: refusal ? `${node.$type}, ${refusal}` : node.$type,
    name: plain(node.get(kind === 'note' ? 'text' : 'name')) ?? '',
  };
  for (const name of texts) {
    const text = plain(node.get(`pathway:${name}`));
    if (text) element[name] = text;
  }
  addTimescale(element, node);
  if (event?.message !== undefined) element.message = event.message;
  if (kind === 'stage') addProcess(element, node);
  const host = node.get('attachedToRef') as ModdleElement | undefined;
  if (host?.id) element.attachedTo = host.id;
  return element;
}

function addTimescale(element: Element, node: ModdleElement): void {
  const ids = plain(node.get('pathway:timescale'));
  if (!ids) return;
  if (element.kind === 'timer-catch' || element.kind === 'timer-boundary') element.timescale = ids;
  else element.timescales = ids.split(' ');
}

function addProcess(element: Element, node: ModdleElement): void {
  if (node.$type === 'bpmn:CallActivity') {
    element.called = true;
    element.process = plain(node.get('calledElement')) ?? '';
  } else {
    element.process = element.id;
  }
}

interface ReadEvent {
  kind: ElementKind | undefined;
  use: string;
  message?: string;
}

function eventOf(node: ModdleElement): ReadEvent | null {
  const kinds = eventKinds[node.$type];
  if (!kinds) return null;
  const found = list(node, 'eventDefinitions');
  if (found.length > 1) return { kind: undefined, use: 'more than one trigger' };
  const definition = found[0];
  const trigger = definition ? (definitions[definition.$type] ?? definition.$type) : 'plain';
  if (node.$type === 'bpmn:StartEvent' && trigger === 'message' && insideStage(node)) {
    return { kind: undefined, use: 'message inside a stage' };
  }
  const event: ReadEvent = { kind: kinds[trigger], use: trigger.replace('bpmn:', '') };
  if (trigger === 'message') {
    event.message = plain((definition?.get('messageRef') as ModdleElement | undefined)?.get('name')) ?? '';
  }
  return event;
}

/** Uses of an allowed element that the engine can't run, or that would run code in the host. */
function refusedUse(node: ModdleElement): string | undefined {
  if (node.get('loopCharacteristics')) return 'repeated by itself';
  if (node.get('triggeredByEvent')) return 'started by an event';
  if (node.get('cancelActivity') === false) return 'not interrupting';
  if (node.get('isForCompensation')) return 'compensation';
  if (node.get('instantiate')) return 'starting a process';
  if (list(node, 'resources').length > 0) return 'potential owner';
  if (node.get('ioSpecification')) return 'inputs and outputs';
  const implementation = node.get('implementation');
  if (implementation && implementation !== '##unspecified') return 'implementation';
  return undefined;
}

const insideStage = (node: ModdleElement): boolean => node.$parent?.$type === 'bpmn:SubProcess';

/** Children of a moddle element under a many-valued property; none when it has none. */
export function list(node: ModdleElement, name: string): ModdleElement[] {
  return (node.get(name) as ModdleElement[] | undefined) ?? [];
}

/** Text with line breaks and runs of space made one space; undefined when there is none. */
export function plain(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}
