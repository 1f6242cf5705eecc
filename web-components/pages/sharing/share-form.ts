import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { sharePaper, type SharedPapers } from '../../api-office/sharing.ts';
import { announce } from '../../contexts/announce.ts';
import { dateField } from '../../elements/field/date-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sharing as words } from '../../words-office/sharing.ts';
import { choicesOf, lines, radios, tick } from './choices.ts';
import './pdf-check.ts';
import './plain-check.ts';

/**
 * Notes that a paper of a record was given: which, to whom, how and when.
 *
 * @property record  the record it was made of
 * @property papers  whom and what may be chosen
 * @fires tl-changed  it is noted
 * @fires tl-cancel
 */
export class ShareForm extends LightElement {
  static override properties = {
    record: { type: String },
    papers: { attribute: false },
    chosen: { state: true },
    to: { state: true },
    on: { state: true },
    problem: { state: true },
  };
  declare record: string;
  declare papers: SharedPapers;
  declare chosen: {
    output: string;
    child: string;
    audience: string;
    language: string;
    format: string;
    how: string;
    copy: string;
  };
  declare to: readonly string[];
  declare on: string | undefined;
  declare problem: string;
  private others = '';

  constructor() {
    super();
    const nothingYet = { output: '', child: '', audience: '', how: '', copy: 'given' };
    this.chosen = { ...nothingYet, language: 'en-GB', format: 'html' };
    this.to = [];
    this.problem = '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { outputs = [] } = this.papers;
    const first = outputs.find(({ audiences }) => audiences[0] === 'family') ?? outputs[0];
    if (changed.has('papers')) this.on ??= this.papers.today;
    if (changed.has('papers') && !this.chosen.output && first) this.choose({ output: first.id });
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('input')?.focus();
  }

  private choose(more: Partial<ShareForm['chosen']>): void {
    const chosen = { ...this.chosen, ...more };
    const { audiences = [] } = this.papers.outputs?.find(({ id }) => id === chosen.output) ?? {};
    const audience = audiences.includes(chosen.audience) ? chosen.audience : (audiences[0] ?? '');
    this.chosen = { ...chosen, audience };
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    const named = this.others.split('\n').map((line) => line.trim());
    const to = [
      ...this.to.map((person) => ({ person })),
      ...named.filter(Boolean).map((agency) => ({ agency })),
    ];
    const { on, chosen } = this;
    this.problem = to.length > 0 && chosen.how && on ? '' : words.missing;
    if (this.problem || !on) return this.look();
    const { child, ...paper } = chosen;
    const answer = await sharePaper(this.record, { ...paper, ...(child ? { child } : {}), to, on });
    if (!answer.ok) {
      this.problem = answer.refusal.message;
      return this.look();
    }
    announce(words.done);
    this.dispatchEvent(new CustomEvent('tl-changed', { bubbles: true }));
  }

  private look(): void {
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#share-problem')?.focus());
  }

  override render(): TemplateResult {
    const { outputs = [], people = [], languages = [], children = [] } = this.papers;
    const { chosen } = this;
    const { audiences = [] } = outputs.find(({ id }) => id === chosen.output) ?? {};
    const few = (
      key: keyof ShareForm['chosen'],
      legend: string,
      choices: readonly { id: string; name: string }[],
    ): TemplateResult | typeof nothing =>
      choices.length < 2
        ? nothing
        : radios({
            ...{ id: `share-${key}`, legend, choices, value: chosen[key] },
            change: (value) => this.choose({ [key]: value }),
          });
    return html`<form class="tl-panel" novalidate aria-label=${words.add} @submit=${this.send}>
      <p class="govuk-body">${words.addLead}</p>
      ${this.problem ? html`<p class="govuk-error-message" role="alert" id="share-problem" tabindex="-1">${this.problem}</p>` : nothing}
      ${few(
        'output',
        words.output,
        outputs.map(({ id, title }) => ({ id, name: title })),
      )}
      ${few(
        'audience',
        words.audience,
        audiences.map((id) => ({ id, name: words.audiences[id] ?? id })),
      )}
      ${few('child', words.child, children.length > 1 ? [{ id: '', name: words.everyChild }, ...children] : [])}
      <tl-plain-check
        .record=${this.record}
        .output=${chosen.output}
        .audience=${chosen.audience}
      ></tl-plain-check>
      ${few('language', words.language, languages.length > 0 ? [{ id: 'en-GB', name: words.english }, ...languages] : [])}
      ${few('format', words.format, choicesOf(words.formats))} ${this.pdfCheck()} ${this.whom(people)}
      ${few('how', words.how, choicesOf(words.ways))} ${few('copy', words.copy, choicesOf(words.copies))}
      ${dateField({ id: 'share-on', label: words.on, value: this.on, give: (on) => (this.on = on) })}
      <div class="govuk-button-group">
        <button class="govuk-button tl-small-button">${words.save}</button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary tl-small-button"
          @click=${() => this.dispatchEvent(new CustomEvent('tl-cancel', { bubbles: true }))}
        >
          ${words.cancel}
        </button>
      </div>
    </form>`;
  }

  /** Whether a PDF of it shows all of it: nobody should find that out from a family. */
  private pdfCheck(): TemplateResult | typeof nothing {
    const { output, audience, language, child, format } = this.chosen;
    if (format !== 'pdf' || !output) return nothing;
    const chosen = { output, audience, language, ...(child ? { child } : {}) };
    return html`<tl-pdf-check .record=${this.record} .chosen=${chosen}></tl-pdf-check>`;
  }

  private whom(people: readonly { id: string; name: string }[]): TemplateResult {
    return html`<fieldset class="govuk-fieldset govuk-form-group">
        <legend class="govuk-fieldset__legend">${words.to}</legend>
        <div class="govuk-checkboxes govuk-checkboxes--small">
          ${people.map(({ id, name }) =>
            tick({
              ...{ id: `share-to-${id}`, label: name, value: this.to.includes(id) },
              change: (on) => (this.to = on ? [...this.to, id] : this.to.filter((one) => one !== id)),
            }),
          )}
        </div>
      </fieldset>
      ${lines({
        ...{ id: 'share-others', label: words.others, hint: words.othersHint, rows: 2, value: this.others },
        input: (text) => (this.others = text),
      })}`;
  }
}

define('tl-share-form', ShareForm);
