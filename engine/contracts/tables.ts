import type { Finding } from './findings.ts';

/** A pathway compiled to finite tables, and the input and output of a step over them. All of it is JSON. */

/** What a track waits for: a step to complete, a clock to fall due, a message to arrive, a stage (call) to return. */
export interface OpenItem {
  id: string;
  kind: 'step' | 'timer' | 'message' | 'call';
  /** message items: the message's name; timer items: the timescale's id; call items: the process inside */
  message?: string;
  timescale?: string;
  process?: string;
  /** an event on the border of a step or stage: the item it sits on, with which it opens and closes */
  attachedTo?: string;
}

/** Where a (place, input) leads: questions answered on the way, then the next place (null: the process ended). */
export type Branch =
  { question: Question; yes: Branch; no: Branch } | { to: string | null; reached: string[] };

export interface Question {
  /** gateway and flow of the drawing, and the flow's FEEL condition */
  gateway: string;
  flow: string;
  condition: string;
}

export interface Place {
  open: OpenItem[];
  /** key: `complete:<stepId>`, `timer:<eventId>`, `message:<eventId>`, `return:<callId>` */
  next: Record<string, Branch>;
}

export interface Table {
  process: string;
  start: Branch;
  places: Record<string, Place>;
  /** what compiling met: a hidden second token, a question with no way on, too many places */
  findings?: Finding[];
}

export interface Tables {
  /** version of bpmn-engine that made them: tables of another version are made again */
  engine: string;
  tables: Record<string, Table>;
}

/** One child's place in a process: a tree, one branch per open stage. */
export interface Track {
  process: string;
  place: string;
  children: Record<string, Track>;
}

/** An open item with where it lies: stage ids from the outermost inward, joined by '/', then its own id. */
export interface OpenStep extends OpenItem {
  path: string;
}

export type Input =
  { kind: 'complete'; path: string } | { kind: 'clock'; path: string } | { kind: 'message'; path: string };

export type Decide = (question: Question) => boolean;

export interface Stepped {
  /** null: the whole track ended */
  track: Track | null;
  opened: OpenStep[];
  closed: OpenStep[];
  /** ids of the ends, questions' flows and stages passed on the way, in order */
  reached: string[];
  decisions: { question: Question; answer: boolean }[];
}
