/** A form as it lies in a version's forms/ folder. */

export type QuestionType =
  | 'short-text'
  | 'long-text'
  | 'yes-no'
  | 'radios'
  | 'checkboxes'
  | 'date'
  | 'number'
  | 'scale'
  | 'person'
  | 'address'
  | 'file'
  | 'table'
  | 'echo'
  | 'guidance';

/** What becomes of an earlier answer to the same term. Codes in the paper forms: — RA SA CF auto links */
export type Policy = 'ask' | 'ask-again' | 'show-beside' | 'carry-forward' | 'computed' | 'linked';

/** Shown only when this holds of other answers of the same form (for `per: child`, of that child). */
export type Condition =
  | { question: string; is: string | number | boolean }
  | { question: string; oneOf: (string | number)[] }
  | { question: string; includes: string }
  | { question: string; answered: boolean }
  | { late: string } // the named timescale is late for one of the children
  | { child: 'born' | 'unborn' }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

export interface FormQuestion {
  id: string;
  type: QuestionType;
  /** as a family could read it; '[child]' becomes the child's name */
  label: string;
  hint?: string;
  /** family: once; child: for each child; shared: one text, and what is different for … */
  per: 'family' | 'child' | 'shared';
  required?: boolean;
  /** required only while this holds; else it may be left open, and what was written stays */
  requiredWhen?: Condition;
  /** required questions offer this way out: "Not known", "Not possible, because …" (its answer: { notPossible: string }) */
  wayOut?: string;
  /** why it is asked, what asks for it (law, return, guidance, or "local") */
  purpose: string;
  source: string;
  /** entry of dictionary.json; guidance has none */
  term?: string;
  policy: Policy;
  /** ask-again says why fresh thought is wanted; ask says why it is needed where the term was asked before */
  policyReason?: string;
  /** carry-forward flags: rows may be added / the text changed as a new version */
  add?: boolean;
  edit?: boolean;
  /** a thought to help, shown beside the question */
  prompt?: string;
  exemplar?: string;
  when?: Condition;
  /** radios and checkboxes: a code list of the dictionary (`codes`), or own options; `only` narrows a code list */
  codes?: string;
  options?: { value: string; label: string; hint?: string }[];
  only?: string[];
  /** checkboxes or radios: answer value → message given to the pathway for that child when the form is completed */
  opens?: Record<string, string>;
  /** table: own columns, or a shared block of practice.json whose rows live with the family (`block`) */
  columns?: Column[];
  block?: string;
  /** block: only these of its columns are shown here, in this order; absent: all of them */
  showColumns?: string[];
  /** table: question that holds the day on which whoever fills it in heard it; 'today' = the day of writing */
  day?: string;
  /** date: with time of day (answer is a moment); number: least and most, whole; scale: what 0 and 10 mean */
  time?: boolean;
  least?: number;
  most?: number;
  whole?: boolean;
  zero?: string;
  ten?: string;
  /** long-text: advised length in characters */
  advised?: number;
  /** computed: what to compute: 'due:<timescale>', 'age', 'count:<fact>', 'fact:<fact>', 'elapsed:<timescale>', 'term:<term>' */
  compute?: string;
  /** linked: which records (form ids) or block to show */
  links?: string[];
  /** the answer also becomes this field of the child's person record ('born', 'sex', 'died' …) */
  person?: string;
  /** per child: may be copied to the other children; never what a child said, or what is thought of a child */
  sameForAll?: boolean;
  /** who reads the answer, in which output (ids of outputs/) */
  readBy?: string[];
}

export interface Column {
  id: string;
  label: string;
  type:
    | 'short-text'
    | 'long-text'
    | 'yes-no'
    | 'radios'
    | 'checkboxes'
    | 'date'
    | 'number'
    | 'scale'
    | 'person'
    | 'children'
    | 'file';
  required?: boolean;
  codes?: string;
  options?: { value: string; label: string }[];
  zero?: string;
  ten?: string;
  /** file: pictures only, photographed or drawn there, and shown rather than listed */
  picture?: boolean;
  /** folded away under “More about this” until something is written in it; what must be filled in never is */
  more?: boolean;
  /** what a new row holds where its question says `day`: that day, or the name of whoever fills it in */
  starts?: 'day' | 'who';
}

/** A shared block: stored once per family or child, versioned, pinned by each form that shows it. practice.json holds them. */
export interface Block {
  id: string;
  title: string;
  prompt: string;
  /** the living document it is part of ('map', 'network', 'voice', 'safety-plan', 'actions', 'words-and-pictures', 'record' = lives in the record only) */
  part: string;
  columns: Column[];
  /** rows may only be added, never changed */
  appendOnly?: boolean;
}

