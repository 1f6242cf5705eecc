/**
 * Small drawings as text, so that a test shows the whole of what it is about:
 *
 *     drawing({
 *       main: `(start) -> write -> <again>
 *              <again> -[more = true]-> write
 *              <again> => (done)`,
 *     })
 *
 * Nodes: `word` a step · `(id)` a start (nothing leads to it) or an end · `(id "message")` a start by message ·
 * `(!id)` a terminate end · `<id>` a question · `|id|` a fork or join · `<?id>` a wait for the first of several ·
 * `@id "message"` and `~id "timescale"` catches · `host^@id "message"`, `host^~id "timescale"` interrupting boundaries ·
 * `[id]` a stage drawn inside, whose content is the entry of the same name · `{id=process}` a call.
 * Flows: `->`, `-[condition]->`, `=>` the default.
 */
export function drawing(processes: Record<string, string>): string {
  const read = Object.fromEntries(Object.entries(processes).map(([id, text]) => [id, readProcess(text)]));
  const inside = new Set(
    Object.values(read).flatMap(({ nodes }) =>
      [...nodes.values()].filter((n) => n.kind === 'stage').map((n) => n.id),
    ),
  );
  const messages = new Set<string>();
  const body = Object.keys(read)
    .filter((id) => !inside.has(id))
    .map((id) => `<process id="${id}" isExecutable="true">${content(id, read, messages)}</process>`);
  const declared = [...messages].map((name) => `<message id="${messageId(name)}" name="${name}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:pathway="https://throughline.example/pathway" id="drawing" targetNamespace="https://throughline.example">
${[...declared, ...body].join('\n')}
</definitions>`;
}

interface Node {
  kind: 'step' | 'event' | 'terminate' | 'question' | 'fork' | 'wait' | 'catch' | 'stage' | 'call';
  id: string;
  message?: string;
  timescale?: string;
  process?: string;
  host?: string;
}

interface Flow {
  id: string;
  from: string;
  to: string;
  condition?: string;
  isDefault: boolean;
}

interface Read {
  nodes: Map<string, Node>;
  flows: Flow[];
}

function readProcess(text: string): Read {
  const read: Read = { nodes: new Map(), flows: [] };
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line) readLine(line, read);
  }
  return read;
}

function readLine(line: string, { nodes, flows }: Read): void {
  const parts = line.split(/\s+(-\[.*?\]->|->|=>)\s+/);
  let from: Node | null = null;
  for (let at = 0; at < parts.length; at += 2) {
    const node = readNode(parts[at] ?? '');
    const known = nodes.get(node.id);
    if (!known) nodes.set(node.id, node);
    if (from) {
      const arrow = parts[at - 1] ?? '';
      const condition = /^-\[(.*)\]->$/.exec(arrow)?.[1];
      const id = `${from.id}--${node.id}`;
      flows.push({
        id: flows.some((flow) => flow.id === id) ? `${id}-${flows.length}` : id,
        from: from.id,
        to: node.id,
        isDefault: arrow === '=>',
        ...(condition === undefined ? {} : { condition }),
      });
    }
    from = node;
  }
}

const shapes: [RegExp, (found: string[]) => Omit<Node, 'id'>][] = [
  [/^\(!([\w-]+)\)$/, () => ({ kind: 'terminate' })],
  [/^\(([\w-]+)(?: "(.+)")?\)$/, ([, , message]) => ({ kind: 'event', ...(message ? { message } : {}) })],
  [/^<\?([\w-]+)>$/, () => ({ kind: 'wait' })],
  [/^<([\w-]+)>$/, () => ({ kind: 'question' })],
  [/^\|([\w-]+)\|$/, () => ({ kind: 'fork' })],
  [/^\[([\w-]+)\]$/, () => ({ kind: 'stage' })],
  [/^\{([\w-]+)=([\w-]+)\}$/, ([, , process]) => ({ kind: 'call', process: process ?? '' })],
  [/^@([\w-]+)(?: "(.+)")?$/, ([, , message]) => ({ kind: 'catch', ...(message ? { message } : {}) })],
  [/^~([\w-]+)(?: "(.+)")?$/, ([, , timescale]) => ({ kind: 'catch', timescale: timescale ?? '' })],
  [/^([\w-]+)$/, () => ({ kind: 'step' })],
];

function readNode(text: string): Node {
  const bound = /^([\w-]+)\^(.+)$/.exec(text);
  for (const [shape, make] of shapes) {
    const found = shape.exec(bound?.[2] ?? text);
    if (found) return { id: found[1] ?? '', ...make([...found]), ...(bound ? { host: bound[1] ?? '' } : {}) };
  }
  throw new Error(`no such node in a drawing: ${text}`);
}

function content(id: string, read: Record<string, Read>, messages: Set<string>): string {
  const { nodes, flows } = read[id] ?? { nodes: new Map<string, Node>(), flows: [] };
  const targets = new Set(flows.map((flow) => flow.to));
  const drawn = [...nodes.values()].map((node) => {
    if (node.message) messages.add(node.message);
    const first = flows.find((flow) => flow.from === node.id && flow.isDefault);
    const attributes = `id="${node.id}"${first ? ` default="${first.id}"` : ''}`;
    return node.kind === 'stage'
      ? `<subProcess ${attributes}>${content(node.id, read, messages)}</subProcess>`
      : element(node, attributes, targets);
  });
  return [...drawn, ...flows.map(sequence)].join('\n');
}

function element(node: Node, attributes: string, targets: Set<string>): string {
  const named = `${attributes} name="${node.id}"`;
  if (node.host) return `<boundaryEvent ${named} attachedToRef="${node.host}"${clock(node)}</boundaryEvent>`;
  switch (node.kind) {
    case 'terminate':
      return `<endEvent ${named}><terminateEventDefinition/></endEvent>`;
    case 'event':
      return targets.has(node.id)
        ? `<endEvent ${named}/>`
        : `<startEvent ${named}${trigger(node)}</startEvent>`;
    case 'question':
      return `<exclusiveGateway ${named}/>`;
    case 'fork':
      return `<parallelGateway ${named}/>`;
    case 'wait':
      return `<eventBasedGateway ${named}/>`;
    case 'catch':
      return `<intermediateCatchEvent ${named}${clock(node)}</intermediateCatchEvent>`;
    case 'call':
      return `<callActivity ${named} calledElement="${node.process ?? ''}"/>`;
    default:
      return `<userTask ${named}/>`;
  }
}

const clock = (node: Node): string =>
  node.timescale === undefined
    ? trigger(node)
    : ` pathway:timescale="${node.timescale}"><timerEventDefinition/>`;

const trigger = (node: Node): string =>
  node.message ? `><messageEventDefinition messageRef="${messageId(node.message)}"/>` : '>';

const messageId = (name: string): string => `message-${name.replace(/\W+/g, '-')}`;

function sequence({ id, from, to, condition }: Flow): string {
  const inner =
    condition === undefined
      ? '/>'
      : `><conditionExpression xsi:type="tFormalExpression" language="https://www.omg.org/spec/DMN/20191111/FEEL/">${escape(condition)}</conditionExpression></sequenceFlow>`;
  return `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"${inner}`;
}

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
