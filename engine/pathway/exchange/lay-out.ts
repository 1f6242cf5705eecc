import { layoutProcess } from 'bpmn-auto-layout';
import type { ModdleElement } from 'bpmn-moddle';
import { list } from '../read-element.ts';
import { childrenOf } from './every-node.ts';
import { bareText } from './bare-text.ts';
import { boundsOf, move, outline } from './bounds.ts';
import type { Box } from './bounds.ts';
import { layOutPlainly } from './lay-out-plainly.ts';
import { drawLines, drawNotes } from './lay-out-notes.ts';
import type { OpenDrawing } from './open-drawing.ts';
import { sayWays } from './ways.ts';

/** Around the content of a pool, and between pools; the bar with its name. */
const padding = 50;
const bar = 30;
const farthest = 1_000_000;
const emptyPool = { width: 600, height: 80 };

/** Whether a diagram shows anything, and all it shows is somewhere. */
export function isLaidOut(definitions: ModdleElement): boolean {
  const drawn = list(definitions, 'diagrams').flatMap((diagram) =>
    list(diagram.get('plane') as ModdleElement, 'planeElement'),
  );
  return drawn.length > 0 && drawn.every(isSomewhere);
}

function isSomewhere(drawn: ModdleElement): boolean {
  const bounds = boundsOf(drawn);
  if (drawn.$type === 'bpmndi:BPMNShape' && !bounds) return false;
  const points = list(drawn, 'waypoint').flatMap((point) => [Number(point.get('x')), Number(point.get('y'))]);
  return [...points, ...(bounds ? Object.values(bounds) : [])].every((one) => Math.abs(one) < farthest);
}

/**
 * Gives a drawing without a diagram layer one: each process by itself by bpmn-auto-layout, stages folded, pools one
 * below the other. Several processes that no pool shows are each given one. Lanes and groups get no shape. Throws
 * where the layout can't be made; the drawing then is as it was but for the pools.
 */
export async function layOut({ moddle, definitions }: OpenDrawing): Promise<void> {
  const processes = list(definitions, 'rootElements').filter((root) => root.$type === 'bpmn:Process');
  sayWays(definitions);
  const layers = new Map<ModdleElement, ModdleElement[]>();
  for (const process of processes) layers.set(process, await layerOf(moddle, process));
  const collaboration = collaborationOf(moddle, definitions, processes);
  const diagrams = [...layers.values()].flatMap((made) => (collaboration ? made.slice(1) : made));
  if (collaboration) diagrams.unshift(stack(moddle, collaboration, layers));
  for (const diagram of diagrams) {
    diagram.$parent = definitions;
    drawNotes(moddle, definitions, diagram.get('plane') as ModdleElement);
    drawLines(moddle, definitions, diagram.get('plane') as ModdleElement);
  }
  definitions.set('diagrams', diagrams);
}

/** The diagrams of one process: its own, then one for each stage inside. They name elements of a copy, by their ids. */
async function layerOf(moddle: OpenDrawing['moddle'], process: ModdleElement): Promise<ModdleElement[]> {
  try {
    const { rootElement } = await moddle.fromXML(await layoutProcess(bareText(process)));
    return list(rootElement, 'diagrams');
  } catch {
    return layOutPlainly(moddle, process); // the package stumbles on some loops
  }
}

/** The drawing's own collaboration; one made for it where several processes have none; none for a single process. */
function collaborationOf(
  moddle: OpenDrawing['moddle'],
  definitions: ModdleElement,
  processes: ModdleElement[],
): ModdleElement | null {
  const roots = list(definitions, 'rootElements');
  const found = roots.find((root) => root.$type === 'bpmn:Collaboration');
  if (!found && processes.length < 2) return null;
  const collaboration = found ?? moddle.create('bpmn:Collaboration', { id: 'pools', participants: [] });
  if (!found) {
    collaboration.$parent = definitions;
    definitions.set('rootElements', [collaboration, ...roots]);
  }
  const pools = list(collaboration, 'participants');
  const shown = new Set(pools.map((pool) => pool.get('processRef')));
  for (const process of processes.filter((one) => !shown.has(one))) {
    const pool = moddle.create('bpmn:Participant', {
      id: `pool-${process.id ?? ''}`,
      name: process.get('name') ?? process.id,
      processRef: process,
    });
    pool.$parent = collaboration;
    pools.push(pool);
  }
  collaboration.set('participants', pools);
  return collaboration;
}

/** One diagram with every pool, the content of each in it. */
function stack(
  moddle: OpenDrawing['moddle'],
  collaboration: ModdleElement,
  layers: Map<ModdleElement, ModdleElement[]>,
): ModdleElement {
  const drawn: ModdleElement[] = [];
  let y = padding;
  for (const pool of list(collaboration, 'participants')) {
    const layer = layers.get(pool.get('processRef') as ModdleElement)?.[0];
    const inside = layer ? list(layer.get('plane') as ModdleElement, 'planeElement') : [];
    const box = place(inside, y);
    drawn.push(
      moddle.create('bpmndi:BPMNShape', {
        id: `${pool.id ?? ''}-shape`,
        bpmnElement: pool,
        isHorizontal: true,
        bounds: moddle.create('dc:Bounds', { ...box }),
      }),
      ...inside,
    );
    y += box.height + padding;
  }
  const plane = moddle.create('bpmndi:BPMNPlane', {
    id: `${collaboration.id ?? ''}-plane`,
    bpmnElement: collaboration,
    planeElement: drawn,
  });
  for (const one of drawn) one.$parent = plane;
  for (const one of drawn) for (const inside of childrenOf(one)) inside.$parent = one;
  return moddle.create('bpmndi:BPMNDiagram', { id: `${collaboration.id ?? ''}-diagram`, plane });
}

/** Moves what a pool holds to where the pool stands; the pool's own box. */
function place(inside: ModdleElement[], y: number): Box {
  const content = outline(inside.flatMap((one) => boundsOf(one) ?? []));
  if (!content) return { x: padding, y, ...emptyPool };
  move(inside, padding + bar + padding - content.x, y + padding - content.y);
  return {
    ...{ x: padding, y },
    width: content.width + bar + 2 * padding,
    height: content.height + 2 * padding,
  };
}
