import {
  conditionInWords,
  isAnswered,
  type Beside,
  type Finding,
  type Form,
  type FormQuestion,
} from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import type { Needed } from './by-law.ts';
import { textButton } from './fields.ts';
import type { Duplicated } from './sayings.ts';
import { pers, types, words } from './words.ts';

export interface QuestionRow {
  form: Form;
  question: FormQuestion;
  parts: Beside;
  number: number;
  needed: Needed[];
  findings: Finding[];
  said: number;
  duplicates: Duplicated | undefined;
  mayEdit: boolean;
  first: boolean;
  last: boolean;
  act: (what: 'change' | 'up' | 'down' | 'copy' | 'remove') => void;
}

/** One question in the list: what it asks, what is to be known of it at a glance, and what can be done with it. */
export function questionRow(row: QuestionRow): TemplateResult {
  const { question, number, mayEdit, act } = row;
  const button = (what: Parameters<QuestionRow['act']>[0], text: string, disabled = false): TemplateResult =>
    textButton(text, question.label, () => act(what), { id: `do-${what}-${question.id}`, disabled });
  return html`
    <div class="tl-q__head">
      <span class="tl-q__number">${number}</span>
      <div class="tl-q__what">
        <p class="tl-q__label">${question.label}</p>
        <p class="tl-q__facts">${factsOf(row).join(' · ')}</p>
        ${conditionOf(row)} ${marks(row)}
      </div>
    </div>
    <div class="tl-q__acts" role="group" aria-label=${question.label}>
      ${button('change', mayEdit ? words.change : words.look)}
      ${
        mayEdit
          ? html`${button('up', words.up, row.first)} ${button('down', words.down, row.last)}
            ${button('copy', words.copy)} ${button('remove', words.remove)}`
          : nothing
      }
    </div>
  `;
}

function factsOf({ question, parts }: QuestionRow): string[] {
  if (question.type === 'guidance') return [types.guidance];
  const term = parts.dictionary.terms.find(({ id }) => id === question.term);
  return [
    types[question.type],
    pers[question.per],
    ...(question.required ? [words.needed.toLowerCase()] : []),
    ...(term ? [term.name] : []),
  ];
}

function conditionOf({ question, form, parts }: QuestionRow): TemplateResult | typeof nothing {
  if (!question.when) return nothing;
  const { dictionary, timescales } = parts;
  return html`<p class="tl-q__facts">
    ${words.conditional} ${conditionInWords(question.when, { form, dictionary, timescales })}
  </p>`;
}

function marks({ question, form, needed, findings, said, duplicates }: QuestionRow): TemplateResult {
  const twice = isAnswered(question)
    ? duplicates?.askedTwice.find(({ term }) => term === question.term)
    : undefined;
  const here = (one: { form: string; question: string }): boolean =>
    one.form === form.id && one.question === question.id;
  const others = twice?.asked.some(here)
    ? [...new Set(twice.asked.filter((one) => !here(one)).map(({ formTitle }) => formTitle))]
    : [];
  const alike = duplicates?.looksSame.filter(({ a, b }) => here(a) || here(b)) ?? [];
  return html`
    ${
      needed.length > 0
        ? html`<p class="tl-q__mark">
            <strong class="govuk-tag govuk-tag--blue">${words.law}</strong>
            ${needed.map(({ name, source }) => `${name} (${source})`).join('; ')}
          </p>`
        : nothing
    }
    ${others.length > 0 ? html`<p class="tl-q__mark"><strong class="govuk-tag govuk-tag--yellow">${words.twice}</strong> ${words.askedTwiceIn(shortList(others))}</p>` : nothing}
    ${alike.map(
      ({ a, b, because }) =>
        html`<p class="tl-q__mark">
          <strong class="govuk-tag govuk-tag--yellow">${words.alike}</strong> “${(here(a) ? b : a).label}”:
          ${because.join('; ')}
        </p>`,
    )}
    ${findings.map(
      ({ level, message }) =>
        html`<p class="tl-q__mark">
          <strong class="govuk-tag ${level === 'error' ? 'govuk-tag--red' : 'govuk-tag--grey'}"
            >${words.levels[level]}</strong
          >
          ${message}
        </p>`,
    )}
    ${said > 0 ? html`<p class="tl-q__mark"><strong class="govuk-tag govuk-tag--purple">${words.said}</strong> ${words.saidCount(said)}</p>` : nothing}
  `;
}

/** The first few, and how many more: a term may be asked all over the pathway. */
function shortList(names: readonly string[]): string {
  const most = 4;
  const more = names.length - most;
  return more > 1 ? `${names.slice(0, most).join(', ')} ${words.andMore(more)}` : names.join(', ');
}
