import {
  conditionInWords,
  optionsOf,
  questionsOf,
  isAnswered,
  type Condition,
  type Form,
  type FormQuestion,
  type Timescale,
  type Dictionary,
} from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import { addPart, groupOf, joinedBy, partsOfGroup, setPart, type Path } from './condition-edits.ts';
import { conditionWords as words } from './condition-words.ts';
import { choiceIn, textButton, textIn, tickIn, ticksIn } from './fields.ts';
import { leafOf, relationOf, relationsFor, subjectOf, type Relation } from './statements.ts';

/**
 * When a question is asked, put together in words: question · is, is one of, includes, is answered · answer; all of them
 * or one of them; and the opposite of each.
 *
 * @property form       the form
 * @property question   id of the question that waits
 * @property condition  absent: always asked
 * @property dictionary, timescales  where answers and names come from
 * @fires tl-condition  { condition }; undefined: always asked
 */
export class ConditionBuilder extends LightElement {
  static override properties = {
    form: { attribute: false },
    question: { type: String },
    condition: { attribute: false },
    dictionary: { attribute: false },
    timescales: { attribute: false },
    disabled: { type: Boolean },
  };
  declare form: Form;
  declare question: string;
  declare condition: Condition | undefined;
  declare dictionary: Dictionary;
  declare timescales: Timescale[];
  declare disabled: boolean;

  constructor() {
    super();
    this.question = '';
    this.timescales = [];
    this.disabled = false;
  }

  private tell(condition: Condition | undefined): void {
    this.dispatchEvent(new CustomEvent('tl-condition', { bubbles: true, detail: { condition } }));
  }

  /** Questions it can wait for: those answered in this form, other than itself. */
  private get subjects(): FormQuestion[] {
    return questionsOf(this.form).filter(
      (one) => one.id !== this.question && isAnswered(one) && one.type !== 'table',
    );
  }

  private first(): Condition {
    const [subject] = this.subjects;
    return subject ? leafOf(subject, 'answered', []) : { child: 'born' };
  }

  override render(): TemplateResult {
    const { condition } = this;
    if (!condition) {
      return html`<p class="govuk-body-s">${words.always}</p>
        ${this.disabled ? nothing : textButton(words.onlyWhen, '', () => this.tell(this.first()))}`;
    }
    return html`${this.group(condition, [])}
    ${this.disabled ? nothing : textButton(words.alwaysAgain, '', () => this.tell(undefined))}`;
  }

  private group(condition: Condition, path: Path): TemplateResult {
    const parts = partsOfGroup(condition);
    const by = joinedBy(condition);
    const id = `when-${this.question}-${path.join('-')}`;
    return html`<div class="tl-condition" role="group" aria-label=${words.group}>
      ${
        parts.length > 1
          ? choiceIn({
              ...{ id: `${id}-by`, label: words.join, value: by, disabled: this.disabled },
              choices: [
                { id: 'all', name: words.all },
                { id: 'any', name: words.any },
              ],
              change: (value) => this.replace(path, groupOf(value === 'any' ? 'any' : 'all', parts)),
            })
          : nothing
      }
      ${parts.map((part, at) => this.shownPart(part, parts.length > 1 || path.length > 0 ? [...path, at] : [0]))}
      ${this.disabled ? nothing : this.adding(condition, path)}
    </div>`;
  }

  private adding(condition: Condition, path: Path): TemplateResult {
    const add = (part: Condition): void => this.tell(addPart(this.condition as Condition, path, part));
    const deep = path.length === 0 && partsOfGroup(condition).length > 1;
    const other = joinedBy(condition) === 'all' ? 'any' : 'all';
    return html`${textButton(words.add, '', () => add(this.first()))}
    ${deep ? textButton(words.addGroup, '', () => add({ [other]: [this.first(), this.first()] } as Condition)) : nothing}`;
  }

  private replace(path: Path, part: Condition | undefined): void {
    this.tell(path.length === 0 ? part : setPart(this.condition as Condition, path, part));
  }

  private shownPart(part: Condition, path: Path): TemplateResult {
    const inner = 'not' in part ? part.not : part;
    if ('all' in inner || 'any' in inner) {
      return 'not' in part ? this.turnedRound(part, path) : this.group(inner, path);
    }
    return this.statement(part, path);
  }

  /** A whole group turned round is said, and can only be taken out. */
  private turnedRound(part: Condition, path: Path): TemplateResult {
    const { form, dictionary, timescales } = this;
    return html`<div class="tl-condition__part">
      <p class="govuk-body-s">${conditionInWords(part, { form, dictionary, timescales })}</p>
      ${this.disabled ? nothing : textButton(words.remove, '', () => this.replace(path, undefined))}
    </div>`;
  }

