import { html, nothing, type TemplateResult } from 'lit';
import type { Hold } from '../../api-office/retention.ts';
import { mayBegin } from '../../contexts/session.ts';
import { textField } from '../../elements/field/text-field.ts';
import { sayMoment } from '../../words/dates.ts';
import { retention } from '../../words-office/retention.ts';

const words = retention.page;

export interface Writing {
  why: Record<string, string>;
  write: (what: string, why: string) => void;
}

interface HoldActs extends Writing {
  putOn: (why: string) => void;
  lift: (hold: string, why: string) => void;
}

/** Holds that stand and stood, and putting one on. */
export function holdsView(holds: readonly Hold[], acts: HoldActs): TemplateResult {
  const may = mayBegin('hold-record');
  return html`<section aria-labelledby="holds">
    <h2 class="govuk-heading-m" id="holds">${words.holds}</h2>
    ${
      holds.length === 0
        ? html`<p class="govuk-body">${words.noHolds}</p>`
        : html`<ul class="tl-entries">
            ${holds.map((hold) => holdView(hold, acts, may))}
          </ul>`
    }
    ${
      may
        ? html`<details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">${words.putOn}</span>
            </summary>
            <div class="govuk-details__text">
              ${whyForm('hold', words.put, acts, (why) => acts.putOn(why), words.whyHint)}
            </div>
          </details>`
        : nothing
    }
  </section>`;
}

function holdView({ id, why, by, since, lifted }: Hold, acts: HoldActs, may: boolean): TemplateResult {
  return html`<li class="tl-entry">
    <p class="govuk-body tl-line">
      <span>${why}</span>
      ${lifted ? nothing : html`<strong class="govuk-tag govuk-tag--orange">${words.stands}</strong>`}
    </p>
    <p class="govuk-body tl-quiet tl-line">
      <span>${words.holdSince(by, sayMoment(since))}</span>
      ${lifted ? html`<span>${words.lifted(lifted.by, sayMoment(lifted.at), lifted.why)}</span>` : nothing}
    </p>
    ${
      lifted || !may
        ? nothing
        : html`<details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text"
                >${words.lift}<span class="govuk-visually-hidden">: ${why}</span></span
              >
            </summary>
            <div class="govuk-details__text">
              ${whyForm(id, words.lift, acts, (because) => acts.lift(id, because))}
            </div>
          </details>`
    }
  </li>`;
}

/** A reason of at least a word, and the button that sends it. */
export function whyForm(
  what: string,
  button: string,
  { why, write }: Writing,
  send: (why: string) => void,
  hint?: string,
): TemplateResult {
  const written = why[what] ?? '';
  return html`<form
    @submit=${(event: Event) => {
      event.preventDefault();
      send(written.trim());
    }}
  >
    ${textField({
      ...{ id: `why-${what}`, label: words.why, value: written, input: (text) => write(what, text) },
      ...(hint ? { hint } : {}),
    })}
    <button class="govuk-button govuk-button--secondary" ?disabled=${written.trim().length < 3}>
      ${button}
    </button>
  </form>`;
}
