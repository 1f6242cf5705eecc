import { html, nothing, type TemplateResult } from 'lit';
import type { Gate } from '../../api-group/publishing.ts';
import { dateField } from '../../elements/field/date-field.ts';
import { textField } from '../../elements/field/text-field.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { publishing } from '../../words-group/publishing.ts';
import { textArea } from './text-area.ts';

const words = publishing.propose;

/** What somebody has written into a proposal so far. */
export interface Written {
  effective: string | undefined;
  team: string;
  note: string;
  why: string;
  asked: string;
  /** '': nobody has said; 'stay'; or the id of a plan */
  cases: string;
  authorised: Record<string, { by: string; because: string }>;
  examples: string;
}

interface Form {
  gate: Gate;
  written: Written;
  errorAt: (field: string) => string | undefined;
  write: (change: Partial<Written>) => void;
  plan: (from: string) => void;
  send: (event: Event) => void;
}

/** What a person says to propose a draft: when, for whom, why, who asked, and what becomes of open families. */
export function proposalForm(form: Form): TemplateResult {
  const { gate, written, write, errorAt } = form;
  return html`
    <form class="tl-publish" novalidate @submit=${form.send}>
      <h2 class="govuk-heading-m">${words.title}</h2>
      <p class="govuk-body">${words.lead}</p>
      ${lawFields(form)} ${exampleFields(form)}
      ${dateField({
        id: 'effective',
        label: words.effective,
        value: written.effective,
        error: errorAt('effective'),
        give: (effective) => write({ effective }),
      })}
      ${selectField({
        id: 'team',
        label: words.team,
        choices: gate.teams,
        value: written.team,
        empty: words.everyone,
        change: (team) => write({ team }),
      })}
      ${textArea({
        id: 'why',
        label: words.why,
        value: written.why,
        error: errorAt('why'),
        input: (why) => write({ why }),
      })}
      ${textArea({
        id: 'asked',
        label: words.asked,
        hint: words.askedHint,
        value: written.asked,
        error: errorAt('asked'),
        input: (asked) => write({ asked }),
      })}
      ${textArea({
        id: 'note',
        label: words.note,
        hint: words.noteHint,
        value: written.note,
        error: errorAt('note'),
        input: (note) => write({ note }),
      })}
      ${caseFields(form)}
      <button class="govuk-button">${words.button}</button>
    </form>
  `;
}

function lawFields({ gate, written, write, errorAt }: Form): TemplateResult | typeof nothing {
  const open = gate.law.filter(({ authorised }) => !authorised);
  if (open.length === 0) return nothing;
  const said = (finding: string) => written.authorised[finding] ?? { by: '', because: '' };
  const change = (finding: string, more: Partial<{ by: string; because: string }>): void =>
    write({ authorised: { ...written.authorised, [finding]: { ...said(finding), ...more } } });
  return html`
    <h3 class="govuk-heading-s" id="law">${publishing.law.title}</h3>
    <p class="govuk-body">${publishing.law.lead}</p>
    ${open.map(
      ({ finding, name, source }, at) => html`
        <div class="tl-panel">
          <p class="govuk-body"><strong>${name}</strong> <span class="tl-quiet">${source}</span></p>
          ${textField({
            id: `law-${String(at)}`,
            label: publishing.law.by(name),
            value: said(finding).by,
            error: at === 0 ? errorAt('law') : undefined,
            input: (by) => change(finding, { by }),
          })}
          ${textArea({
            id: `law-why-${String(at)}`,
            label: `${publishing.law.because}`,
            value: said(finding).because,
            input: (because) => change(finding, { because }),
          })}
        </div>
      `,
    )}
  `;
}

function exampleFields({ gate, written, write, errorAt }: Form): TemplateResult | typeof nothing {
  const { failing } = gate.examples;
  if (failing.length === 0) return nothing;
  return html`
    <h3 class="govuk-heading-s">${publishing.examples.title}</h3>
    <p class="govuk-body">${publishing.examples.lead}</p>
    ${failing.map(
      ({ id, title, failures }) => html`
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">${id}: ${title}</span>
          </summary>
          <div class="govuk-details__text">
            <ul class="govuk-list govuk-list--bullet">
              ${failures.slice(0, 5).map((failure) => html`<li>${failure}</li>`)}
            </ul>
            ${failures.length > 5 ? html`<p>${publishing.examples.more(failures.length - 5)}</p>` : nothing}
          </div>
        </details>
      `,
    )}
    ${textArea({
      id: 'examples',
      label: publishing.examples.because,
      value: written.examples,
      error: errorAt('examples'),
      input: (examples) => write({ examples }),
    })}
  `;
}

function caseFields({ gate, written, write, errorAt, plan }: Form): TemplateResult {
  const error = errorAt('cases');
  const families = gate.openCases;
  if (families.length === 0) return html`<p class="govuk-body">${words.none}</p>`;
  const radio = (value: string, label: string): TemplateResult =>
    html`<div class="govuk-radios__item">
      <input
        class="govuk-radios__input"
        type="radio"
        name="cases"
        id="cases-${value}"
        .checked=${written.cases === value}
        @change=${() => write({ cases: value })}
      />
      <label class="govuk-label govuk-radios__label" for="cases-${value}">${label}</label>
    </div>`;
  return html`
    <div class="govuk-form-group ${error ? 'govuk-form-group--error' : ''}" id="cases">
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${words.cases}</legend>
        ${error ? html`<p class="govuk-error-message">${error}</p>` : nothing}
        <div class="govuk-radios">
          ${radio('stay', words.stay)}
          ${gate.plans.map((one) =>
            radio(one.id, `${words.follow(one.from.name)}${one.ofThisDraft ? '' : ` ${words.old}`}`),
          )}
        </div>
      </fieldset>
      ${
        gate.can.plan
          ? families.map(
              ({ id, name, families: count }) =>
                html`<button
                  type="button"
                  class="govuk-button govuk-button--secondary"
                  @click=${() => plan(id)}
                >
                  ${words.plan(name, count)}
                </button>`,
            )
          : html`<p class="govuk-body">${words.planFor}</p>`
      }
      ${gate.plans.map(
        (one) =>
          html`<p class="govuk-body">
            <a class="govuk-link" href="/pathway/moves/${one.id}"
              >${publishing.moves}<span class="govuk-visually-hidden">: ${one.from.name}</span></a
            >
          </p>`,
      )}
    </div>
  `;
}
