import type { Policy } from '../contracts/index.ts';

/** What is counted over one child's way through a drawing. */
export interface PathTotals {
  /** questions put to whoever fills the forms in; one that shows itself only sometimes is counted */
  questions: number;
  /** of these, asked before on the same way: the same term */
  askedAgain: number;
  /** of these again, with an empty box: nothing that is known stands in it or beside it */
  asNew: number;
  steps: number;
  /** how often the next step is another role's */
  handOvers: number;
  /** different forms */
  forms: number;
}

/** The three ways that are counted, see `walks/`. */
export interface Ways<T> {
  shortest: T;
  usual: T;
  longest: T;
}

/** A place where a question stands. */
export interface QuestionRef {
  form: string;
  formTitle: string;
  question: string;
  label: string;
  term?: string;
  termName?: string;
}

/** What the group says of two questions that look the same. */
export interface DuplicateMark {
  mark: 'ask-once' | 'show-earlier' | 'differs' | 'unsure';
  because?: string;
  by: string;
  at: string;
}

/** A term that one child's way can meet more than once, with every place that asks it. */
export interface AskedTwice {
  term: string;
  name: string;
  asked: {
    step: string;
    stepName: string;
    form: string;
    formTitle: string;
    question: string;
    label: string;
    policy: Policy;
  }[];
  timesOnUsual: number;
  timesOnShortest: number;
  timesOnLongest: number;
}

/** Two questions that share no term and look the same: evidence with its reasons, never merged by itself. */
export interface LooksSame {
  /** key of the pair, the same whichever way round */
  pair: string;
  a: QuestionRef;
  b: QuestionRef;
  /** from 0 to 1 */
  score: number;
  because: string[];
  /** keys of all pairs of questions of these two terms that look as much alike: this one stands for them */
  pairs: string[];
  mark?: DuplicateMark;
}

/** Steps that repeat each other, and steps whose record nobody reads. */
export interface RepeatingSteps {
  kind: 'shares-terms' | 'approval-after-approval' | 'nobody-reads';
  elements: { id: string; name: string }[];
  says: string;
}

/** Which form asks for which term, by question ids. */
export interface Matrix {
  terms: { id: string; name: string }[];
  forms: { id: string; title: string }[];
  cells: Record<string, Record<string, string[]>>;
}

/** What a version of a pathway asks, does and signs more than once. */
export interface Duplicates {
  version: string;
  name: string;
  totals: Ways<PathTotals>;
  askedTwice: AskedTwice[];
  looksSame: LooksSame[];
  threshold: number;
  steps: RepeatingSteps[];
  matrix: Matrix;
}
