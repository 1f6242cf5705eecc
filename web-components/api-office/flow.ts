import { get, query, type Answered } from '../api/request.ts';
import type { Named } from '../api/session.ts';

/** Families, children, families with somebody late. What is absent is fewer than six, and not told. */
export interface Counted {
  families?: number;
  children?: number;
  late?: number;
}

export interface BoardThen {
  on: string;
  beside?: string;
  columns: (Named & Counted & { beside?: Counted })[];
}

export interface Flow {
  from: string;
  to: string;
  stages: Named[];
  flows: { from?: Named; to?: Named; families?: number; children?: number }[];
}

/** Days in a stage. */
export interface Length {
  n?: number;
  median?: number;
  p90?: number;
}

export interface TimeInStage {
  from: string;
  to: string;
  stages: (Named & { now: Length; finished: Length })[];
}

export interface OverTimeAsked {
  team?: string;
  worker?: string;
}

export const loadBoardThen = (
  asked: OverTimeAsked & { on?: string; beside?: string },
): Promise<Answered<BoardThen>> => get(`/stages/history${query({ ...asked })}`);
export const loadFlow = (asked: OverTimeAsked & { from?: string; to?: string }): Promise<Answered<Flow>> =>
  get(`/stages/flow${query({ ...asked })}`);
export const loadTime = (
  asked: OverTimeAsked & { from?: string; to?: string },
): Promise<Answered<TimeInStage>> => get(`/stages/time${query({ ...asked })}`);
