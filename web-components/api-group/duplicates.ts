import { get, put, type Answered } from '../api/request.ts';

export interface PathTotals {
  questions: number;
  askedAgain: number;
  asNew: number;
  steps: number;
  handOvers: number;
  forms: number;
}

export interface WaysSay {
  shortest: PathTotals;
  usual: PathTotals;
  longest: PathTotals;
}

export interface PlaceAsked {
  step: string;
  stepName: string;
  form: string;
  formTitle: string;
  question: string;
  label: string;
  policy: 'ask' | 'ask-again' | 'show-beside' | 'carry-forward' | 'computed' | 'linked';
}

export interface AskedTwice {
  term: string;
  name: string;
  asked: PlaceAsked[];
  timesOnUsual: number;
  timesOnShortest: number;
  timesOnLongest: number;
}

export interface QuestionSays {
  form: string;
  formTitle: string;
  question: string;
  label: string;
  term?: string;
  termName?: string;
}

export type MarkKind = 'ask-once' | 'show-earlier' | 'differs' | 'unsure';

export interface MarkSays {
  mark: MarkKind;
  because?: string;
  by: string;
  at: string;
}

export interface AlikePair {
  pair: string;
  a: QuestionSays;
  b: QuestionSays;
  score: number;
  because: string[];
  pairs: string[];
  mark?: MarkSays;
}

export interface DuplicatesSay {
  version: string;
  name: string;
  /** false: the drawing can't be walked through yet */
  walked: boolean;
  totals: WaysSay;
  against?: { id: string; name: string; totals: WaysSay };
  askedTwice: AskedTwice[];
  looksSame: AlikePair[];
  threshold: number;
  steps: {
    kind: 'shares-terms' | 'approval-after-approval' | 'nobody-reads';
    elements: { id: string; name: string }[];
    says: string;
  }[];
  matrix: {
    terms: { id: string; name: string }[];
    forms: { id: string; title: string }[];
    cells: Record<string, Record<string, string[]>>;
  };
}

export const loadDuplicates = (
  of: { draft: string } | { version: string },
): Promise<Answered<DuplicatesSay>> =>
  'draft' in of
    ? get(`/drafts/${encodeURIComponent(of.draft)}/duplicates`)
    : get(`/pathway/versions/${encodeURIComponent(of.version)}/duplicates`);

export const markPair = (
  pair: string,
  mark: { mark: MarkKind; because?: string },
): Promise<Answered<MarkSays & { pair: string }>> => put(`/pathway/marks/${encodeURIComponent(pair)}`, mark);
