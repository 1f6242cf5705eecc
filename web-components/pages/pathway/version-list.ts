import { html, nothing, type TemplateResult } from 'lit';
import type { Publication } from '../../api-group/publishing.ts';
import type { VersionRow } from '../../api-group/versions.ts';
import { sayDay } from '../../words/dates.ts';
import { sayList } from '../../words/lists.ts';
import { pathway as words } from '../../words-group/pathway.ts';
import { countsLine } from './counts.ts';
import { takeAway } from './version-view.ts';

/** The published versions, what new cases start on first; those published here with the days of their reviews. */
export function versionList(
  versions: readonly VersionRow[],
  publications: readonly Publication[],
): TemplateResult {
  const reviewsOf = (id: string): string[] =>
    publications.find(({ version, state }) => version === id && state === 'published')?.reviews ?? [];
  return html`
    <h2 class="govuk-heading-m">${words.versions.title}</h2>
    <p class="govuk-body">${words.versions.lead}</p>
    <ul class="tl-entries">
      ${versions.map(
        (version) =>
          html`<li class="tl-entry">
            <h3 class="govuk-heading-s">
              ${version.name}
              ${version.current ? html` <strong class="govuk-tag">${words.versions.current}</strong>` : nothing}
            </h3>
            ${version.says ? html`<p class="govuk-body">${version.says}</p>` : nothing}
            ${
              version.effective
                ? html`<p class="govuk-body tl-quiet">
                    ${words.versions.effective(sayDay(version.effective))}${version.team ? `. ${words.versions.team(version.team)}` : ''}
                  </p>`
                : nothing
            }
            ${reviews(reviewsOf(version.id))} ${countsLine(version.counts)}
            <p class="govuk-body tl-line">
              <a class="govuk-link" href="/pathway?version=${version.id}"
                >${words.versions.look}<span class="govuk-visually-hidden">: ${version.name}</span></a
              >
              <a class="govuk-link" href="/pathway/duplicates?version=${version.id}"
                >${words.versions.duplicates}<span class="govuk-visually-hidden">: ${version.name}</span></a
              >
            </p>
            ${takeAway(version)}
          </li>`,
      )}
    </ul>
  `;
}

function reviews(days: readonly string[]): TemplateResult | typeof nothing {
  if (days.length === 0) return nothing;
  return html`<p class="govuk-body tl-quiet">${words.versions.reviews(sayList(days.map(sayDay)))}</p>`;
}
