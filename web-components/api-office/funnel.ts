import { get, query, type Answered } from '../api/request.ts';
import type { MeasurePage, MeasuresAsked, MeasuresPage } from './measures.ts';

/** A number that is too small to be shown to this reader is absent. */
export interface ToldCount {
  count?: number;
}

/** One way a passage went; `went`: on to what should follow. */
export interface WaySays extends ToldCount {
  id: string;
  name: string;
  went: boolean;
}

/** Those who set out, and how many went which way within so many days. */
export interface PassageSays {
  id: string;
  name: string;
  /** who they are: 'Referrals' */
  from: string;
  days: number;
  source: string;
  all: ToldCount;
  went: ToldCount;
  outcomes: WaySays[];
}

export interface FunnelPage extends Pick<MeasuresPage, 'period' | 'today' | 'filters'> {
  source: string;
  passages: PassageSays[];
}

export interface WayPage extends Pick<MeasuresPage, 'period' | 'today' | 'filters'> {
  passage: PassageSays;
  list: Pick<MeasurePage['list'], 'named' | 'total' | 'next' | 'rows'> & { outcome?: string };
}

/** Which way of a passage, and how many of its list are passed over. */
export interface WayAsked extends MeasuresAsked {
  outcome?: string;
  after?: string;
}

export const loadFunnel = (asked: MeasuresAsked): Promise<Answered<FunnelPage>> =>
  get(`/funnel${query({ ...asked })}`);
export const loadWay = (passage: string, asked: WayAsked): Promise<Answered<WayPage>> =>
  get(`/funnel/${encodeURIComponent(passage)}${query({ ...asked })}`);

/** Where a table of those who went one way is downloaded. */
export const tableOfWay = (passage: string, { from, to, team, worker, outcome }: WayAsked): string =>
  `/api/funnel/${encodeURIComponent(passage)}/rows.csv${query({ from, to, team, worker, outcome })}`;
