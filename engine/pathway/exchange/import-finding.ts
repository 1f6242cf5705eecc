import type { Finding } from '../../contracts/index.ts';

/** What can be done, at a word, with something that can't run here. `takeOffers` does it. */
export type ImportOffer =
  'leave out' | 'keep as note' | 'make it a step' | 'make it a question' | 'make it plain';

/**
 * Something in a drawing from elsewhere that can't run here (level 'error'), or that does nothing here ('advice').
 * The message names it in plain words and says what to do; `offer` is what may be done at a word, where there is one.
 */
export interface ImportFinding extends Finding {
  /** 'bpmn:ScriptTask', or with the use that is refused 'bpmn:UserTask, repeated by itself'; '' for the whole drawing */
  bpmnType: string;
  name: string;
  offer?: ImportOffer;
}

/** A drawing from elsewhere: its text as it may be opened here, and what is to be said of it. */
export interface ImportedDrawing {
  xml: string;
  findings: ImportFinding[];
  /** it came without a diagram layer and was given one */
  laidOut: boolean;
}

/** The drawing as a whole can't be taken. */
export function wholeDrawing(finding: Finding): ImportFinding {
  return { ...finding, bpmnType: '', name: '' };
}
