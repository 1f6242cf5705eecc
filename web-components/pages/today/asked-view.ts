import { html, nothing, type TemplateResult } from 'lit';
import type { AskedOf, Day } from '../../api-office/day.ts';
import { day as words } from '../../words-office/day.ts';
import { sayDay } from '../../words/dates.ts';
import { sayFamily } from '../../words/lists.ts';

/** Lines of what was taken further to somebody, and of what nobody has that they could authorise. */
export const askedLines = ({ rows }: Day['asked']): TemplateResult[] => rows.map(lineOf);

/** The way to the rest of them. */
export function askedMore({ rows, escalations, authorisations }: Day['asked']): TemplateResult {
  const shown = (kind: AskedOf['kind']): number => rows.filter((row) => row.kind === kind).length;
  const lists = '/oversight/worklists';
  return html`${escalations > shown('escalation') ? all(`${lists}/escalated`, words.allEscalations(escalations)) : nothing}
  ${authorisations > shown('authorise') ? all(`${lists}/to-authorise`, words.allAuthorisations(authorisations)) : nothing}`;
}

const all = (href: string, text: string): TemplateResult =>
  html`<p class="govuk-body"><a class="govuk-link" href=${href}>${text}</a></p>`;

function lineOf(row: AskedOf): TemplateResult {
  const { kind, caseName, what, task, by = '', at = '' } = row;
  const href = kind === 'authorise' && task ? `/tasks/${task}` : '/oversight/worklists/escalated';
  return html`<li class="tl-day__line">
    <div class="tl-day__what">
      <p class="tl-day__title">
        <a class="govuk-link" href=${href}
          >${what || words.family}<span class="govuk-visually-hidden"
            >${words.ofFamily(sayFamily(caseName))}</span
          ></a
        >
      </p>
      <p class="tl-day__who">
        <a class="govuk-link govuk-link--no-visited-state" href="/families/${row.case}">${caseName}</a>
      </p>
      <p class="tl-quiet tl-day__more">
        ${kind === 'escalation' ? words.escalated(by, sayDay(at)) : words.free}
      </p>
    </div>
  </li>`;
}
