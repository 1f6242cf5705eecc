import { html, nothing, type TemplateResult } from 'lit';
import type { FamilyRetention, Proposal } from '../../api-office/retention.ts';
import { currentSession, mayBegin } from '../../contexts/session.ts';
import { sayMoment } from '../../words/dates.ts';
import { retention } from '../../words-office/retention.ts';
import { whyForm, type Writing } from './holds-view.ts';

const words = retention.page;

interface DisposalActs extends Writing {
  sure: boolean;
  beSure: (sure: boolean) => void;
  propose: () => void;
  refuse: (disposal: string, why: string) => void;
  approve: (disposal: string) => void;
}

/** What would go and what stays; proposing it, and a second person's yes or no. */
export function disposalView(page: FamilyRetention, acts: DisposalActs): TemplateResult {
  const open = page.proposals.find((one) => one.state === 'proposed');
  const { disposal } = page;
  return html`<section aria-labelledby="disposal">
    <h2 class="govuk-heading-m" id="disposal">${words.disposal}</h2>
    ${
      disposal
        ? html`<p class="govuk-body">${words.goes(disposal.goes.records, disposal.goes.people)}</p>
            ${disposal.stays.records > 0 ? html`<p class="govuk-body">${words.stays(disposal.stays.records)}</p>` : nothing}`
        : html`<p class="govuk-body">${words.notDue}</p>`
    }
    ${
      disposal && !open && mayBegin('propose-disposal')
        ? html`<button type="button" class="govuk-button" @click=${acts.propose}>${words.propose}</button>`
        : nothing
    }
    ${open ? proposed(open, acts) : nothing}
  </section>`;
}

function proposed(open: Proposal, acts: DisposalActs): TemplateResult {
  const isOwn = open.by.id === currentSession()?.person?.id;
  return html`
    <p class="govuk-inset-text">${words.waits(open.by.name, sayMoment(open.at))}</p>
    ${
      !isOwn && mayBegin('approve-disposal')
        ? html`<form
              @submit=${(event: Event) => {
                event.preventDefault();
                acts.approve(open.id);
              }}
            >
              <div class="govuk-form-group govuk-checkboxes">
                <div class="govuk-checkboxes__item">
                  <input
                    class="govuk-checkboxes__input"
                    type="checkbox"
                    id="sure"
                    .checked=${acts.sure}
                    @change=${(event: Event) => acts.beSure((event.target as HTMLInputElement).checked)}
                  />
                  <label class="govuk-label govuk-checkboxes__label" for="sure">${words.sure}</label>
                </div>
              </div>
              <button class="govuk-button govuk-button--warning" ?disabled=${!acts.sure}>
                ${words.approve}
              </button>
            </form>
            <details class="govuk-details">
              <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">${words.refuse}</span>
              </summary>
              <div class="govuk-details__text">
                ${whyForm('refusal', words.refuse, acts, (why) => acts.refuse(open.id, why))}
              </div>
            </details>`
        : nothing
    }
  `;
}
