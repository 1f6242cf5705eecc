import { html, nothing, type TemplateResult } from 'lit';
import { beginMove } from '../../api-group/moves.ts';
import { approve, loadGate, propose, refuseProposal, type Gate } from '../../api-group/publishing.ts';
import type { Answered } from '../../api/request.ts';
import { announce } from '../../contexts/announce.ts';
import { Live } from '../../controllers/live.ts';
import { Loading } from '../../controllers/loading.ts';
import { navigate } from '../../controllers/navigate.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import type { ErrorLink } from '../../elements/error-summary/tl-error-summary.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { publishing as words } from '../../words-group/publishing.ts';
import { whenLoaded } from '../page-state.ts';
import { changeList } from './change-list.ts';
import { proposalForm, type Written } from './proposal-form.ts';
import { publicationView } from './publication-view.ts';
import { textArea } from './text-area.ts';

/** While worked cases are played, the page asks again. */
const askAgain = 1500;

/** The last steps of a draft: what it takes, what staff are told, who proposes it and who decides. */
export class PublishPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    written: { state: true },
    errors: { state: true },
    because: { state: true },
  };
  declare route: Route | undefined;
  declare written: Written;
  declare errors: ErrorLink[];
  declare because: string;
  private readonly gate: Loading<Gate>;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.written = {
      ...{ effective: undefined, team: '', note: '', why: '', asked: '', cases: '' },
      ...{ authorised: {}, examples: '' },
    };
    this.errors = [];
    this.because = '';
    this.gate = new Loading(this, () => loadGate(this.draft));
    new PageController(this);
    new Live(this, (entries) => {
      if (entries.some(({ kind }) => kind === 'pathway')) void this.gate.load();
    });
  }

  private get draft(): string {
    return this.route?.params['id'] ?? '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override updated(): void {
    const said = this.gate.value;
    if (said && this.written.why === '' && said.draft.why) {
      this.written = { ...this.written, why: said.draft.why };
    }
    clearTimeout(this.timer);
    if (said?.examples.state === 'running') {
      this.timer = setTimeout(() => void this.gate.load(), askAgain);
    }
  }

  private errorAt = (field: string): string | undefined =>
    this.errors.find(({ href }) => href === `#${field}`)?.message;

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    const said = this.gate.value;
    if (!said) return;
    const { effective, team, note, why, asked, cases, authorised, examples } = this.written;
    const missing: ErrorLink[] = [
      ...(effective ? [] : [{ message: words.propose.effectiveMissing, href: '#effective' }]),
      ...(cases || said.openCases.length === 0
        ? []
        : [{ message: words.propose.casesMissing, href: '#cases' }]),
    ];
    if (missing.length > 0 || !effective) return void (this.errors = missing);
    const answer = await propose(this.draft, {
      ...{ effective, note, why, ...(team ? { team } : {}) },
      asked: asked
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
      authorised: Object.entries(authorised).map(([finding, one]) => ({ finding, ...one })),
      examples: said.examples.failing.map(({ id }) => ({ id, because: examples })),
      move: cases === '' || cases === 'stay' ? null : { id: cases },
    });
    await this.said(answer, words.propose.done);
  }

  private async said(answer: Answered<unknown>, done: string): Promise<void> {
    if (answer.ok) {
      this.errors = [];
      announce(done);
    } else {
      const { findings, message } = answer.refusal;
      this.errors = findings.length > 0 ? findings.map(linkOf) : [{ message }];
    }
    await this.gate.load();
  }

  private async plan(from: string): Promise<void> {
    const answer = await beginMove({ from, draft: this.draft });
    if (answer.ok) navigate(`/pathway/moves/${answer.value.id}`);
    else this.errors = [{ message: answer.refusal.message }];
  }

  override render(): TemplateResult {
    return html`
      <tl-error-summary .errors=${this.errors}></tl-error-summary>
      ${whenLoaded(this.gate, (gate) => this.loaded(gate))}
    `;
  }

  private loaded(gate: Gate): TemplateResult {
    const proposal = gate.publications.find(({ state }) => state === 'proposed');
    const earlier = gate.publications.filter((one) => one !== proposal);
    return html`
      <p class="govuk-body">
        <a class="govuk-link" href="/pathway/drafts/${this.draft}">${words.back}</a>
      </p>
      <h1 class="govuk-heading-l">${words.title(gate.draft.title)}</h1>
      ${conditions(gate)}
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">${words.changes(gate.before.name)}</span>
        </summary>
        <div class="govuk-details__text">${changeList(gate.changes)}</div>
      </details>
      ${
        proposal
          ? html`${publicationView(proposal)} ${this.decision(gate)}`
          : gate.can.propose
            ? proposalForm({
                gate,
                written: this.written,
                errorAt: this.errorAt,
                write: (change) => (this.written = { ...this.written, ...change }),
                plan: (from) => void this.plan(from),
                send: (event) => void this.send(event),
              })
            : nothing
      }
      ${
        earlier.length > 0
          ? html`<h2 class="govuk-heading-m">${words.earlier}</h2>
              ${earlier.map(publicationView)}`
          : nothing
      }
    `;
  }

  private decision({ can }: Gate): TemplateResult {
    if (!can.decide) {
      const says = can.isOwn ? words.decide.own : words.decide.wait;
      return html`<div class="govuk-inset-text">${says}</div>`;
    }
    return html`
      <section class="tl-panel" aria-labelledby="decide">
        <h2 class="govuk-heading-m" id="decide">${words.decide.title}</h2>
        <button
          type="button"
          class="govuk-button"
          @click=${async () => this.said(await approve(this.draft), words.decide.published)}
        >
          ${words.decide.approve}
        </button>
        ${textArea({
          id: 'because',
          label: words.decide.because,
          hint: words.decide.becauseHint,
          value: this.because,
          input: (because) => (this.because = because),
        })}
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          @click=${async () => this.said(await refuseProposal(this.draft, this.because), words.decide.refused)}
        >
          ${words.decide.refuse}
        </button>
      </section>
    `;
  }
}

/** Where on the page a condition or a missing word is put right. */
const fields: Record<string, string> = { 'open-cases': 'cases', law: 'law-0', examples: 'examples' };

function linkOf({
  check,
  question,
  message,
}: {
  check: string;
  question?: string;
  message: string;
}): ErrorLink {
  const field = question ?? fields[check];
  return { message, ...(field ? { href: `#${field}` } : {}) };
}

function conditions({ items }: Gate): TemplateResult {
  return html`
    <h2 class="govuk-heading-m">${words.conditions}</h2>
    <ul class="govuk-task-list">
      ${items.map(
        ({ says, met, todo }) => html`
          <li class="govuk-task-list__item">
            <div class="govuk-task-list__name-and-hint">
              ${says} ${todo && !met ? html`<div class="govuk-task-list__hint">${todo}</div>` : nothing}
            </div>
            <div class="govuk-task-list__status">
              <strong class="govuk-tag ${met ? 'govuk-tag--green' : 'govuk-tag--yellow'}"
                >${met ? words.met : words.open}</strong
              >
            </div>
          </li>
        `,
      )}
    </ul>
  `;
}

define('tl-publish-page', PublishPage);
