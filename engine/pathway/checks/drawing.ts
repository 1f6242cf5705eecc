import type {
  Dictionary,
  Fact,
  Finding,
  Form,
  Output,
  Pathway,
  Role,
  Timescale,
} from '../../contracts/index.ts';

/** What a check looks at: a drawing and what lies beside it in the version. */
export interface Drawing {
  pathway: Pathway;
  forms: Record<string, Form>;
  dictionary: Dictionary;
  timescales: Timescale[];
  facts: Fact[];
  roles: Role[];
  outputs?: Output[];
  /** what the law asks of any drawing of this pathway */
  statutory?: Statutory;
  /** the version this one follows */
  previous?: Pathway;
  /** facts that measures and returns read, and who reads them */
  neededFacts?: { fact: string; by: string }[];
}

/** A rule looks at a drawing and says what is wrong; it changes nothing and knows no other rule. */
export type Check = (drawing: Drawing) => Finding[];

/** What the law asks for, as data with its source. `setAside` is how a named person takes one out. */
export interface Statutory {
  steps: StatutoryStep[];
  timescales: StatutoryTimescale[];
  questions: StatutoryQuestion[];
}

export interface FromLaw {
  name: string;
  source: string;
  setAside?: { by: string; on: string; reason: string };
}

export interface StatutoryStep extends FromLaw {
  /** the step is any whose form records this fact */
  fact: string;
  /** no step that records one of these may be reached around it */
  before?: string[];
}

export interface StatutoryTimescale extends FromLaw {
  from: string;
  until: string;
  /** the longest the law allows */
  length: number;
  unit: Timescale['unit'];
}

export interface StatutoryQuestion extends FromLaw {
  /** some form on the drawing asks for this term */
  term: string;
}
