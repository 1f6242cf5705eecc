import { html, nothing, type TemplateResult } from 'lit';
import { saveRules, type Rule, type Rules } from '../../api-office/retention.ts';
import { announce } from '../../contexts/announce.ts';
import { mayBegin } from '../../contexts/session.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { retention as words } from '../../words-office/retention.ts';

/** The rules with their sources; whoever approves disposals may change how many years, and what is in force. */
export class RulesForm extends LightElement {
  static override properties = {
    rules: { attribute: false },
    changed: { state: true },
    problem: { state: true },
  };
  declare rules: Rules | undefined;
  declare changed: Record<string, Partial<Rule>>;
  declare problem: string;

  constructor() {
    super();
    this.changed = {};
    this.problem = '';
  }

  private async save(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.rules) return;
    const rules = this.rules.rules.map((rule) => ({ ...rule, ...this.changed[rule.id] }));
    const answer = await saveRules(rules, this.rules.revision);
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (!answer.ok) return;
    this.rules = { ...this.rules, rules, revision: answer.value.revision };
    this.changed = {};
    announce(words.saved);
  }

  private change(id: string, change: Partial<Rule>): void {
    this.changed = { ...this.changed, [id]: { ...this.changed[id], ...change } };
  }

  override render(): TemplateResult {
    const may = mayBegin('approve-disposal');
    return html`
      <tl-error-summary .errors=${this.problem ? [{ message: this.problem }] : []}></tl-error-summary>
      <form @submit=${this.save}>
        <div class="tl-saves" tabindex="0" role="region" aria-label=${words.views.rules}>
          <table class="govuk-table">
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                ${Object.values(words.columns).map((text) => html`<th scope="col" class="govuk-table__header">${text}</th>`)}
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              ${(this.rules?.rules ?? []).map((rule) => this.row({ ...rule, ...this.changed[rule.id] }, may))}
            </tbody>
          </table>
        </div>
        ${
          may
            ? html`<button class="govuk-button" ?disabled=${Object.keys(this.changed).length === 0}>
                ${words.save}
              </button>`
            : nothing
        }
      </form>
    `;
  }

  private row(rule: Rule, may: boolean): TemplateResult {
    const facts = rule.facts.map(({ fact, values }) =>
      [this.rules?.factNames[fact] ?? fact, ...(values ?? [])].join(' '),
    );
    return html`<tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">${rule.name}</th>
      <td class="govuk-table__cell">
        ${rule.from === 'hold' ? this.force(rule, may) : this.years(rule, may)}
      </td>
      <td class="govuk-table__cell">${facts.length > 0 ? facts.join(', ') : words.everyone}</td>
      <td class="govuk-table__cell tl-quiet">${rule.source}</td>
    </tr>`;
  }

  private years(rule: Rule, may: boolean): TemplateResult {
    if (!may) return html`${rule.years} ${words.from[rule.from]}`;
    return html`<input
        class="govuk-input govuk-input--width-3"
        type="number"
        min="0"
        max="150"
        aria-label=${words.years(rule.name)}
        .value=${String(rule.years)}
        @input=${(event: Event) => this.change(rule.id, { years: (event.target as HTMLInputElement).valueAsNumber || 0 })}
      />
      ${words.from[rule.from]}`;
  }

  private force(rule: Rule, may: boolean): TemplateResult {
    const id = `force-${rule.id}`;
    return html`<div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          type="checkbox"
          id=${id}
          ?disabled=${!may}
          .checked=${rule.inForce !== false}
          @change=${(event: Event) => this.change(rule.id, { inForce: (event.target as HTMLInputElement).checked })}
        />
        <label class="govuk-label govuk-checkboxes__label" for=${id}
          >${words.inForce}<span class="govuk-visually-hidden">: ${rule.name}</span></label
        >
      </div>
    </div>`;
  }
}

define('tl-rules-form', RulesForm);
