import { get, newCommandId, post, put, type Answered } from '../api/request.ts';
import type { Named } from '../api/session.ts';

export interface PlaceChoice {
  process: string;
  open: string[];
  done?: string[];
  to: string[];
}

export interface MovePlan {
  from: string;
  to: string;
  steps: { from: string; to: string | null; form?: 'keep' | 'new' }[];
  strands: { from: string; to: string | null }[];
  places: PlaceChoice[];
  clocks: 'keep' | 'restart';
  note: string;
}

export type MoveState = 'draft' | 'signed' | 'moving' | 'paused' | 'done';
export type MovedResult = 'moved' | 'reverted' | 'needs-a-person' | 'refused' | 'failed';
type Kind = 'step' | 'wait' | 'stage' | 'strand';

export interface Decision {
  id: string;
  kind: Kind;
  name: string;
  stage: string;
  message: string;
  suggestions: { to: string; name: string; stage: string; because: string }[];
  said?: string[];
}

export interface Target {
  id: string;
  name: string;
  kind: Kind;
  stage: string;
}

/** A family as far as the reader may know of it. */
interface OfFamily {
  case: string;
  readable: boolean;
  name?: string;
  children?: Named[];
}

export interface Trouble {
  child: string;
  reason: string;
  process: string;
  open: string[];
  done?: string[];
  message: string;
  nearest: { choice: PlaceChoice; says: string }[];
}

export interface Trial {
  at: string;
  by: string;
  ofThisPlan: boolean;
  cases: number;
  move: number;
  children: number;
  alreadyThere: number;
  elsewhere: number;
  needsMore: number;
  steps: { goOn: number; close: number; open: number };
  needAPerson: (OfFamily & { troubles: Trouble[] })[];
}

export interface MovedCase extends OfFamily {
  result: MovedResult;
  at: string;
  message?: string;
  findings: string[];
}

interface VersionNamed extends Named {
  effective?: string;
}

export interface Move {
  id: string;
  state: MoveState;
  revision: number;
  plan: MovePlan;
  from: VersionNamed;
  to: VersionNamed;
  by: string;
  at: string;
  draft?: string;
  published: boolean;
  stale: boolean;
  mapped: { id: string; name: string; stage: string; keepsForm?: boolean }[];
  decide: Decision[];
  targets: Target[];
  findings: { check: string; level: 'error' | 'warning' | 'advice'; message: string }[];
  trial?: Trial;
  signed?: { by: string; at: string; hash: string };
  counts: Record<MovedResult, number>;
  cases: MovedCase[];
}

export interface Moves {
  moves: Pick<Move, 'id' | 'state' | 'at' | 'counts' | 'from' | 'to' | 'by'>[];
  versions: { id: string; name: string; current: boolean; cases: number }[];
}

const move = (id: string): string => `/moves/${encodeURIComponent(id)}`;

export const loadMoves = (): Promise<Answered<Moves>> => get('/moves');
export const loadMove = (id: string): Promise<Answered<Move>> => get(move(id));
export const beginMove = (asked: {
  from: string;
  to?: string;
  draft?: string;
}): Promise<Answered<{ id: string }>> => post('/moves', { ...asked, commandId: newCommandId() });
export const changePlan = (
  id: string,
  plan: MovePlan,
  revision: number,
): Promise<Answered<{ revision: number }>> => put(`${move(id)}/plan`, { plan, revision });
export const tryMove = (id: string): Promise<Answered<Move>> => post(`${move(id)}/trial`);
export const signMove = (id: string): Promise<Answered<unknown>> => post(`${move(id)}/signature`);
export const runMove = (id: string, state: 'go' | 'pause'): Promise<Answered<unknown>> =>
  post(`${move(id)}/run`, { state });
export const ofCase = (
  id: string,
  caseId: string,
  what: 'retry' | 'revert',
): Promise<Answered<{ result: MovedResult; message?: string }>> =>
  post(`${move(id)}/cases/${encodeURIComponent(caseId)}`, { what });
