import type { Beside, Element, Flow, Pathway, Process } from '#engine/browser';
import type { Editor } from '../diagram/shapes.ts';

/** What an operation is about: something drawn, a line between two things, or a whole (stage, strand, pathway). */
export type Target =
  | { kind: 'element'; id: string; element: Element; process: Process }
  | { kind: 'line'; id: string; flow: Flow; process: Process }
  | { kind: 'whole'; id: string; process: Process };

/** What an operation works with: the editor, what is drawn read plainly, and what lies beside it. */
export interface Hand {
  editor: Editor;
  pathway: Pathway;
  beside: Beside;
  files: Readonly<Record<string, string>>;
}

export interface Option {
  value: string;
  label: string;
}

/** Something to be answered before an operation is done. Every answer is text; several are parted by spaces. */
export interface Ask {
  id: string;
  says: string;
  hint?: string;
  kind: 'text' | 'long' | 'number' | 'one' | 'several' | 'condition';
  value: string;
  options?: readonly Option[];
  /** may stay empty */
  optional?: boolean;
}

export type Answers = Readonly<Record<string, string>>;

export type Group = 'say' | 'add' | 'order' | 'ways' | 'end';

/**
 * One thing that can be done to a pathway. Panel and outline offer the same: whatever is in the table can be done in
 * either, by the same command.
 */
export interface Operation {
  id: string;
  /** on its button */
  name: string;
  group: Group;
  /** whether it can be done here; a text says why not */
  fits: (target: Target, hand: Hand) => boolean;
  /** what it asks first; answers given so far may decide what else is asked */
  asks?: (target: Target, hand: Hand, answers: Answers) => Ask[];
  /** does it, and gives the id of what to look at next */
  run: (hand: Hand, target: Target, answers: Answers) => string | undefined;
}

export const isElement = (
  target: Target,
  ...kinds: Element['kind'][]
): target is Extract<Target, { kind: 'element' }> =>
  target.kind === 'element' && (kinds.length === 0 || kinds.includes(target.element.kind));

/** What people read on the thing an operation is about. */
export function nameOf(target: Target): string {
  if (target.kind === 'element') return target.element.name;
  return target.kind === 'line' ? target.flow.name : target.process.name;
}
