import { html, nothing, type TemplateResult } from 'lit';
import { loadOperations, retryIncident, type Operations } from '../../api-office/operations.ts';
import { announce } from '../../contexts/announce.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayMoment } from '../../words/dates.ts';
import { operations as words } from '../../words-office/operations.ts';
import { whenLoaded } from '../page-state.ts';
import { summary } from './summary.ts';
import { table } from './table.ts';

/** What is stuck and how everything stands, without anything of any family. */
export class OperationsPage extends LightElement {
  static override properties = { problem: { state: true } };
  declare problem: string;
  private readonly now = new Loading(this, loadOperations);

  constructor() {
    super();
    this.problem = '';
    new PageController(this);
  }

  private async again(): Promise<void> {
    await this.now.load();
    announce(words.looked);
  }

  private async retry(id: string): Promise<void> {
    const answer = await retryIncident(id);
    this.problem = answer.ok ? '' : answer.refusal.message;
    await this.now.load();
    if (answer.ok) announce(words.retried);
  }

  override render(): TemplateResult {
    return html`
      <tl-error-summary .errors=${this.problem ? [{ message: this.problem }] : []}></tl-error-summary>
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      <p class="govuk-body">${words.lead}</p>
      <button type="button" class="govuk-button govuk-button--secondary" @click=${() => void this.again()}>
        ${words.refresh}
      </button>
      ${whenLoaded(this.now, (now) => html`${summary(now)} ${this.stuck(now)} ${around(now)}`)}
    `;
  }

  private stuck({ incidents, quarantined }: Operations): TemplateResult {
    const retry = (id: string): TemplateResult => html`
      <button type="button" class="tl-text-button" @click=${() => void this.retry(id)}>
        ${words.retry}<span class="govuk-visually-hidden">: ${id}</span>
      </button>
    `;
    return html`
      <h2 class="govuk-heading-m">${words.incidents}</h2>
      ${
        incidents.count === 0
          ? html`<p class="govuk-body">${words.noIncidents}</p>`
          : html`<p class="govuk-body">${words.incidentsLead}</p>
              ${table(
                words.incidents,
                [words.reference, words.due, words.attempts, words.fault, words.act],
                incidents.rows.map((one) => [
                  ...[one.case, sayMoment(one.due), String(one.attempts), one.message, retry(one.case)],
                ]),
              )}`
      }
      <h2 class="govuk-heading-m">${words.quarantined}</h2>
      ${
        quarantined.count === 0
          ? html`<p class="govuk-body">${words.noQuarantined}</p>`
          : html`<p class="govuk-body">${words.quarantinedLead}</p>
              ${table(
                words.quarantined,
                [words.reference, words.since, words.fault],
                quarantined.rows.map((one) => [one.id, sayMoment(one.since), one.message]),
              )}`
      }
    `;
  }
}

function around({ nodes, pathways }: Operations): TemplateResult {
  return html`
    <h2 class="govuk-heading-m">${words.nodes}</h2>
    ${
      nodes.length === 0
        ? html`<p class="govuk-body">${words.noNodes}</p>`
        : table(
            words.nodes,
            [words.server, words.release, words.since, words.seen],
            nodes.map((one) => [
              `${one.process.slice(0, 8)}${one.here ? ` (${words.here})` : ''}`,
              ...[one.version, sayMoment(one.since), sayMoment(one.seen)],
            ]),
          )
    }
    <h2 class="govuk-heading-m">${words.pathways}</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${pathways.map(
        ({ name, current }) => html`<li>${name}${current ? html` – ${words.current}` : nothing}</li>`,
      )}
    </ul>
  `;
}

define('tl-operations-page', OperationsPage);
