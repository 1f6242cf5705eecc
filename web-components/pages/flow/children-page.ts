import { html, nothing, type TemplateResult } from 'lit';
import { loadChildren, type ChildPage, type ChildRow } from '../../api-office/caseload.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayShortDay } from '../../words/dates.ts';
import { children as words } from '../../words-office/flow.ts';
import { whenLoaded } from '../page-state.ts';

/** The children behind a number of the board, the flow or the time in a stage. */
export class FlowChildrenPage extends LightElement {
  static override properties = { route: { attribute: false }, more: { state: true } };
  declare route: Route | undefined;
  declare more: ChildRow[];
  private next: string | undefined;
  private readonly first = new Loading<ChildPage>(this, () => loadChildren(this.of, this.asked()));

  constructor() {
    super();
    this.more = [];
    new PageController(this);
  }

  private get of(): 'history' | 'flow' | 'time' {
    const of = this.route?.params['of'];
    return of === 'flow' || of === 'time' ? of : 'history';
  }

  private asked(): Record<string, string> {
    return Object.fromEntries(this.route?.query ?? []);
  }

  private async showMore(after: string): Promise<void> {
    const answer = await loadChildren(this.of, { ...this.asked(), after });
    if (!answer.ok) return;
    this.next = answer.value.next ?? '';
    this.more = [...this.more, ...answer.value.rows];
  }

  override render(): TemplateResult {
    return html`
      <a class="govuk-back-link" href="/oversight/stages">${words.back}</a>
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      <p class="govuk-body">${words.lead}</p>
      ${whenLoaded(this.first, (page) => this.loaded(page))}
    `;
  }

  private loaded({ count, rows, next }: ChildPage): TemplateResult {
    const all = [...rows, ...this.more];
    const after = this.next ?? next;
    return html`
      ${all.length === 0 ? html`<p class="govuk-body">${words.none}</p>` : table(all)}
      ${count ? html`<p class="govuk-body tl-quiet">${words.unnamed(count)}</p>` : nothing}
      ${
        after
          ? html`<button
              type="button"
              class="govuk-button govuk-button--secondary"
              @click=${() => void this.showMore(after)}
            >
              ${words.more}
            </button>`
          : nothing
      }
    `;
  }
}

function table(rows: ChildRow[]): TemplateResult {
  const { columns } = words;
  const heads = [columns.child, columns.family, columns.since, columns.days, columns.worker];
  return html`<div class="tl-table-scroll" role="region" tabindex="0" aria-label=${words.caption}>
    <table class="govuk-table">
      <caption class="govuk-visually-hidden">
        ${words.caption}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          ${heads.map((name) => html`<th scope="col" class="govuk-table__header">${name}</th>`)}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        ${rows.map(
          (row) =>
            html`<tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">${row.child.name}</th>
              <td class="govuk-table__cell">
                <a class="govuk-link" href="/families/${row.case}">${row.name}</a>
              </td>
              <td class="govuk-table__cell">${sayShortDay(row.since)}</td>
              <td class="govuk-table__cell">${row.days ?? ''}</td>
              <td class="govuk-table__cell">
                ${[row.worker?.name, row.team?.name].filter(Boolean).join(' · ')}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

define('tl-flow-children-page', FlowChildrenPage);
