import type { Finding } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import { operations, type Group, type Hand, type Operation, type Target } from '../operations/index.ts';
import { modeller, panel as words } from '../words.ts';
import './operation-form.ts';
import { sayings } from './sayings.ts';

const groups: Group[] = ['say', 'add', 'ways', 'order', 'end'];

/**
 * One thing of the pathway: what it says, what the checks say of it, and all that can be done with it. The panel beside
 * the drawing and the outline both show it, so that what can be done in one can be done in the other.
 *
 * @property hand, target  what to work with, and what is shown
 * @property findings      what the checks say of it
 * @property mayEdit       false: it is only shown
 * @property asking        id of the operation whose form is open; absent: none
 * @fires tl-perform { operation, target, answers }
 * @fires tl-open-form { form }
 */
export class PathwayEntry extends LightElement {
  static override properties = {
    hand: { attribute: false },
    target: { attribute: false },
    findings: { attribute: false },
    mayEdit: { attribute: false },
    asking: { type: String },
    name: { attribute: false },
  };
  declare hand: Hand;
  declare target: Target;
  declare findings: readonly Finding[];
  declare mayEdit: boolean;
  declare asking: string;
  declare name: string;

  constructor() {
    super();
    this.findings = [];
    this.mayEdit = false;
    this.asking = '';
    this.name = 'entry';
  }

  /** Opens the form of an operation, or does it at once when it asks nothing. */
  begin(id: string): void {
    const operation = operations.find((one) => one.id === id);
    if (!operation?.fits(this.target, this.hand)) return;
    const asks = operation.asks?.(this.target, this.hand, {}) ?? [];
    if (asks.length > 0) this.asking = id;
    else this.perform(operation, {});
  }

  private perform(operation: Operation, answers: Record<string, string>): void {
    this.asking = '';
    const detail = { operation, target: this.target, answers };
    this.dispatchEvent(new CustomEvent('tl-do', { bubbles: true, detail }));
  }

  private cancel(): void {
    const { asking } = this;
    this.asking = '';
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>(`button[data-operation="${asking}"]`)?.focus(),
    );
  }

  override render(): TemplateResult {
    const asked = operations.find(({ id }) => id === this.asking);
    return html`${this.said()} ${this.found()}
    ${
      asked
        ? html`<operation-form
            .operation=${asked}
            .target=${this.target}
            .hand=${this.hand}
            .name=${`${this.name}-${asked.id}`}
            @tl-perform=${(event: CustomEvent<{ operation: Operation; answers: Record<string, string> }>) => {
              event.stopPropagation();
              this.perform(event.detail.operation, event.detail.answers);
            }}
            @tl-cancel=${this.cancel}
          ></operation-form>`
        : this.mayEdit
          ? this.offered()
          : nothing
    }`;
  }

  private said(): TemplateResult {
    return html`<dl class="tl-entry__says">
      ${sayings(this.target, this.hand).map(
        ({ says, is, form }) =>
          html`<div>
            <dt>${says}</dt>
            <dd>
              ${is}
              ${
                form
                  ? html`<button type="button" class="tl-text-button" @click=${() => this.openForm(form)}>
                      ${words.openForm}<span class="govuk-visually-hidden"> “${is}”</span>
                    </button>`
                  : nothing
              }
            </dd>
          </div>`,
      )}
    </dl>`;
  }

  private openForm(form: string): void {
    this.dispatchEvent(new CustomEvent('tl-open-form', { bubbles: true, detail: { form } }));
  }

  private found(): TemplateResult {
    return html`${
      this.findings.length === 0
        ? nothing
        : html`<ul class="tl-findings">
            ${this.findings.map(
              ({ level, message }) =>
                html`<li class="tl-finding tl-finding--${level}">
                  <strong>${modeller.levels[level]}:</strong> ${message}
                </li>`,
            )}
          </ul>`
    }`;
  }

  private offered(): TemplateResult {
    const fitting = operations.filter((operation) => operation.fits(this.target, this.hand));
    return html`<div class="tl-operations">
      ${groups.map((group) => {
        const here = fitting.filter((operation) => operation.group === group);
        return here.length === 0
          ? nothing
          : html`<div class="tl-operations__group" role="group" aria-label=${words.groups[group]}>
              <p class="tl-operations__name" aria-hidden="true">${words.groups[group]}</p>
              ${here.map(
                ({ id, name }) =>
                  html`<button
                    type="button"
                    class="tl-operation-button"
                    data-operation=${id}
                    @click=${() => this.begin(id)}
                  >
                    ${name}
                  </button>`,
              )}
            </div>`;
      })}
    </div>`;
  }
}

define('pathway-entry', PathwayEntry);
