import { get, query, type Answered } from './request.ts';
import type { Named } from './session.ts';
import type { DueSays } from './tasks.ts';

export interface StageCard {
  case: string;
  name: string;
  children: (Named & { days?: number; age?: string | number })[];
  late?: boolean;
  due?: DueSays;
  worker?: Named | string;
  team?: Named | string;
  strands?: string[];
}

export interface StageColumn {
  id: string;
  name: string;
  families: number;
  children: number;
  cards: StageCard[];
}

export interface StageBoard {
  columns: StageColumn[];
  filters?: { teams: Named[]; workers: Named[] };
}

export const loadStages = (filters: { team?: string; worker?: string }): Promise<Answered<StageBoard>> =>
  get(`/stages${query(filters)}`);

export interface PathwaySays {
  version: string;
  xml: string;
  stages: Named[];
  described: string;
}
export const loadPathway = (): Promise<Answered<PathwaySays>> => get('/pathway');
