/** What a record is made into when somebody is to read it on paper: the layout, and the plain document made of it. */
import type { Day } from './calendar.ts';
import type { Genogram } from './family-drawn.ts';
import type { Answers, Block, CodeList, Form, FormQuestion } from './forms.ts';
import type { Phrase } from './phrase.ts';
import type { NetworkView } from './practice.ts';

/** Who reads it. 'professional': colleagues, for the file; 'meeting': everybody at a table, the family among them. */
export type Audience = 'family' | 'child' | 'professional' | 'meeting' | 'court' | 'agency';

/** The layout of an output: what a form's record is printed as, blocks in order. A file of a version's outputs/. */
export interface Output {
  id: string;
  form: string;
  title: string;
  /** for whom it is written */
  audience: Audience;
  /** for whom else it may be made, without the blocks that are not for them */
  audiences?: Audience[];
  /** larger type and more room, for whom small print is a wall */
  large?: boolean;
  /** what the largest realistic family may cost; what is not said here is as the authority set it for all */
  budget?: Partial<OutputBudget>;
  blocks: OutputBlock[];
}

/** Most pages, bytes by format, and milliseconds to make the PDF. */
export interface OutputBudget {
  pages: number;
  html: number;
  pdf: number;
  docx: number;
  milliseconds: number;
}

/** A block, and for whom alone it is; without `audiences` it is for everybody the output is made for. */
export type OutputBlock = OutputPart & { audiences?: Audience[] };

/**
 * Texts are fixed wording of the working group: '[child]' becomes the names of the children it is about, '[family]' the
 * family's name, '[authority]' the authority's, '[day]' the day the record was completed.
 */
export type OutputPart =
  /** level 2 unless said; a level that would leave a gap is drawn up to the one above */
  | { kind: 'heading'; text: string; level?: 2 | 3 | 4 }
  | { kind: 'text'; text: string }
  /** `plain`: the answer stands without its question, as in a letter */
  | ({ kind: 'answer'; question: string; label?: string; plain?: boolean } & OfRecord)
  /** the rows of one question; `columns` chooses and orders them */
  | ({ kind: 'table'; question: string; label?: string; columns?: string[] } & RowsShown & OfRecord)
  /** several questions as one table: a row each, and a column for each child where they are asked per child */
  | ({ kind: 'answers'; questions: string[]; label: string } & OfRecord)
  /** rows of a shared block as they stood with the record; `beside`: rows of other blocks that carry its number */
  | ({
      kind: 'living';
      block: string;
      label?: string;
      columns?: string[];
      number?: string;
      beside?: { block: string; by: string; columns?: string[] }[];
    } & RowsShown)
  /** numbers from 0 to 10 as a picture with its table: `score` and who gave it are columns of the block or question */
  | {
      kind: 'scale';
      block?: string;
      question?: string;
      score: string;
      who: string[];
      label: string;
      say?: string[];
    }
  /** files of a question, or of a column of a block; `alt` is what somebody is told who can't see them */
  | ({
      kind: 'picture';
      question?: string;
      block?: string;
      column?: string;
      /** column whose text describes the picture: it goes before `alt` where it is filled */
      says?: string;
      /** column with the title its maker gave it: it stands below the picture */
      title?: string;
      alt: string;
      label?: string;
    } & RowsShown)
  /** the family drawn, and the people around the children as a table: rows of the question, else of the network */
  | { kind: 'genogram'; alt: string; label?: string; question?: string; columns?: string[] }
  | { kind: 'people'; label?: string }
  | { kind: 'attendance'; question: string; label?: string }
  | { kind: 'sharing'; question: string; label?: string }
  | { kind: 'signature'; roles: string[] }
  | { kind: 'page-break' };

/** `record`: a question of the form that links to other records; the block shows the latest of them, not its own. */
export interface OfRecord {
  record?: string;
}

/** Which rows of many are shown: years of them are no letter. What is not shown is counted among what is left out. */
export interface RowsShown {
  /** of each child, or of what is about none by name, so many of the latest */
  latest?: number;
  /** rows whose answer is one of these are not shown: what is done, what no longer holds */
  without?: { column: string; values: string[] };
}

/** Fixed wording, questions and choices in another language, by what they are in the language of the version. */
export interface Translation {
  /** BCP 47: 'pl', 'ur' */
  language: string;
  /** in its own words: 'Polski' */
  name: string;
  direction?: 'ltr' | 'rtl';
  /** who looked at it; absent: nobody has, and the document says so */
  reviewed?: { by: string; on: Day };
  texts: Record<string, string>;
}

type Rows = Record<string, unknown>[];

/** What somebody may read of a record: its answers, and rows of the living documents as they stood with it, by block. */
export interface OutputReading {
  answers: Answers;
  living: Record<string, Rows>;
}

