import { optionsOf, type FormQuestion } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import type { RoomPage } from '../../api-office/meetings.ts';
import { newRowId, withCell, type Row } from '../../elements/answers/table/rows.ts';
import { meeting as words } from '../../words-office/meetings.ts';
import { ways } from './ways.ts';

/** What everybody who is here says to what is decided, one press each; why, and for which child, is written below it. */
export function viewsView(
  page: RoomPage,
  question: FormQuestion,
  { here, rows, give }: { here: readonly string[]; rows: Row[]; give: (rows: Row[]) => void },
): TemplateResult | typeof nothing {
  const column = question.columns?.find(({ type, required }) => type === 'radios' && required);
  if (!column || here.length === 0) return nothing;
  const choices = optionsOf(column, page);
  return html`<section aria-labelledby="each-view">
    <h3 class="govuk-heading-m" id="each-view">${column.label}</h3>
    <p class="govuk-body">${words.viewsLead}</p>
    <ul class="tl-came">
      ${here.map((who, at) => {
        const row = rows.find((one) => one['who'] === who) ?? { id: newRowId(), who };
        return html`<li class="tl-came__person">
          <fieldset class="govuk-fieldset">
            <legend class="tl-came__name">${who}</legend>
            <div class="tl-came__ways">
              ${ways({
                ...{ id: `view-${String(at)}`, choices, value: row[column.id] },
                give: (value) => give(withCell(rows, row, column.id, value)),
              })}
            </div>
          </fieldset>
        </li>`;
      })}
    </ul>
  </section>`;
}
