import { get, newCommandId, post, query, type Answered, type FindingSays } from '../api/request.ts';
import type { Named } from '../api/session.ts';

export interface Pen {
  holder?: Named;
  since?: string;
  mine: boolean;
  takenFromMe?: { by: string; at: string };
}

export interface SaveSays {
  number: number;
  at: string;
  by: Named;
  says: string;
}

export type DraftState = 'open' | 'proposed' | 'published' | 'refused' | 'closed';

export interface DraftRow {
  id: string;
  title: string;
  why: string;
  state: DraftState;
  base: Named;
  /** id of the draft it was forked from */
  fork?: string;
  by: Named;
  at: string;
  pen: Pen;
  save: SaveSays;
}

/** A draft, whole: forms come without their schema, and go back without it. */
export interface DraftPage extends Omit<DraftRow, 'fork' | 'by' | 'at'> {
  fork?: { id: string; title: string };
  files: Record<string, string>;
  statutory: object;
  moddle: object;
  mayHold: boolean;
  /** who may hold a pen */
  group: Named[];
}

export interface DraftFinding extends FindingSays {
  element?: string;
}

/** What can't run here in a drawing from elsewhere; `offer` is what may be done about it at a word. */
export interface ImportFinding extends DraftFinding {
  offer?: string;
}

export interface BroughtIn {
  draft: string;
  findings: ImportFinding[];
  /** it came without places for its elements, and was given them */
  laidOut: boolean;
}

export interface Checks {
  save: number;
  findings: DraftFinding[];
  sound: 'running' | 'done';
  size?: { places: number; transitions: number };
}

export interface ChangeSays {
  kind: string;
  sentence: string;
  statutory: boolean;
  element?: string;
  form?: string;
  question?: string;
}

export interface Comparison {
  against: Named;
  changes: ChangeSays[];
  forms: { form: string; title: string; changes: ChangeSays[] }[];
}

/** What a refused save brings: the save there is now, and who holds the pen. */
export interface SaveRefused {
  save?: number;
  pen?: Pen;
}

const at = (id: string): string => `/drafts/${encodeURIComponent(id)}`;

export const loadDrafts = (): Promise<Answered<DraftRow[]>> => get('/drafts');
export const loadDraft = (id: string): Promise<Answered<DraftPage>> => get(at(id));
export const loadSaves = (id: string): Promise<Answered<SaveSays[]>> => get(`${at(id)}/saves`);
export const loadChecks = (id: string): Promise<Answered<Checks>> => get(`${at(id)}/checks`);
export const loadComparison = (id: string): Promise<Answered<Comparison>> => get(`${at(id)}/comparison`);
export const loadSavedFiles = (
  id: string,
  save: number,
): Promise<Answered<{ files: Record<string, string> }>> => get(`${at(id)}/files${query({ save })}`);

export const startDraft = (start: {
  title: string;
  why: string;
  from: { version?: string; draft?: string };
  commandId: string;
}): Promise<Answered<{ draft: string }>> => post('/drafts', start);

export const bringIn = (file: {
  title: string;
  why: string;
  name: string;
  text: string;
  commandId: string;
}): Promise<Answered<BroughtIn>> => post('/drafts/import', file);

/** Does what was offered, by a word, for elements that can't run here. */
export const takeOffers = (
  id: string,
  accepted: { element: string; offer: string }[],
): Promise<Answered<{ number: number; at: string }>> =>
  post(`${at(id)}/offers`, { accepted, expecting: 1, commandId: newCommandId() });

export const saveDraft = (
  id: string,
  save: { expecting: number; changes: Record<string, string | null>; says: string; commandId: string },
): Promise<Answered<{ number: number; at: string }>> => post(`${at(id)}/saves`, save);

export const restoreSave = (
  id: string,
  save: number,
  expecting: number,
): Promise<Answered<{ number: number; at: string }>> =>
  post(`${at(id)}/restore`, { save, expecting, commandId: newCommandId() });

/** `to`: 'me', 'nobody', or the id of a colleague. */
export const movePen = (id: string, to: string): Promise<Answered<Pen>> =>
  post(`${at(id)}/pen`, { to, commandId: newCommandId() });

/** Address of a file to take away. */
export const draftFile = (id: string, what: 'drawing' | 'version'): string =>
  `/api${at(id)}/export?what=${what}`;
