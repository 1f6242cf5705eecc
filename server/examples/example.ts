/** A worked case beside a version: what happens on which day, and what must then be open, due, known or refused. */
export interface Example {
  id: string;
  title: string;
  story: string;
  children: { id: string; name: string; born?: string; expected?: string }[];
  /** grown-ups of the family whom questions about people may name */
  adults?: { id: string; name: string }[];
  steps: ExampleStep[];
  /** what this example says of measures, returns and documents that come later */
  later?: string[];
}

export interface ExampleStep {
  /** London wall time, 'YYYY-MM-DD HH:MM' */
  at: string;
  say: string;
  /** who acts: a role, or a role with a number for a second person of that role ('social-worker-2') */
  by?: string;
  /** exactly one of these */
  open?: string[];
  again?: string[];
  complete?: string;
  message?: string;
  add?: string;
  clock?: true;
  correct?: { step: string; question: string; child?: string; value: unknown; reason: string };
  reopen?: { step: string; reason: string };
  /** children it is for; absent: all of the task, or all of the family */
  for?: string[];
  answers?: Record<string, unknown>;
  perChild?: Record<string, Record<string, unknown>>;
  /** why a warning was gone on in spite of, by rule id */
  reasons?: Record<string, string>;
  /** leave these questions unanswered although they are required */
  without?: string[];
  expect?: Expectation;
}

/** Each part is checked exactly for the children and ids it names. `*` as a child means every child. */
export interface Expectation {
  /** the steps open for the child, all of them, in any order */
  open?: Record<string, string[]>;
  /** steps that are among the open ones, or are not */
  opens?: Record<string, string[]>;
  notOpen?: Record<string, string[]>;
  /** the stage of the child in the main pathway; null when the way through it has ended */
  stage?: Record<string, string | null>;
  /** due date of an open step for the child */
  due?: Record<string, Record<string, string>>;
  /** due date of a running or run clock; null: there is none */
  clocks?: Record<string, Record<string, string | null>>;
  /** the timescales that run for the child now, all of them, in any order */
  running?: Record<string, string[]>;
  /** latest happening of a fact: its day, or day and value; null: it has not happened */
  facts?: Record<string, Record<string, string | null | { on: string; value: string }>>;
  /** timescales that ended, or are, late for the child */
  late?: Record<string, string[]>;
  /** reason of the refusal; the step changes nothing */
  refused?: string;
  /** questions with a finding, in refusals and warnings */
  findings?: { question: string; child?: string; level?: string; says?: string }[];
  /** what the child's record of the family says: born day, unborn */
  child?: Record<string, { born?: string; unborn?: boolean }>;
  /** the latest short answer to a term, known of a child ('' for the family); null: there is none */
  known?: Record<string, Record<string, unknown>>;
  /** how many records of a form there are by now, each correction being one more */
  records?: Record<string, number>;
  /** what the form of an open step shows of what is known already */
  shows?: Shows[];
  /** a history entry of this kind was left by this step, with these facts about it */
  history?: { kind: string; child?: string; about?: Record<string, unknown> }[];
}

/** What a form shows at one of its questions: each part that is named must be just so. */
export interface Shows {
  step: string;
  question: string;
  /** a child's own question: whose */
  child?: string;
  /** the words a computed question shows */
  says?: string;
  /** what stands filled in, carried forward */
  filled?: unknown;
  /** how many earlier answers stand beside it, or wait until it is answered afresh */
  beside?: number;
  waiting?: number;
  /** how many rows of the family's living document it shows */
  rows?: number;
}
