import {
  isAnswered,
  isShown,
  keyOf,
  optionsOf,
  shownColumns,
  type Answers,
  type Beside,
  type ChildAsked,
  type Form,
  type FormQuestion,
} from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FormTools, NamedChild } from '../../web-components/elements/answers/answer-element.ts';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import '../../web-components/elements/question/tl-question.ts';
import { withNames } from '../../web-components/elements/question/question-words.ts';
import { choiceIn, tickIn } from './fields.ts';
import { words } from './words.ts';

/** Invented children, as a form meets them. */
const groups: Record<'one' | 'three' | 'unborn', NamedChild[]> = {
  one: [{ id: 'ella', name: 'Ella Ashdown', age: '6' }],
  three: [
    { id: 'ella', name: 'Ella Ashdown', age: '6' },
    { id: 'tom', name: 'Tom Ashdown', age: '3' },
    { id: 'mia', name: 'Mia Ashdown', age: '13' },
  ],
  unborn: [{ id: 'baby', name: 'Baby Ashdown', unborn: true }],
};

/**
 * A form as practitioners get it, with the questions' own elements, answered by whoever tries it; nothing is kept.
 *
 * @property form, parts (what stands beside it), only (id of one question to show alone), open (id of one shown whatever it waits for)
 */
export class FormPreview extends LightElement {
  static override properties = {
    form: { attribute: false },
    parts: { attribute: false },
    only: { type: String },
    open: { type: String },
    group: { state: true },
    narrow: { state: true },
    late: { state: true },
    values: { state: true },
  };
  declare form: Form;
  declare parts: Pick<Beside, 'dictionary' | 'blocks' | 'timescales'>;
  declare only: string;
  declare open: string;
  declare group: keyof typeof groups;
  declare narrow: boolean;
  declare late: readonly string[];
  declare values: ReadonlyMap<string, unknown>;

  constructor() {
    super();
    this.only = '';
    this.open = '';
    this.group = 'one';
    this.narrow = false;
    this.late = [];
    this.values = new Map();
  }

  private get family(): NamedChild[] {
    return groups[this.group];
  }

  private get asked(): ChildAsked[] {
    return this.family.map(({ id, unborn }) => ({ id, unborn: unborn === true, late: [...this.late] }));
  }

  private get answers(): Answers {
    const all: Answers = { answers: {}, perChild: {} };
    for (const [key, value] of this.values) {
      const [question = '', child] = key.split('@');
      if (child === undefined) all.answers[question] = value;
      else (all.perChild[child] ??= {})[question] = value;
    }
    return all;
  }

  private get tools(): FormTools {
    return {
      people: [{ id: 'carla', name: 'Carla Ashdown', relation: 'Mother' }],
      children: this.family,
      files: {},
      optionsOf: (asked) => optionsOf(asked, this.parts.dictionary),
      sendFile: () => Promise.resolve({ problem: words.previewLead }),
    };
  }

  override render(): TemplateResult {
    const { form, only } = this;
    const sections = form.layout
      .map((section) => ({
        ...section,
        questions: section.questions.filter(({ id }) => only === '' || id === only),
      }))
      .filter(({ questions }) => questions.length > 0);
    return html`
      <div class="tl-preview__tools" role="group" aria-label=${words.preview}>
        ${choiceIn({
          ...{ id: `preview${only}-children`, label: words.withChildren, value: this.group },
          choices: [
            { id: 'one', name: words.oneChild },
            { id: 'three', name: words.siblings },
            { id: 'unborn', name: words.unborn },
          ],
          change: (group) => (this.group = group as keyof typeof groups),
        })}
        ${choiceIn({
          ...{ id: `preview${only}-width`, label: words.width, value: this.narrow ? 'narrow' : 'wide' },
          choices: [
            { id: 'wide', name: words.wide },
            { id: 'narrow', name: words.narrow },
          ],
          change: (width) => (this.narrow = width === 'narrow'),
        })}
        ${this.lateTicks()}
      </div>
      <p class="govuk-body-s">${words.previewLead}</p>
      <div class="tl-preview__sheet ${this.narrow ? 'tl-preview__sheet--narrow' : ''}">
        ${sections.map(
          ({ title, intro, questions }) =>
            html`${only ? nothing : html`<h3 class="govuk-heading-s">${withNames(title, undefined, this.family)}</h3>`}
            ${intro && !only ? html`<p class="govuk-body-s">${withNames(intro, undefined, this.family)}</p>` : nothing}
            ${repeat(
              questions.flatMap((question) => this.putTo(question)),
              ({ key }) => `${this.group} ${key}`,
              (one) => this.one(one),
            )}`,
        )}
      </div>
    `;
  }

  /** Whether it is late can be tried too, where a question of the form waits for it. */
  private lateTicks(): TemplateResult[] {
    const waited = this.parts.timescales.filter(({ id }) =>
      JSON.stringify(this.form.layout).includes(`"late":${JSON.stringify(id)}`),
    );
    return waited.map(({ id, name }) =>
      tickIn({
        ...{ id: `preview${this.only}-late-${id}`, label: words.late(name), value: this.late.includes(id) },
        change: (on) => (this.late = on ? [...this.late, id] : this.late.filter((one) => one !== id)),
      }),
    );
  }

  /** To whom a question is put now: once, or to each child it is shown for. */
  private putTo(question: FormQuestion): { key: string; question: FormQuestion; child?: NamedChild }[] {
    const shown = this.asked.filter(
      (child) =>
        this.only !== '' || this.open === question.id || isShown(question, this.answers, child, this.form),
    );
    if (shown.length === 0) return [];
    if (question.per !== 'child') return [{ key: question.id, question }];
    return this.family
      .filter(({ id }) => shown.some((child) => child.id === id))
      .map((child) => ({ key: keyOf(question.id, child.id), question, child }));
  }

  private one({
    key,
    question,
    child,
  }: {
    key: string;
    question: FormQuestion;
    child?: NamedChild;
  }): TemplateResult {
    const label = withNames(question.label, child, this.family);
    if (question.type === 'guidance') return html`<div class="govuk-inset-text tl-guidance">${label}</div>`;
    if (!isAnswered(question)) {
      return html`<dl class="tl-worked-out">
        <dt>${label}</dt>
        <dd>${question.policy === 'computed' ? words.worked : words.linked}</dd>
      </dl>`;
    }
    const value = this.values.get(key);
    const name = `preview-${this.only}${key}`;
    return html`${child && this.family.length > 1 ? html`<p class="tl-preview__child">${child.name}</p>` : nothing}
      <tl-question
        .question=${question}
        .child=${child}
        .name=${name}
        .answer=${value === undefined ? undefined : { value, revision: 0, state: 'saved' }}
        .columns=${question.type === 'table' ? shownColumns(question, this.parts.blocks) : []}
        .tools=${this.tools}
        @tl-answer=${(event: CustomEvent<{ value: unknown }>) => {
          this.values = new Map(this.values).set(key, event.detail.value);
        }}
      ></tl-question>`;
  }
}

define('tl-form-preview', FormPreview);
