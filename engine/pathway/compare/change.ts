import type { Element, Process, Version } from '../../contracts/index.ts';
import type { FormChange } from '../../forms/compare/change.ts';

/** What a change is a change of: the drawing's own kinds, those of forms, and what lies beside both. */
export type ChangeKind =
  | 'step' // a step, stage, question, wait or strand: new, gone, or standing elsewhere
  | 'way' // where the path goes, and which branch is taken when no other fits
  | 'name'
  | 'role'
  | 'form-used'
  | 'timescale'
  | 'branch' // when a branch is taken
  | 'why' // purpose, law, practice
  | 'message'
  | 'author'
  | 'beside' // dictionary, roles, facts, shared tables, outputs
  | FormChange['kind'];

/** One change between two versions, in a sentence that a person can read aloud. */
export interface Change {
  kind: ChangeKind;
  sentence: string;
  /** the law asks for what it touches: told first, and marked */
  statutory: boolean;
  /** what the sentence leads to: an element of the drawing (of the old one where it is gone), or a question of a form */
  element?: string;
  form?: string;
  question?: string;
  timescale?: string;
}

/** An element with the process it stands in. */
export interface Spot {
  element: Element;
  process: Process;
}

/** Two versions side by side, with every element of their drawings by id. */
export interface Both {
  before: Version;
  after: Version;
  was: ReadonlyMap<string, Spot>;
  is: ReadonlyMap<string, Spot>;
}

/** A kind of change looks at both versions and knows no other kind. */
export type Kind = (both: Both) => Change[];
