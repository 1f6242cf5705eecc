import type { Moment } from '#engine';
import type { PutResult, Store } from '../store/port.ts';

export interface Team {
  id: string;
  name: string;
  /** teams of one service read each other's families, where a role's rights reach that far; absent: the only one */
  service?: string;
  /** who made it what it is, the latest first */
  log?: TeamChange[];
}

interface TeamChange {
  at: Moment;
  by: string;
  from: { name?: string; service?: string };
  to: { name?: string; service?: string };
}

const most = 500;

export async function allTeams(store: Store): Promise<Team[]> {
  const { rows } = await store.list('documents', { kind: 'team' }, { limit: 500 });
  return rows.map((row) => row.body as Team).sort((a, b) => a.name.localeCompare(b.name));
}

/** Makes or changes a team; by somebody: who and from what to what stays beside it. */
export async function putTeam(
  store: Store,
  team: Omit<Team, 'log'>,
  act?: { by: string; at: Moment },
): Promise<PutResult> {
  const there = await store.document<Team>('team', team.id);
  const { log = [] } = there?.body ?? {};
  const next = act ? [{ ...act, from: said(there?.body), to: said(team) }, ...log].slice(0, most) : log;
  const body: Team = { ...team, ...(next.length > 0 ? { log: next } : {}) };
  return store.put({ kind: 'team', id: team.id, body, expecting: there?.revision ?? 0 });
}

function said(team: Omit<Team, 'log'> | undefined): TeamChange['from'] {
  const { name, service } = team ?? {};
  return { ...(name === undefined ? {} : { name }), ...(service === undefined ? {} : { service }) };
}
