import { get, query, type Answered } from '../api/request.ts';
import type { Named } from '../api/session.ts';

/** A number that is absent is fewer than six, and not told to this reader. */
export interface Load {
  families?: number;
  children?: number;
  weight?: number;
}

export interface WorkerLoad extends Load {
  worker: Named;
  team?: Named;
}

export interface Caseload {
  on: string;
  weights: { source: string; says: string; stages: (Named & { weight: number })[] };
  workers: WorkerLoad[];
  unallocated: Load;
}

/** A child as the lists of stages name it. */
export interface ChildRow {
  case: string;
  name: string;
  child: Named;
  episode: string;
  team?: Named;
  worker?: Named;
  since: string;
  until?: string;
  days?: number;
  late?: boolean;
}

export interface ChildPage {
  count?: number;
  rows: ChildRow[];
  next?: string;
}

export const loadCaseload = (team?: string): Promise<Answered<Caseload>> =>
  get(`/caseload${query({ team })}`);

/** Children who stood somewhere, went somewhere or left somewhere, as the address after `/stages/` asks. */
export const loadChildren = (
  of: 'history' | 'flow' | 'time',
  asked: Record<string, string | undefined>,
): Promise<Answered<ChildPage>> => get(`/stages/${of}/children${query(asked)}`);

/** Every child of one worker, or of families with nobody: page after page, since they are handed over together. */
export async function loadHeld(worker: string | undefined, team?: string): Promise<Answered<ChildPage>> {
  const rows: ChildRow[] = [];
  let after: string | undefined;
  for (;;) {
    const answer = await loadChildren('history', {
      ...{ worker, team, after, unallocated: worker === undefined ? 'yes' : undefined },
    });
    if (!answer.ok) return answer;
    rows.push(...answer.value.rows);
    after = answer.value.next;
    if (after === undefined || rows.length >= mostHeld) return { ok: true, value: { ...answer.value, rows } };
  }
}

/** More than anybody holds: a list of families with nobody can be longer, and is worked from the top. */
const mostHeld = 400;
