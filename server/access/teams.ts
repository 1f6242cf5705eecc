import type { PutResult, Store } from '../store/port.ts';

export interface Team {
  id: string;
  name: string;
  /** teams of one service read each other's families, where a role's rights reach that far; absent: the only one */
  service?: string;
}

export async function allTeams(store: Store): Promise<Team[]> {
  const { rows } = await store.list('documents', { kind: 'team' }, { limit: 500 });
  return rows.map((row) => row.body as Team).sort((a, b) => a.name.localeCompare(b.name));
}

export async function putTeam(store: Store, team: Team): Promise<PutResult> {
  const there = await store.document<Team>('team', team.id);
  return store.put({ kind: 'team', id: team.id, body: team, expecting: there?.revision ?? 0 });
}
