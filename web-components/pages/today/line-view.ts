import { dayOf, isMoment } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import type { DayLine } from '../../api-office/day.ts';
import { dueTag } from '../../elements/due/due-tag.ts';
import { day as words } from '../../words-office/day.ts';
import { sayFamily, sayList } from '../../words/lists.ts';
import { kindOf, placeOf, sayBy, saySeen, shortName } from './said.ts';

/** One thing of the day: what, whose family, when, and one way to do it. */
export function lineView(line: DayLine): TemplateResult {
  const { what, case: family, caseName, children } = line;
  const kind = kindOf(line);
  return html`<li class="tl-day__line">
    <div class="tl-day__when">${whenView(line)}</div>
    <div class="tl-day__what">
      <p class="tl-day__title">
        ${kind ? html`<span class="tl-stage-tag">${kind}</span>` : nothing}
        <a class="govuk-link" href=${placeOf(line)}
          >${what}<span class="govuk-visually-hidden">${words.ofFamily(sayFamily(caseName))}</span></a
        >
      </p>
      <p class="tl-day__who">
        <a class="govuk-link govuk-link--no-visited-state" href="/families/${family}">${caseName}</a>
        ${children.length > 0 ? html`<span>${sayList(children.map((name) => shortName(name, caseName)))}</span>` : nothing}
      </p>
      ${moreOf(line).map((text) => html`<p class="tl-quiet tl-day__more">${text}</p>`)}
    </div>
  </li>`;
}

/** How late it is or how soon, the day where it is another, the time where there is one. */
function whenView({ kind, when, says, late, on, booked, ...line }: DayLine): TemplateResult | typeof nothing {
  if (on === undefined) return kind === 'task' ? nothing : html`<span class="tl-quiet">${words.noDay}</span>`;
  const day =
    when === 'soon' ? words.saySoon(dayOf(on)) : when === 'later' ? words.sayWeekday(dayOf(on)) : '';
  const isDue = says !== undefined && (when === 'late' || when === 'today');
  // the time of a day that is over is said with that day
  const time = booked ? undefined : line.time;
  const hour = day && isMoment(on) ? words.byTime(on) : '';
  return html`${day ? html`<span class="tl-day__on">${day}</span>` : nothing}
  ${time ? html`<strong class="tl-day__time">${time}</strong>` : nothing}
  ${hour ? html`<strong class="tl-day__time">${hour}</strong>` : nothing}
  ${isDue ? dueTag({ on, says, late }) : !day && !time && !booked ? html`<span class="tl-quiet">${words.sometime}</span>` : nothing}`;
}

function moreOf(line: DayLine): string[] {
  const { place, waits, covering, minutes, booked, time } = line;
  return [
    ...(waits ? [words[waits.why](waits.by)] : []),
    ...(booked ? [words.booked(booked, time)] : []),
    ...(place ? [words.at(place)] : []),
    ...(minutes ? [words.minutes] : []),
    ...sayBy(line),
    ...saySeen(line),
    ...(covering ? [words.covering(covering)] : []),
  ];
}
