import type { Column, FormQuestion, Option } from '#engine/browser';
import { LightElement } from '../light-element.ts';

/** What is asked: a question of a form, or a column of a row. */
export type Asking = FormQuestion | Column;

export interface NamedPerson {
  id: string;
  name: string;
  relation?: string;
}

export interface NamedChild {
  id: string;
  name: string;
  age?: string | number;
  unborn?: boolean;
}

export type Made = { id: string; name: string } | { problem: string };

/** What answers need of the page around them; the page knows the server, they do not. */
export interface FormTools {
  people: readonly NamedPerson[];
  children: readonly NamedChild[];
  /** names of files by id */
  files: Readonly<Record<string, { name: string }>>;
  optionsOf: (asked: Asking) => Option[];
  sendFile: (file: File) => Promise<Made>;
  /** absent: only people already known can be chosen */
  makePerson?: (name: string) => Promise<Made>;
  /** what a new row starts with, by `starts` of its columns */
  starts?: { day?: string; who?: string };
}

/** One answer with everything around it: what `answerField` draws. */
export interface AnswerField {
  asked: Asking;
  /** id of the field in the page */
  id: string;
  label: string;
  hint?: string | undefined;
  value: unknown;
  error?: string | undefined;
  tools: FormTools;
  /** what would happen next, by option */
  next?: Record<string, string[]> | undefined;
  /** the label is the heading of its part of the page */
  size?: 'm' | 's';
  optional?: string | undefined;
  /** between label and field: a thought to help */
  extra?: unknown;
  give: (value: unknown) => void;
}

/**
 * Common to every answer: it shows `value` and tells a new one; it keeps nothing of its own that could be lost.
 *
 * @property asked      the question or column
 * @property name       id of the first field; further fields add to it
 * @property value      the answer, or undefined
 * @property described  ids of hint and error
 * @fires tl-answer     { value }: the whole new answer; undefined when it was emptied
 */
export abstract class AnswerElement<Value = unknown> extends LightElement {
  static override properties: Record<string, object> = {
    asked: { attribute: false },
    name: { type: String },
    value: { attribute: false },
    invalid: { type: Boolean },
    described: { type: String },
    tools: { attribute: false },
  };
  declare asked: Asking;
  declare name: string;
  declare value: Value | undefined;
  declare invalid: boolean;
  declare described: string;
  declare tools: FormTools;

  constructor() {
    super();
    this.name = '';
    this.invalid = false;
    this.described = '';
  }

  protected give(value: Value | undefined): void {
    this.dispatchEvent(new CustomEvent('tl-answer', { detail: { value } }));
  }
}