/**
 * What the service works out: a day, a length of time, a number or an answer given elsewhere. A document says it in its own
 * language. `note`: what stands beside a day.
 */
export type WorkedOut =
  | { day: Day; note?: Phrase }
  | { phrase: Phrase }
  | { number: number }
  | { asked: FormQuestion; value: unknown };

/** Another record that is shown within one: what it asked, what was answered, and what its maker may read of it. */
export interface LinkedReading extends OutputReading {
  form: Form;
  blocks: Block[];
  codeLists: CodeList[];
  computed: Record<string, string>;
  worked?: Record<string, WorkedOut>;
  maker?: OutputReading;
}

/** A record with everything an output can show of it. */
export interface OutputSource extends OutputReading {
  form: Form;
  blocks: Block[];
  codeLists: CodeList[];
  /** answers that the service works out, as texts: by question, or question@child */
  computed: Record<string, string>;
  /** those of them that are more than texts */
  worked?: Record<string, WorkedOut>;
  /** records that questions of the form link to, by question */
  linked?: Record<string, LinkedReading>;
  /** the same as whoever makes it may read it: what it holds more is withheld from who is handed the document */
  maker?: OutputReading;
  /** answers and rows that even the maker is not shown */
  unseen?: number;
  family: string;
  authority: string;
  children: OutputPerson[];
  /** every child of the family, those the record is not about among them: words of a relationship name any of them */
  siblings?: string[];
  people: OutputPerson[];
  /** how the people around the children are drawn; absent: they stand in a table only */
  network?: NetworkView;
  /** names of roles by id */
  roles: Record<string, string>;
  /** files that can be shown as pictures */
  pictures: Record<string, { name: string; type: string }>;
  /** addresses that never stand in an output, each as the texts by which it is recognised */
  sensitive: string[];
  by: { name: string; role?: string };
  on: Day;
}

export interface OutputPerson {
  id: string;
  name: string;
  /** inside a sentence */
  called: string;
  born?: Day;
  expected?: Day;
  died?: Day;
  sex?: 'M' | 'F' | 'U';
}

/** For whom and in which language a document is made; `child`: for one of the children alone. */
export interface OutputAsked {
  audience: Audience;
  translation?: Translation;
  child?: string;
}

/** A document as plain blocks, the same for every format. Texts are final: nothing in them is markup. */
export interface OutputDocument {
  output: string;
  title: string;
  /** 'en-GB', or the translation's */
  language: string;
  direction: 'ltr' | 'rtl';
  audience: Audience;
  large: boolean;
  authority: string;
  /** names of the children it is about */
  about: string;
  /** who wrote it and when, in a sentence */
  written: string;
  /** of a translation: what people wrote stands as they wrote it, and whether anybody looked at the rest */
  notice?: string;
  /** words around the blocks: 'Page', 'of' */
  page: string;
  of: string;
  blocks: DocumentBlock[];
  leftOut: LeftOut[];
}

/** `from`: which block of the layout it was made of, by place. */
export type DocumentBlock = DocumentPart & { from: number };

export type DocumentPart =
  | { kind: 'heading'; level: 2 | 3 | 4; text: string }
  | { kind: 'paragraph'; text: string; whose?: string }
  /** a short answer beside its question; a line break stands between what differs from child to child */
  | { kind: 'line'; label: string; text: string }
  /** the first column heads its rows */
  | { kind: 'table'; caption: string; head: string[]; rows: string[][] }
  /** rows too wide for a table: each a list of what it says */
  | { kind: 'rows'; caption: string; rows: DocumentRow[] }
  /** `head`: over who, their number and what they say of it */
  | {
      kind: 'scale';
      caption: string;
      zero: string;
      ten: string;
      alt: string;
      scores: { who: string; score: number; says: string }[];
      head: [string, string, string];
    }
  | { kind: 'picture'; file: string; alt: string; caption: string }
  /** `says`: what stands in the drawing besides names; `dates` below each name, by person */
  | {
      kind: 'genogram';
      family: Genogram;
      alt: string;
      caption: string;
      says: string;
      dates: Record<string, string>;
    }
  | { kind: 'signature'; who: string; signed: string; date: string }
  | { kind: 'page-break' };

export interface DocumentRow {
  title: string;
  lines: { label: string; text: string }[];
}

/** What the document does not hold. It names the place, never what stands there. */
export interface LeftOut {
  why:
    | 'withheld'
    | 'sensitive-address'
    | 'audience'
    | 'no-block'
    | 'not-yours'
    | 'no-picture'
    /** rows that came before those shown, or are done */
    | 'earlier'
    /** rows about brothers and sisters, in a paper for one child */
    | 'other-child';
  /** the question or block, as people read it; absent where even the place would tell */
  what?: string;
  question?: string;
  child?: string;
  /** answers or rows, where it is more than one */
  count?: number;
}
