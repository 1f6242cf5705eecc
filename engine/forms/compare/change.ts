import type { Dictionary, Fact, Form, FormQuestion, Output, Role, Timescale } from '../../contracts/index.ts';

export type FormChangeKind =
  | 'form' // the whole form: new or gone
  | 'asked' // a question added or removed
  | 'order'
  | 'wording'
  | 'type'
  | 'options'
  | 'required'
  | 'condition'
  | 'policy'
  | 'purpose'
  | 'term'
  | 'readers'
  | 'table'
  | 'news'
  | 'facts'
  | 'rules'
  | 'use';

/** One change of a form, as a sentence that can be read aloud. */
export interface FormChange {
  kind: FormChangeKind;
  form: string;
  question?: string;
  sentence: string;
  /** facts it touches, so that a change of what the law asks for can be marked */
  facts?: string[];
}

/** What the sentences take their words from, beside the form; a version has all of it. */
export interface FormWords {
  dictionary: Dictionary;
  timescales: Timescale[];
  facts: Fact[];
  roles: Role[];
  outputs: Output[];
  blocks: { id: string; title: string }[];
  forms: Record<string, Form>;
}

/** A question in both forms, with the words of each. */
export interface Pair {
  form: Form;
  before: FormQuestion;
  after: FormQuestion;
  was: FormWords;
  is: FormWords;
}

/** A kind of change looks at one question in both forms and says what became of it. */
export type Comparison = (pair: Pair) => string[];
