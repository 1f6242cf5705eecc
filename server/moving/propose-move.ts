import { proposePlan } from '#engine';
import type { MovePlan, StepMap, Version } from '#engine';
import { idFromCommand } from '../command-id.ts';
import { draftVersion } from '../drafts/index.ts';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';
import { allMoves, changeMove, noCounts, refuseSigned } from './move.ts';
import type { MoveBody } from './move.ts';
import { endsOf, isPublished } from './versions-of-move.ts';

export interface MoveAsked {
  from: string;
  /** a published version */
  to?: string;
  /** or a draft that will be one */
  draft?: string;
  by: string;
  commandId: string;
}

/** Begins a plan: what maps by itself, and what was decided in the last plan between the same two. */
export async function proposeMove(host: Host, asked: MoveAsked): Promise<MoveBody> {
  const { from, by, commandId } = asked;
  const id = idFromCommand('move', by, commandId);
  const known = await host.store.document<MoveBody>('move', id);
  if (known) return known.body;
  const to = asked.to ?? (asked.draft ? (await draftVersion(host, asked.draft)).version.id : refuseAbsent());
  if (!(await isPublished(host, from)) || (asked.to && !(await isPublished(host, to)))) return refuseAbsent();
  if (from === to) return refuse(422, 'same-version', 'Choose two versions that differ.');
  const about = { from, to, ...(asked.draft ? { draft: asked.draft } : {}) };
  const ends = await endsOf(host, about);
  const row = (await host.versions.list()).find((one) => one.id === to);
  const body: MoveBody = {
    ...{ id, ...about, by, at: host.clock.now(), revision: 1, state: 'draft', counts: noCounts() },
    ...(row?.team === undefined ? {} : { team: row.team }),
    ...(row?.effective === undefined ? {} : { effective: row.effective }),
    plan: beginning(ends, await lastPlan(host, about)),
  };
  const change = { kind: 'pathway' as const };
  const put = await host.store.put({ kind: 'move', id, body, expecting: 0, change });
  return put.ok ? body : refuseWrite(put);
}

/** The plan of the last move between the two, or of an earlier state of the same draft. */
async function lastPlan(
  host: Host,
  { from, to, draft }: Pick<MoveBody, 'from' | 'to' | 'draft'>,
): Promise<MovePlan | undefined> {
  const moves = await allMoves(host);
  const alike = (one: MoveBody): boolean =>
    one.from === from && (one.to === to || (draft !== undefined && one.draft === draft));
  return moves.find(alike)?.plan;
}

function beginning({ from, to }: { from: Version; to: Version }, last: MovePlan | undefined): MovePlan {
  if (!last) return proposePlan(from, to).plan;
  const here = new Set(to.pathway.processes.flatMap(({ elements }) => elements.map(({ id }) => id)));
  const own = new Set(proposePlan(from, to).plan.steps.map((map) => map.from));
  const said = last.steps.filter((map) => (map.to === null || here.has(map.to)) && !own.has(map.from));
  const changed = last.steps.filter((map) => own.has(map.from) && map.to !== null && here.has(map.to));
  const { plan } = proposePlan(from, to, [...said, ...changed]);
  const places = last.places.filter((place) => place.to.every((id) => here.has(id)));
  const strands = last.strands.filter(({ from: id }) => plan.strands.every((one) => one.from !== id));
  return { ...plan, places, strands: [...plan.strands, ...strands], clocks: last.clocks, note: last.note };
}

/** Puts a changed plan in the place of the old; what now maps by itself is added. Tried plans must be tried again. */
export async function changePlan(
  host: Host,
  id: string,
  sent: { plan: MovePlan; revision: number },
): Promise<MoveBody> {
  const { body } = { body: (await host.store.document<MoveBody>('move', id))?.body ?? refuseAbsent() };
  refuseSigned(body);
  const ends = await endsOf(host, body);
  const { steps } = proposePlan(ends.from, ends.to, withoutDoubles(sent.plan.steps)).plan;
  return changeMove(host, id, (move) => {
    refuseSigned(move);
    if (move.revision !== sent.revision) {
      refuse(
        409,
        'conflict',
        'Somebody changed this plan while you were working on it. Look at it as it is now.',
        {
          changed: { revision: move.revision },
        },
      );
    }
    const { trial: _, ...rest } = move;
    const plan = { ...sent.plan, from: move.from, to: move.to, steps };
    return { ...rest, plan, revision: move.revision + 1 };
  });
}

function withoutDoubles(steps: StepMap[]): StepMap[] {
  const key = ({ from, to }: StepMap): string => JSON.stringify([from, to]);
  return [...new Map(steps.map((map) => [key(map), map])).values()];
}
