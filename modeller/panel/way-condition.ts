import { readCondition, writeCondition, type Beside, type ReadCondition } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import type { Option } from '../operations/index.ts';
import { condition as words } from '../words.ts';
import {
  aboutOptions,
  howOptions,
  lineOf,
  partOf,
  valueOptions,
  type How,
  type Line,
} from './condition-parts.ts';

type Group = { kind: 'and' | 'or'; parts: ReadCondition[] };

/**
 * A condition built in words: what is asked about, how it must be answered, and whether all or any of the lines must
 * hold. How it is written down is nowhere shown.
 *
 * @property value   the condition as the drawing keeps it
 * @property beside  the version's dictionary and facts
 * @property name    what the ids of its fields begin with
 * @fires tl-condition { value }
 */
export class WayCondition extends LightElement {
  static override properties = {
    value: { attribute: false },
    beside: { attribute: false },
    name: { attribute: false },
  };
  declare value: string;
  declare beside: Beside;
  declare name: string;

  constructor() {
    super();
    this.value = '';
    this.name = 'condition';
  }

  private get group(): Group {
    const read = this.value === '' ? null : readCondition(this.value);
    if (!read) return { kind: 'and', parts: [] };
    return read.kind === 'and' || read.kind === 'or' ? read : { kind: 'and', parts: [read] };
  }

  private change(group: Group): void {
    const { parts } = group;
    const [only] = parts;
    this.value = only === undefined ? '' : writeCondition(parts.length === 1 ? only : group);
    this.dispatchEvent(new CustomEvent('tl-condition', { bubbles: true, detail: { value: this.value } }));
  }

  override render(): TemplateResult {
    const unread = this.value !== '' && readCondition(this.value) === null;
    return html`${unread ? html`<p class="govuk-hint">${words.unread}</p>` : nothing}
    ${this.lines(this.group, this.name, (group) => this.change(group))}`;
  }

  private lines(group: Group, id: string, change: (group: Group) => void): TemplateResult {
    const put = (at: number, part: ReadCondition | undefined): void =>
      change({ ...group, parts: group.parts.flatMap((one, i) => (i === at ? (part ?? []) : one)) });
    return html`<div class="tl-condition">
      ${
        group.parts.length > 1
          ? this.choose(id, words.taken, group.kind, [
              { value: 'and', label: `${words.all} ${words.holds}` },
              { value: 'or', label: `${words.any} ${words.holds}` },
            ])((kind) => change({ ...group, kind: kind === 'or' ? 'or' : 'and' }))
          : nothing
      }
      ${group.parts.map((part, at) => this.piece(part, `${id}-${String(at)}`, (next) => put(at, next)))}
      ${this.tool(words.add, () => change({ ...group, parts: [...group.parts, this.fresh()] }))}
      ${
        group.parts.length > 0 && !id.includes('-0-') && !/-\d+$/.test(id)
          ? this.tool(words.group, () =>
              change({
                ...group,
                parts: [
                  ...group.parts,
                  { kind: group.kind === 'and' ? 'or' : 'and', parts: [this.fresh(), this.fresh()] },
                ],
              }),
            )
          : nothing
      }
    </div>`;
  }

  private piece(
    part: ReadCondition,
    id: string,
    put: (part: ReadCondition | undefined) => void,
  ): TemplateResult {
    if (part.kind === 'and' || part.kind === 'or')
      return this.lines(part, id, ({ kind, parts }) => put(parts.length > 1 ? { kind, parts } : parts[0]));
    const line = lineOf(part);
    return html`<div class="tl-condition__line">
      ${line ? this.line(line, id, (next) => put(partOf(next, this.beside))) : html`<p class="govuk-hint">${words.unread}</p>`}
      ${this.tool(words.remove, () => put(undefined))}
    </div>`;
  }

  private line(line: Line, id: string, put: (line: Line) => void): TemplateResult {
    const values = valueOptions(line.name, this.beside);
    const [first] = values;
    const needsValue = !['so', 'not-so', 'answered'].includes(line.how);
    return html`${this.choose(
      `${id}-what`,
      words.what,
      line.name,
      aboutOptions(this.beside),
    )((name) => {
      const [how] = howOptions(name, this.beside);
      put({ name, how: how?.value ?? 'so', values: [valueOptions(name, this.beside)[0]?.value ?? '0'] });
    })}
    ${this.choose(
      `${id}-how`,
      words.how,
      line.how,
      howOptions(line.name, this.beside),
    )((how) =>
      put({ ...line, how: how as How, values: line.values.length > 0 ? line.values : [first?.value ?? '0'] }),
    )}
    ${
      !needsValue
        ? nothing
        : line.how === 'one-of'
          ? this.several(`${id}-values`, line, values, put)
          : values.length > 0
            ? this.choose(
                `${id}-value`,
                words.value,
                line.values[0] ?? '',
                values,
              )((value) => put({ ...line, values: [value] }))
            : this.number(`${id}-value`, line, put)
    }`;
  }

  private choose(id: string, label: string, value: string, options: readonly Option[]) {
    return (change: (value: string) => void): TemplateResult =>
      html`<div class="govuk-form-group tl-select">
        <label class="govuk-label govuk-!-font-size-16" for=${id}>${label}</label>
        <select
          class="govuk-select"
          id=${id}
          @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}
        >
          ${options.map((one) => html`<option value=${one.value} ?selected=${one.value === value}>${one.label}</option>`)}
        </select>
      </div>`;
  }

  private several(
    id: string,
    line: Line,
    values: readonly Option[],
    put: (line: Line) => void,
  ): TemplateResult {
    const tick = (value: string, on: boolean): void =>
      put({
        ...line,
        values: values
          .map((one) => one.value)
          .filter((one) => (one === value ? on : line.values.includes(one))),
      });
    return html`<fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-!-font-size-16">${words.values}</legend>
      <div class="govuk-checkboxes govuk-checkboxes--small">
        ${values.map(
          ({ value, label }) =>
            html`<div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                type="checkbox"
                id="${id}-${value}"
                .checked=${line.values.includes(value)}
                @change=${(event: Event) => tick(value, (event.target as HTMLInputElement).checked)}
              />
              <label class="govuk-label govuk-checkboxes__label" for="${id}-${value}">${label}</label>
            </div>`,
        )}
      </div>
    </fieldset>`;
  }

  private number(id: string, line: Line, put: (line: Line) => void): TemplateResult {
    return html`<div class="govuk-form-group">
      <label class="govuk-label govuk-!-font-size-16" for=${id}>${words.value}</label>
      <input
        class="govuk-input govuk-input--width-5"
        id=${id}
        inputmode="numeric"
        .value=${line.values[0] ?? ''}
        @change=${(event: Event) => put({ ...line, values: [(event.target as HTMLInputElement).value] })}
      />
    </div>`;
  }

  private tool(text: string, act: () => void): TemplateResult {
    return html`<button type="button" class="tl-text-button" @click=${act}>${text}</button>`;
  }

  /** A line to begin with: the first thing there is to ask about. */
  private fresh(): ReadCondition {
    const [about] = aboutOptions(this.beside);
    const name = about?.value ?? 'unborn';
    const [how] = howOptions(name, this.beside);
    return partOf(
      { name, how: how?.value ?? 'so', values: [valueOptions(name, this.beside)[0]?.value ?? '0'] },
      this.beside,
    );
  }
}

define('way-condition', WayCondition);
