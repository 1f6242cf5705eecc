import type { OpenItem, Question } from '../../engine/contracts/index.ts';
import { bareBehaviour, bareFlow, bareMessage } from '../../engine/execution/bare.ts';
import { isStage } from '../../engine/execution/drawn.ts';
import type { Drawn, Plain, PlainFlow } from '../../engine/execution/drawn.ts';
import { itemsOf } from '../../engine/execution/items.ts';
import { questionsOf } from '../../engine/execution/sheets.ts';

/**
 * One process of the drawing with everything inside it, as one context for bpmn-engine: stages stay embedded, and
 * what is called is drawn where it is called. (A call compiled inside misbehaves under an interrupting boundary: the
 * called step stays open. An embedded copy does not, so it can be the judge.) Every id is the element's path.
 */
export interface Flat {
  context: {
    definition: { id: string; type: string };
    processes: Plain[];
    activities: Plain[];
    sequenceFlows: PlainFlow[];
  } & Record<'associations' | 'dataObjects' | 'dataStores' | 'messageFlows', never[]>;
  /** by path: what is waited for; stages under way are not */
  items: Record<string, OpenItem>;
  /** by path of the flow */
  questions: Record<string, Question>;
  /** paths of the starts that wait for a message */
  waitingStarts: string[];
}

export function flatten(drawn: Drawn, process: string): Flat {
  const flat: Flat = {
    context: {
      definition: { id: 'flat', type: 'bpmn:Definitions' },
      processes: [{ id: process, type: 'bpmn:Process', behaviour: { isExecutable: true } }],
      activities: drawn.activities.filter(({ type }) => type === 'bpmn:Message').map(bareMessage),
      sequenceFlows: [],
      associations: [],
      dataObjects: [],
      dataStores: [],
      messageFlows: [],
    },
    items: {},
    questions: {},
    waitingStarts: [],
  };
  drawInside(flat, drawn, process, { id: process, type: 'bpmn:Process' }, '');
  return flat;
}

function drawInside(
  flat: Flat,
  drawn: Drawn,
  from: string,
  into: { id: string; type: string },
  above: string,
): void {
  if (above.split('/').length > 12) throw new Error(`${from} calls itself`);
  const nodes = drawn.activities.filter(
    (node) => node.parent?.id === from && node.type !== 'bpmn:TextAnnotation',
  );
  const flows = drawn.sequenceFlows.filter((flow) => flow.parent?.id === from);
  const items = itemsOf(nodes, drawn.timescales);
  for (const node of nodes) {
    const path = above + node.id;
    const inside = insideOf(node, drawn);
    const host = node.behaviour.attachedTo;
    flat.context.activities.push({
      id: path,
      type: inside === null ? node.type : 'bpmn:SubProcess',
      parent: into,
      behaviour: { ...bareBehaviour(node), ...(host ? { attachedTo: { id: above + host.id } } : {}) },
    });
    const item = items[node.id];
    if (inside !== null) drawInside(flat, drawn, inside, { id: path, type: 'bpmn:SubProcess' }, `${path}/`);
    else if (item) flat.items[path] = item;
    if (node.type === 'bpmn:StartEvent' && item) flat.waitingStarts.push(path);
  }
  for (const [id, question] of Object.entries(questionsOf(flows))) flat.questions[above + id] = question;
  for (const flow of flows) flat.context.sequenceFlows.push(atPath(flow, into, above));
}

/** The process whose content stands inside a node, if any. */
function insideOf(node: Plain, { processes }: Drawn): string | null {
  if (isStage(node)) return node.id;
  const called = node.behaviour.calledElement;
  return called !== undefined && processes.some(({ id }) => id === called) ? called : null;
}

function atPath(flow: PlainFlow, into: { id: string; type: string }, above: string): PlainFlow {
  const bare = bareFlow({ ...flow, id: above + flow.id }, into.id);
  return { ...bare, sourceId: above + flow.sourceId, targetId: above + flow.targetId, parent: into };
}
