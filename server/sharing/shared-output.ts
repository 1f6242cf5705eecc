import type { Day, Moment } from '#engine';

export const audiences = ['family', 'child', 'professional', 'meeting', 'court', 'agency'] as const;
export const formats = ['html', 'pdf', 'docx'] as const;
export const ways = ['by-hand', 'post', 'secure-email', 'read-aloud', 'shown'] as const;
export const copies = ['given', 'explained', 'both'] as const;
export const whoseAll = ['child', 'family', 'professional'] as const;

/** Somebody around the children, or somebody at an agency who is on no file here. */
export type Recipient = { person: string } | { agency: string };

/** A document made of a record, and to whom it went: what was given, how, when, and by whom. */
export interface SharedOutput {
  id: string;
  case: string;
  record: string;
  form: string;
  /** the layout it was made by, what it was called, and a hash of its blocks: the same id may print otherwise later */
  output: string;
  title: string;
  layout: string;
  /** the version of the pathway the layout is of */
  version: string;
  audience: (typeof audiences)[number];
  /** language of the fixed wording: 'en-GB', 'pl' */
  language: string;
  format: (typeof formats)[number];
  /** the one child it was made for, where it was made for one alone */
  child?: string;
  /** SHA-256 of the bytes that were made, and how many they were */
  made: { hash: string; bytes: number };
  to: Recipient[];
  how: (typeof ways)[number];
  copy: (typeof copies)[number];
  on: Day;
  by: string;
  at: Moment;
  /** it should no longer be relied on, and why */
  withdrawn?: { by: string; at: Moment; reason: string };
}

/** What somebody who was given a document said of it. */
export interface OutputOpinion {
  id: string;
  case: string;
  shared: string;
  record: string;
  output: string;
  version: string;
  whose: (typeof whoseAll)[number];
  /** the one of `to` who said it; absent: it is nobody's by name, and neither is who wrote it down */
  from?: number;
  person?: string;
  by?: string;
  /** 1: not at all, 5: very */
  helpful: number;
  clear: number;
  words?: string;
  /** the words without names, where they may be read by whoever designs the document */
  readable?: string;
  at: Moment;
}
