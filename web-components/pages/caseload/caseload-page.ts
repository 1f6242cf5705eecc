import { html, nothing, type TemplateResult } from 'lit';
import { loadCaseload, type Caseload, type Load, type WorkerLoad } from '../../api-office/caseload.ts';
import { Live } from '../../controllers/live.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { caseload as words } from '../../words-office/caseload.ts';
import { worklists } from '../../words-office/oversight.ts';
import { whenLoaded } from '../page-state.ts';

/** Who holds how much: a worker a row, the heaviest first, and what nobody holds. */
export class CaseloadPage extends LightElement {
  private readonly load = new Loading<Caseload>(this, () => loadCaseload());

  constructor() {
    super();
    new PageController(this);
    new Live(this, (entries) => {
      if (entries.some(({ kind }) => kind === 'case')) void this.load.load();
    });
  }

  override render(): TemplateResult {
    return html`
      <a class="govuk-back-link" href="/oversight">${worklists.back}</a>
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      <p class="govuk-body tl-measure">${words.lead}</p>
      ${whenLoaded(this.load, (caseload) => html`${workers(caseload)} ${weights(caseload)}`)}
    `;
  }
}

function workers({ workers: all, unallocated }: Caseload): TemplateResult {
  const { columns } = words;
  const heaviest = Math.max(1, ...all.map(({ weight = 0 }) => weight));
  if (all.length === 0) return html`<p class="govuk-body">${words.none}</p>`;
  return html`<div class="tl-table-scroll" role="region" tabindex="0" aria-label=${words.caption}>
    <table class="govuk-table tl-caseload">
      <caption class="govuk-visually-hidden">
        ${words.caption}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">${columns.worker}</th>
          <th scope="col" class="govuk-table__header">${columns.team}</th>
          ${[columns.families, columns.children, columns.weight].map(
            (name) =>
              html`<th scope="col" class="govuk-table__header govuk-table__header--numeric">${name}</th>`,
          )}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        ${all.map((one) => workerRow(one, heaviest))}
        <tr class="govuk-table__row">
          <th scope="row" class="govuk-table__header" colspan="2">
            <a class="govuk-link" href="/oversight/caseload/-">${words.unallocated}</a>
          </th>
          ${numbers(unallocated)}
        </tr>
      </tbody>
    </table>
  </div>`;
}

function workerRow({ worker, team, ...load }: WorkerLoad, heaviest: number): TemplateResult {
  return html`<tr class="govuk-table__row">
    <th scope="row" class="govuk-table__header">
      <a class="govuk-link" href="/oversight/caseload/${worker.id}">${worker.name}</a>
      <meter
        class="tl-caseload__bar"
        min="0"
        max=${heaviest}
        .value=${load.weight ?? 0}
        aria-hidden="true"
      ></meter>
    </th>
    <td class="govuk-table__cell">${team?.name ?? ''}</td>
    ${numbers(load)}
  </tr>`;
}

function numbers({ families, children, weight }: Load): TemplateResult {
  return html`${[families, children, weight].map(
    (number) => html`<td class="govuk-table__cell govuk-table__cell--numeric">${number ?? words.few}</td>`,
  )}`;
}

function weights({ weights: { stages, says, source } }: Caseload): TemplateResult {
  return html`<details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">${words.weights}</span>
    </summary>
    <div class="govuk-details__text">
      <p class="govuk-body">${says}</p>
      <dl class="tl-caseload__weights">
        ${stages.map(
          ({ name, weight }) =>
            html`<dt>${name}</dt>
              <dd>${weight}</dd>`,
        )}
      </dl>
      ${source ? html`<p class="govuk-body tl-quiet">${source}</p>` : nothing}
    </div>
  </details>`;
}

define('tl-caseload-page', CaseloadPage);
