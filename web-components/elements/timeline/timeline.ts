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

/** What happened, when, by whom, about whom; the latest first. What one act led to stands under one moment. */
export function timeline(entries: readonly TimelineEntry[]): TemplateResult {
  return html`<ol class="tl-timeline">
    ${byMoment(entries).map(
      (moment) =>
        html`<li class="tl-timeline__item">
          <p class="tl-timeline__when">
            <time datetime=${moment.at}>${sayMoment(moment.at)}</time>${moment.by ? ` · ${moment.by}` : ''}
          </p>
          ${moment.entries.map(oneEntry)}
        </li>`,
    )}
  </ol>`;
}

function oneEntry(entry: TimelineEntry): TemplateResult {
  const names = (entry.children ?? []).map(nameOf).filter((name) => !entry.says.includes(name));
  return html`<p class="tl-timeline__says">
    ${entry.says}${names.length > 0 ? html` <span class="tl-quiet">${family.about(sayList(names))}</span>` : nothing}
    ${
      entry.record
        ? html`<a class="govuk-link" href="/records/${entry.record}"
            >${family.readRecord}<span class="govuk-visually-hidden">: ${entry.says}</span></a
          >`
        : nothing
    }
  </p>`;
}

interface MomentShown {
  at: string;
  by: string;
  entries: TimelineEntry[];
}

function byMoment(entries: readonly TimelineEntry[]): MomentShown[] {
  const moments: MomentShown[] = [];
  for (const entry of entries) {
    const last = moments.at(-1);
    const by = nameOf(entry.by);
    if (last && last.at === entry.at && last.by === by) last.entries.push(entry);
    else moments.push({ at: entry.at, by, entries: [entry] });
  }
  return moments;
}