  private statement(part: Condition, path: Path): TemplateResult {
    const negated = 'not' in part;
    const leaf = negated ? part.not : part;
    const id = `when-${this.question}-${path.join('-')}`;
    const put = (next: Condition, not = negated): void => this.replace(path, not ? { not: next } : next);
    const subject = subjectOf(leaf);
    const asked = this.subjects.find((one) => one.id === subject);
    return html`<div class="tl-condition__part">
      ${choiceIn({
        ...{ id: `${id}-of`, label: words.subject, value: subject, disabled: this.disabled },
        choices: [
          ...this.subjects.map((one) => ({ id: one.id, name: one.label })),
          { id: '@child', name: words.child },
          ...this.timescales.map(({ id: timescale, name }) => ({
            id: `@late:${timescale}`,
            name: words.late(name),
          })),
        ],
        change: (value) => put(this.leafFor(value)),
      })}
      ${asked ? this.relation(leaf, asked, id, put) : subject === '@child' ? this.child(leaf, id, put) : nothing}
      ${tickIn({ id: `${id}-not`, label: words.not, value: negated, disabled: this.disabled, change: (not) => put(leaf, not) })}
      ${this.disabled ? nothing : textButton(words.remove, '', () => this.replace(path, undefined))}
    </div>`;
  }

  private leafFor(subject: string): Condition {
    if (subject === '@child') return { child: 'born' };
    if (subject.startsWith('@late:')) return { late: subject.slice(6) };
    const asked = this.subjects.find((one) => one.id === subject);
    return asked ? leafOf(asked, 'answered', []) : { question: subject, answered: true };
  }

  private child(leaf: Condition, id: string, put: (next: Condition) => void): TemplateResult {
    return choiceIn({
      ...{ id: `${id}-child`, label: words.relation, disabled: this.disabled },
      value: 'child' in leaf ? leaf.child : 'born',
      choices: [
        { id: 'born', name: words.born },
        { id: 'unborn', name: words.unborn },
      ],
      change: (value) => put({ child: value === 'unborn' ? 'unborn' : 'born' }),
    });
  }

  private relation(
    leaf: Condition,
    asked: FormQuestion,
    id: string,
    put: (next: Condition) => void,
  ): TemplateResult {
    const { relation, values } = relationOf(leaf);
    const options = optionsOf(asked, this.dictionary).map(({ value, label }) => ({ id: value, name: label }));
    const tell = (next: Relation, wanted: (string | number)[]): void => put(leafOf(asked, next, wanted));
    return html`${choiceIn({
      ...{ id: `${id}-is`, label: words.relation, value: relation, disabled: this.disabled },
      choices: relationsFor(asked, options.length).map((one) => ({ id: one, name: words.relations[one] })),
      change: (value) =>
        tell(value as Relation, values.length > 0 ? values : options.slice(0, 1).map((one) => one.id)),
    })}
    ${this.answers({ asked, relation, values, options, id, tell })}`;
  }

  private answers(of: {
    asked: FormQuestion;
    relation: Relation;
    values: (string | number)[];
    options: { id: string; name: string }[];
    id: string;
    tell: (relation: Relation, values: (string | number)[]) => void;
  }): TemplateResult | typeof nothing {
    const { asked, relation, values, options, id, tell } = of;
    if (relation === 'answered' || relation === 'unanswered') return nothing;
    if (relation === 'oneOf') {
      return ticksIn({
        ...{
          id: `${id}-one`,
          legend: words.answers,
          values: values.map(String),
          choices: options,
          disabled: this.disabled,
        },
        change: (chosen) => (chosen.length > 0 ? tell('oneOf', chosen) : undefined),
      });
    }
    const value = String(values[0] ?? '');
    if (options.length > 0) {
      return choiceIn({
        ...{ id: `${id}-value`, label: words.answer, value, choices: options, disabled: this.disabled },
        change: (chosen) => tell(relation, [chosen]),
      });
    }
    const numeric = asked.type === 'number' || asked.type === 'scale';
    return textIn({
      ...{ id: `${id}-value`, label: words.answer, value, disabled: this.disabled },
      change: (text) =>
        tell(relation, [numeric && text !== '' && !Number.isNaN(Number(text)) ? Number(text) : text]),
    });
  }
}

define('tl-condition-builder', ConditionBuilder);
