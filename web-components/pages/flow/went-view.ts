import { html, type TemplateResult } from 'lit';
import type { Flow, OverTimeAsked } from '../../api-office/flow.ts';
import { sayShortDay } from '../../words/dates.ts';
import { flow as words } from '../../words-office/flow.ts';
import { numberCell, numberTo, scrolling } from './numbers.ts';

/** From which stage to which children went, in the order of the drawing. */
export function wentView({ flows }: Flow, asked: OverTimeAsked & { from: string }): TemplateResult {
  const { went } = words;
  const title = went.title(sayShortDay(asked.from));
  const body = flows.map(({ from, to, children, families }) => {
    const way = `${from?.name ?? went.begun} → ${to?.name ?? went.ended}`;
    const goes = { ...asked, leaving: from?.id, entering: to?.id };
    return html`<tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">${way}</th>
      ${numberTo(children, { of: 'flow', asked: goes, says: way })} ${numberCell(families)}
    </tr>`;
  });
  const heads = [`${went.from} → ${went.to}`, went.children, went.families];
  return html`<section>
    <h2 class="govuk-heading-l" id="went">${title}</h2>
    ${flows.length === 0 ? html`<p class="govuk-body">${went.none}</p>` : scrolling(title, heads, body)}
  </section>`;
}
