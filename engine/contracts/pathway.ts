/** A drawing read into plain data: what the engine, the checks and the descriptions work on. */

export type ElementKind =
  | 'start' // plain start, or with `message` the start of a strand
  | 'end'
  | 'terminate' // ends the stage with everything open in it
  | 'step'
  | 'question' // exclusive gateway
  | 'fork' // parallel gateway, splitting or joining
  | 'wait' // event-based gateway: the first of its catches decides
  | 'stage' // embedded sub-process or call: `process` names what it holds
  | 'message-catch'
  | 'timer-catch'
  | 'message-boundary'
  | 'timer-boundary'
  | 'note'
  | 'refused'; // what bpmn can draw and this product does not run; `bpmnType` says what

export interface Element {
  id: string;
  kind: ElementKind;
  bpmnType: string;
  name: string;
  /** step: form file id, role id, purpose sentence, timescale ids ('none' when it has none), law it rests on, practice idea it serves */
  form?: string;
  role?: string;
  purpose?: string;
  timescales?: string[];
  statute?: string;
  practice?: string;
  /** a message the host passes on when this step is completed or this end is reached */
  sends?: string;
  /** a step whose author may not do this one for the same child (authorising is not for the author) */
  notBy?: string;
  /** stage: the id of the process that runs inside; `called` when other stages may call it too */
  process?: string;
  called?: boolean;
  /** boundary events: the stage or step they sit on */
  attachedTo?: string;
  /** message events: the message's name; timer events: the timescale that decides when */
  message?: string;
  timescale?: string;
  /** where it stands in the diagram layer, in its units; absent when nothing was drawn */
  at?: { x: number; y: number; width: number; height: number };
}

export interface Flow {
  id: string;
  from: string;
  to: string;
  name: string;
  /** FEEL over terms of the dictionary */
  condition?: string;
  isDefault: boolean;
  /** corners of the line in the diagram layer */
  way?: { x: number; y: number }[];
}

export type ProcessKind = 'main' | 'strand' | 'called' | 'stage';

export interface Process {
  id: string;
  name: string;
  kind: ProcessKind;
  /** strand: the message that starts it */
  message?: string;
  elements: Element[];
  flows: Flow[];
}

/** Every embedded sub-process stands as a process of its own; the stage element that held it names it. */
export interface Pathway {
  main: string;
  processes: Process[];
  /** what the reader stumbled on; each is an error for publishing */
  warnings: string[];
}
