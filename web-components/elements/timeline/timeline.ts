import { html, nothing, type TemplateResult } from 'lit';
import { sayMoment } from '../../words/dates.ts';
import { family } from '../../words/family.ts';
import { nameOf, sayList } from '../../words/lists.ts';

interface Named {
  id: string;
  name: string;
}

export interface TimelineEntry {
  id: string;
  at: string;
  by: Named | string;
  says: string;
  children?: readonly (Named | string)[];
  record?: string;
}

/** What happened, when, by whom, about whom; the latest first. */
export function timeline(entries: readonly TimelineEntry[]): TemplateResult {
  return html`<ol class="tl-timeline">
    ${entries.map(
      (entry) =>
        html`<li class="tl-timeline__item">
          <p class="tl-timeline__when">
            <time datetime=${entry.at}>${sayMoment(entry.at)}</time
            >${nameOf(entry.by) ? ` · ${nameOf(entry.by)}` : ''}
          </p>
          <p class="tl-timeline__says">${entry.says}</p>
          ${
            (entry.children ?? []).length > 0
              ? html`<p class="tl-timeline__about">
                  ${family.about(sayList((entry.children ?? []).map(nameOf)))}
                </p>`
              : nothing
          }
          ${
            entry.record
              ? html`<p class="tl-timeline__about">
                  <a class="govuk-link" href="/records/${entry.record}"
                    >${family.readRecord}<span class="govuk-visually-hidden">: ${entry.says}</span></a
                  >
                </p>`
              : nothing
          }
        </li>`,
    )}
  </ol>`;
}
