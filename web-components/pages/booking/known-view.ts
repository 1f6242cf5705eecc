import { html, nothing, type TemplateResult } from 'lit';
import type { BookingKnown, DaySays } from '../../api-office/bookings.ts';
import { sayDay } from '../../words/dates.ts';
import { booking as words } from '../../words-office/bookings.ts';

/** By when the meeting is due, and what the day that was chosen means. */
export function dayView(
  known: BookingKnown,
  chosen: { on?: string; says?: DaySays; take: (day: string) => void },
): TemplateResult {
  return html`<section class="tl-panel" aria-labelledby="due">
    <h2 class="govuk-heading-m" id="due">${words.due}</h2>
    ${known.due.length === 0 ? html`<p class="govuk-body">${words.noDue}</p>` : nothing}
    ${known.due.map(
      (one) =>
        html`<p class="govuk-body">
          <strong>${sayDay(one.on)}</strong>, ${one.late ? words.lateBy(one.days) : words.in(one.days)}:
          ${one.name}
          <span class="tl-quiet">${one.source}</span>
        </p>`,
    )}
    ${plannedView(known, chosen.take)}
    <div role="status">${chosen.on && chosen.says ? chosenView(chosen.on, chosen.says) : nothing}</div>
  </section>`;
}

function plannedView(
  { planned }: BookingKnown,
  take: (day: string) => void,
): TemplateResult | typeof nothing {
  if (planned.length === 0) return nothing;
  const names: Record<string, string> = words.plannedOn;
  return html`<h3 class="govuk-heading-s">${words.planned}</h3>
    <ul class="govuk-list">
      ${planned.map(
        ({ term, on }) =>
          html`<li>
            ${names[term] ?? term}: ${sayDay(on)}
            ${
              term === 'meetsAgainOn'
                ? html`<button type="button" class="tl-text-button" @click=${() => take(on)}>
                    ${words.takeDay(sayDay(on))}
                  </button>`
                : nothing
            }
          </li>`,
      )}
    </ul>`;
}

function chosenView(on: string, says: DaySays): TemplateResult {
  const day = sayDay(on);
  return html`
    ${
      says.days === undefined
        ? nothing
        : html`<p class="govuk-body ${says.late ? 'tl-quorum tl-quorum--not' : ''}">
            ${says.late ? words.after(day, says.days) : words.before(day, says.days)}
          </p>`
    }
    ${says.working ? nothing : html`<p class="govuk-body"><strong>${words.notWorking(day)}</strong></p>`}
    ${
      says.clashes.length === 0
        ? html`<p class="govuk-body tl-quiet">${words.noClashes}</p>`
        : html`<h3 class="govuk-heading-s">${words.clashes}</h3>
            <ul class="govuk-list govuk-list--bullet">
              ${says.clashes.map(
                ({ whose, time }) => html`<li>${words.whose[whose]}${time ? words.at(time) : nothing}</li>`,
              )}
            </ul>`
    }
  `;
}

/** What people need to take part, as their own pages say it. */
export function needsView({ needs }: BookingKnown, take: (says: string) => void): TemplateResult {
  const says = needs.map((one) => `${one.name}: ${one.says}`);
  return html`<section class="tl-panel" aria-labelledby="needs">
    <h2 class="govuk-heading-m" id="needs">${words.needs}</h2>
    ${
      needs.length === 0
        ? html`<p class="govuk-body">${words.noNeeds}</p>`
        : html`<ul class="govuk-list govuk-list--bullet">
              ${says.map((one) => html`<li>${one}</li>`)}
            </ul>
            <button
              type="button"
              class="govuk-button govuk-button--secondary"
              @click=${() => take(says.join('; '))}
            >
              ${words.takeNeeds}
            </button>`
    }
  </section>`;
}

/** Who could be invited and is not yet: one press each, or all at once. */
export function inviteView(
  people: BookingKnown['expected'],
  invite: (people: BookingKnown['expected']) => void,
): TemplateResult | typeof nothing {
  if (people.length === 0) return nothing;
  return html`<section class="tl-panel" aria-labelledby="invite">
    <h2 class="govuk-heading-m" id="invite">${words.invite}</h2>
    <ul class="tl-plan-names">
      ${people.map(
        (one) =>
          html`<li>
            <button type="button" class="tl-text-button" @click=${() => invite([one])}>
              ${words.inviteNamed(one.name)}
            </button>
          </li>`,
      )}
    </ul>
    <button type="button" class="govuk-button govuk-button--secondary" @click=${() => invite(people)}>
      ${words.inviteAll}
    </button>
  </section>`;
}
