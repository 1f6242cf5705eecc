import type { Column, QuestionType } from '#engine/browser';
import { html, type TemplateResult } from 'lit';
import type { AnswerField, Asking } from './answer-element.ts';
import './address/tl-answer-address.ts';
import { mostRadios } from './choice/tl-answer-choice.ts';
import './choices/tl-answer-choices.ts';
import './date/tl-answer-date.ts';
import './number/tl-answer-number.ts';
import './person/tl-answer-person.ts';
import './scale/tl-answer-scale.ts';
import './text/tl-answer-text.ts';

type Field = AnswerField & { described: string };

export interface AnswerType {
  /** several fields under one legend, rather than one field with its label */
  grouped: (asked: Asking, field: AnswerField) => boolean;
  render: (field: Field) => TemplateResult;
}

const given =
  (field: Field) =>
  (event: Event): void =>
    field.give((event as CustomEvent<{ value: unknown }>).detail.value);

const one = (): boolean => false;
const several = (): boolean => true;

const text: AnswerType = {
  grouped: one,
  render: (field) =>
    html`<tl-answer-text
      .asked=${field.asked}
      .name=${field.id}
      .value=${field.value}
      .described=${field.described}
      ?invalid=${Boolean(field.error)}
      @tl-answer=${given(field)}
    ></tl-answer-text>`,
};

const choice: AnswerType = {
  grouped: (asked, field) => field.tools.optionsOf(asked).length <= mostRadios || Boolean(field.next),
  render: (field) =>
    html`<tl-answer-choice
      .asked=${field.asked}
      .name=${field.id}
      .value=${field.value}
      .tools=${field.tools}
      .next=${field.next}
      .described=${field.described}
      ?invalid=${Boolean(field.error)}
      @tl-answer=${given(field)}
    ></tl-answer-choice>`,
};

const choices: AnswerType = {
  grouped: several,
  render: (field) =>
    html`<tl-answer-choices
      .asked=${field.asked}
      .name=${field.id}
      .value=${field.value}
      .tools=${field.tools}
      @tl-answer=${given(field)}
    ></tl-answer-choices>`,
};

/** Files are asked for seldom, pictures of few: their code is loaded when one is. */
function fileField(field: Field): TemplateResult {
  if ('picture' in field.asked && field.asked.picture) {
    void import('../drawing/tl-answer-picture.ts');
    return html`<tl-answer-picture
      .asked=${field.asked}
      .name=${field.id}
      .value=${field.value}
      .tools=${field.tools}
      @tl-answer=${given(field)}
    ></tl-answer-picture>`;
  }
  void import('./file/tl-answer-file.ts');
  return html`<tl-answer-file
    .asked=${field.asked}
    .name=${field.id}
    .value=${field.value}
    .tools=${field.tools}
    .described=${field.described}
    @tl-answer=${given(field)}
  ></tl-answer-file>`;
}

/** Shows something and asks nothing: the question around it says it. */
const silent: AnswerType = { grouped: one, render: () => html`` };

/** A question type is its element, one line here, and a test. Tables are a question's own matter: elements/answers/table. */
export const answerTypes: Record<QuestionType | Column['type'], AnswerType> = {
  'short-text': text,
  'long-text': text,
  'yes-no': choice,
  radios: choice,
  checkboxes: choices,
  children: choices,
  date: {
    grouped: several,
    render: (field) =>
      html`<tl-answer-date
        .asked=${field.asked}
        .name=${field.id}
        .value=${field.value}
        ?invalid=${Boolean(field.error)}
        @tl-answer=${given(field)}
      ></tl-answer-date>`,
  },
  number: {
    grouped: one,
    render: (field) =>
      html`<tl-answer-number
        .asked=${field.asked}
        .name=${field.id}
        .value=${field.value}
        .described=${field.described}
        ?invalid=${Boolean(field.error)}
        @tl-answer=${given(field)}
      ></tl-answer-number>`,
  },
  scale: {
    grouped: several,
    render: (field) =>
      html`<tl-answer-scale
        .asked=${field.asked}
        .name=${field.id}
        .value=${field.value}
        @tl-answer=${given(field)}
      ></tl-answer-scale>`,
  },
  person: {
    grouped: one,
    render: (field) =>
      html`<tl-answer-person
        .asked=${field.asked}
        .name=${field.id}
        .value=${field.value}
        .tools=${field.tools}
        .described=${field.described}
        ?invalid=${Boolean(field.error)}
        @tl-answer=${given(field)}
      ></tl-answer-person>`,
  },
  address: {
    grouped: several,
    render: (field) =>
      html`<tl-answer-address
        .asked=${field.asked}
        .name=${field.id}
        .value=${field.value}
        @tl-answer=${given(field)}
      ></tl-answer-address>`,
  },
  file: { grouped: one, render: (field) => fileField(field) },
  table: silent,
  echo: silent,
  guidance: silent,
};
