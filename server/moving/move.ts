import type { Day, Finding, Moment, MovePlan, PlaceChoice, SignedPlan } from '#engine';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';
import { allDocuments, type StoredDocument } from '../store/port.ts';

export type MoveState = 'draft' | 'signed' | 'moving' | 'paused' | 'done';

/** Why a case did not move, or that it did. */
export type MovedResult = 'moved' | 'reverted' | 'needs-a-person' | 'refused' | 'failed';

/** How a plan went on all cases when it was tried: what a dry run says, without names. */
export interface Trial {
  at: Moment;
  by: string;
  /** seal of the plan that was tried: another plan needs another trial */
  plan: string;
  cases: number;
  move: number;
  children: number;
  alreadyThere: number;
  elsewhere: number;
  steps: { goOn: number; close: number; open: number };
  needAPerson: NeedsAPerson[];
}

/** A case for which a person must say more, and what stands in the way. */
export interface NeedsAPerson {
  case: string;
  troubles: {
    child: string;
    reason: string;
    process: string;
    open: string[];
    done?: string[];
    message: string;
    nearest: { choice: PlaceChoice; says: string }[];
  }[];
}

/** Open cases on their way from one version to another. */
export interface MoveBody {
  id: string;
  from: string;
  to: string;
  /** the draft that will become `to`, while it is not published */
  draft?: string;
  /** only families of this team: the version is for it first */
  team?: string;
  by: string;
  at: Moment;
  plan: MovePlan;
  /** rises with every change of the plan */
  revision: number;
  trial?: Trial;
  signed?: SignedPlan;
  state: MoveState;
  /** the server that carries it out, until when others leave it alone */
  runner?: { process: string; until: Moment };
  /** from which day its cases may move */
  effective?: Day;
  /** the last case looked at, by id: where it goes on after a crash */
  reached?: string;
  /** what became of the run as far as it came */
  counts: Record<MovedResult, number>;
}

/** What became of one case. */
export interface MovedCase {
  move: string;
  case: string;
  result: MovedResult;
  at: Moment;
  message?: string;
  findings?: Finding[];
  /** how often it was taken up: every time is a command of its own */
  attempt: number;
}

export const noCounts = (): MoveBody['counts'] => ({
  ...{ moved: 0, reverted: 0, 'needs-a-person': 0, refused: 0, failed: 0 },
});

export async function storedMove(host: Host, id: string): Promise<StoredDocument<MoveBody>> {
  return (await host.store.document<MoveBody>('move', id)) ?? refuseAbsent();
}

/** Every move there is, the newest first. */
export async function allMoves(host: Host): Promise<MoveBody[]> {
  const found = await allDocuments<MoveBody>(host.store, { kind: 'move' });
  return found.map(({ body }) => body).sort((a, b) => b.at.localeCompare(a.at) || a.id.localeCompare(b.id));
}

const tries = 8;

/** Changes a move as it is now, once more when somebody else wrote meanwhile. `change` may refuse, or change nothing. */
export async function changeMove(
  host: Host,
  id: string,
  change: (move: MoveBody) => MoveBody,
): Promise<MoveBody> {
  for (let tried = 1; ; tried += 1) {
    const stored = await storedMove(host, id);
    const changed = change(stored.body);
    if (changed === stored.body) return changed;
    const put = await host.store.put({
      ...{ kind: 'move', id, body: changed, expecting: stored.revision, change: { kind: 'pathway' } },
    });
    if (put.ok) return changed;
    if (put.reason !== 'conflict' || tried === tries) return refuseWrite(put);
  }
}

/** A plan that is signed does not change any more. */
export function refuseSigned({ state }: MoveBody): void {
  if (state !== 'draft') {
    refuse(
      409,
      'signed',
      'This plan is signed and does not change any more. Make a further plan for the families that are left.',
    );
  }
}

/** The plans that were made for a draft, the newest first. */
export async function movesForDraft(host: Host, draft: string): Promise<MoveBody[]> {
  return (await allMoves(host)).filter((one) => one.draft === draft);
}

/** The version of a draft's plans is published: from when, and for which team. */
export async function moveIsPublished(
  host: Host,
  id: string,
  { effective, team }: { effective: Day; team?: string },
): Promise<void> {
  await changeMove(host, id, ({ trial, ...move }) => ({
    ...{ ...move, effective },
    // tried on everyone's families, it says nothing of one team's
    ...(team === undefined ? (trial ? { trial } : {}) : { team }),
  }));
}
