import { html, nothing, type TemplateResult } from 'lit';
import { questionsOf } from '#engine/browser';
import { sayDay } from '../../words/dates.ts';
import { sayChild, sayList } from '../../words/lists.ts';
import { booking as words } from '../../words-office/bookings.ts';
import { toolsOf } from '../meeting/tools-of.ts';
import type { BookingPage } from './booking-form.ts';

/** What is known of the meeting and not asked: which it is, whose, and by when. Which it is can be changed. */
export function factsView(page: BookingPage, change: () => void): TemplateResult | typeof nothing {
  const { known, due } = page.booking;
  const question = questionsOf(page.form).find(({ id }) => id === known?.question);
  if (!known || !question) return nothing;
  const options = toolsOf(page).optionsOf(question);
  const [first] = due;
  return html`<dl class="govuk-summary-list tl-booking__facts">
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">${words.which}</dt>
      <dd class="govuk-summary-list__value">
        ${options.find(({ value }) => value === known.is)?.label ?? known.is}
        <p class="govuk-body-s govuk-!-margin-bottom-0">${known.because}</p>
      </dd>
      <dd class="govuk-summary-list__actions">
        <button type="button" class="tl-text-button" @click=${change}>
          ${words.change}<span class="govuk-visually-hidden"> ${words.changeWhich}</span>
        </button>
      </dd>
    </div>
    <div class="govuk-summary-list__row govuk-summary-list__row--no-actions">
      <dt class="govuk-summary-list__key">${words.about}</dt>
      <dd class="govuk-summary-list__value">${page.case.name}: ${sayList(page.children.map(sayChild))}</dd>
    </div>
    ${
      first
        ? html`<div class="govuk-summary-list__row govuk-summary-list__row--no-actions">
            <dt class="govuk-summary-list__key">${words.due}</dt>
            <dd class="govuk-summary-list__value">
              ${sayDay(first.on)} (${first.late ? words.lateBy(first.days) : words.in(first.days)})
            </dd>
          </div>`
        : nothing
    }
  </dl>`;
}