/** Which fact a completed form records, for whom, on which day. One happening per child it holds for. */
export interface RecordedFact {
  fact: string;
  /** FEEL over the form's answers (question ids), with `child.*` and `known.*`; absent: always */
  when?: string;
  /** question that holds the day or moment; 'completed' = the day of completion, 'completed-at' its moment */
  on: string;
  /** question whose answer is kept with the fact (a category, a decision) */
  value?: string;
}

/** What a schema can't say. `when` is FEEL that is true when the answer is wrong. */
export interface FormRule {
  id: string;
  question: string;
  when: string;
  say: string;
  source: string;
  /** refuse: must be put right; warn: may be completed once a reason is given */
  level: 'refuse' | 'warn';
}

export interface FormSection {
  id: string;
  title: string;
  intro?: string;
  questions: FormQuestion[];
}

export interface Form {
  id: string;
  title: string;
  purpose: string;
  source: string;
  /** may be added to a family at any time, outside the drawing; by these roles */
  anytime?: { roles: string[]; add: string };
  /** JSON Schema 2020-12 of { answers, perChild }; written by `npm run forms` from the layout */
  schema: Record<string, unknown>;
  layout: FormSection[];
  facts: RecordedFact[];
  rules: FormRule[];
  guidance?: string;
  /** it is filled in live, by people who meet: who is there is asked first; or it books a meeting */
  meeting?: Meeting;
  booking?: Booking;
}

/** Which questions of a form that books a meeting say when, where and who; and by when the meeting is due. */
export interface Booking {
  on: string;
  time: string;
  place?: string;
  chair: string;
  invited: string;
  needs: string;
  /** timescales, of which those that run say by when */
  due: string[];
  expects?: Expected[];
  kind?: BookedKind;
}

/** Radios that ask which meeting it is, and what it follows from: the first `when` (FEEL) that holds for each child. */
export interface BookedKind {
  question: string;
  follows: { when: string; is: string; because: string }[];
}

/** What a room needs to know of a form that is filled in while people meet. */
export interface Meeting {
  /** the table of who is there; its columns name somebody, say where from, and whether they came */
  attendance: string;
  /** values of its column `attended` that mean somebody is there */
  present: string[];
  /** question that holds its day */
  on: string;
  enough?: Enough;
  /** who is expected besides those invited, and the value of the column `agency` that stands for where they are from */
  expects?: Expected[];
  /** table of what each of those there thinks; its column `who` is filled with their names */
  views?: string;
  /** tables that go through what stands with the family, a line each: rows of a shared block, by one of its columns */
  fills?: { table: string; column: string; block: string; from: string }[];
}

/** The family's network, whoever holds the family, or people named in an earlier answer to a term. */
export type Expected =
  { from: 'network' | 'worker'; agency: string } | { from: 'term'; term: string; name: string; role: string };

/** When enough people are there to decide. */
export interface Enough {
  /** yes-no question that keeps whether there were */
  answer: string;
  needs: {
    /** so many different values of the column `agency` … */
    least: number;
    /** … among these; absent: any … */
    among?: string[];
    /** … but these */
    besides?: string[];
    /** what is missing when there are fewer, in words */
    say: string;
  }[];
  /** what to do when there are not enough */
  otherwise: string;
  source: string;
}

/** Answers as sent: shared questions stand in `answers`, what is different for a child in `perChild`. */
export interface Answers {
  answers: Record<string, unknown>;
  perChild: Record<string, Record<string, unknown>>;
  /** why a warning was gone on in spite of, by rule id */
  reasons?: Record<string, string>;
}

export interface Term {
  id: string;
  name: string;
  meaning: string;
  type:
    | 'text'
    | 'code'
    | 'codes'
    | 'yes-no'
    | 'date'
    | 'moment'
    | 'number'
    | 'rows'
    | 'person'
    | 'address'
    | 'file';
  codes?: string;
  source: string;
}

export interface CodeList {
  id: string;
  name: string;
  source: string;
  codes: { value: string; label: string; hint?: string }[];
}

export interface Dictionary {
  terms: Term[];
  codeLists: CodeList[];
}

/** A fact the pathway records: what timescales, measures and returns read. */
export interface Fact {
  id: string;
  name: string;
  meaning: string;
  per: 'child';
  source: string;
  /** while it has happened and none of `until` has since, conditions may read `as` as true */
  open?: { as: string; until: string[] };
  /** recorded for clocks and conditions only: another fact of the same form says it to people */
  quiet?: boolean;
}

export interface Role {
  id: string;
  name: string;
  meaning: string;
}
