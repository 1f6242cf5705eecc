import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import * as api from '../../api-group/moves.ts';
import type { Move, MovePlan } from '../../api-group/moves.ts';
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
import { sayDay, sayMoment } from '../../words/dates.ts';
import { moves as words } from '../../words-group/moves.ts';
import { whenLoaded } from '../page-state.ts';
import { textArea } from '../publish/text-area.ts';
import { casesView } from './cases-view.ts';
import { planView } from './plan-view.ts';
import { trialView } from './trial-view.ts';

/** One move: its plan and what is wrong with it, how it went when tried, the signature, and every family's result. */
export class MovePage extends LightElement {
  static override properties = {
    route: { attribute: false },
    written: { state: true },
    errors: { state: true },
    busy: { state: true },
  };
  declare route: Route | undefined;
  /** the plan as it is being changed here; undefined: as it is stored */
  declare written: MovePlan | undefined;
  declare errors: ErrorLink[];
  declare busy: boolean;
  private readonly move: Loading<Move>;
  private last: Promise<unknown> = Promise.resolve();

  constructor() {
    super();
    this.errors = [];
    this.busy = false;
    this.move = new Loading(this, () => api.loadMove(this.key));
    new PageController(this);
    new Live(this, (entries) => {
      if (entries.some(({ kind }) => kind === 'pathway')) void this.move.load();
    });
  }

  private get key(): string {
    return this.route?.params['id'] ?? '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('route');
    if (before && before.params['id'] !== this.key) {
      this.written = undefined;
      void this.move.load();
    }
  }

  private change(stored: MovePlan, change: Partial<MovePlan>): void {
    this.written = { ...(this.written ?? stored), ...change };
  }

  /** Sends what was changed; with nothing changed there is nothing to send. */
  private async save(said = words.saved): Promise<boolean> {
    const { written } = this;
    const revision = this.move.value?.revision;
    if (!written || revision === undefined) return true;
    const answer = await api.changePlan(this.key, written, revision);
    await this.said(answer, said);
    // what was typed while it was sent is not stored yet
    if (answer.ok && this.written === written) this.written = undefined;
    return answer.ok;
  }

  private async said(answer: Answered<unknown>, done: string): Promise<void> {
    if (answer.ok) {
      this.errors = [];
      announce(done);
    } else {
      const { findings, message } = answer.refusal;
      this.errors = findings.length > 0 ? findings.map((one) => ({ message: one.message })) : [{ message }];
    }
    await this.move.load();
  }

  private async try(): Promise<void> {
    this.busy = true;
    if (await this.save()) await this.said(await api.tryMove(this.key), words.try);
    this.busy = false;
  }

  private async anew({ from, to, draft }: Move): Promise<void> {
    const answer = await api.beginMove({ from: from.id, ...(draft ? { draft } : { to: to.id }) });
    if (answer.ok) navigate(`/pathway/moves/${answer.value.id}`);
    else this.errors = [{ message: answer.refusal.message }];
  }

  override render(): TemplateResult {
    return html`
      <tl-error-summary .errors=${this.errors}></tl-error-summary>
      ${whenLoaded(this.move, (move) => this.loaded(move))}
    `;
  }

  private loaded(move: Move): TemplateResult {
    const { draft, published } = move;
    return html`
      <p class="govuk-body tl-line">
        <a class="govuk-link" href="/pathway/moves">${words.back}</a>
        ${draft && !published ? html`<a class="govuk-link" href="/pathway/drafts/${draft}/publish">${words.draft}</a>` : nothing}
      </p>
      <h1 class="govuk-heading-l">${words.fromTo(move.from.name, move.to.name)}</h1>
      <p class="govuk-body"><strong class="govuk-tag">${words.states[move.state]}</strong></p>
      ${
        move.stale
          ? html`<div class="govuk-inset-text">${words.stale}</div>
              ${this.button(words.anew, () => this.anew(move))}`
          : html`${this.carriedOut(move)} ${this.plan(move)}`
      }
    `;
  }

  /** Once it is signed, what becomes of the families stands first. */
  private carriedOut(move: Move): TemplateResult | typeof nothing {
    const { state, signed, to, counts } = move;
    if (!signed) return nothing;
    const left = counts['needs-a-person'] + counts.refused + counts.failed;
    const run = (how: 'go' | 'pause', said: string) => async () =>
      this.said(await api.runMove(this.key, how), said);
    return html`
      <p class="govuk-body">${words.signedBy(signed.by, sayMoment(signed.at))}</p>
      ${state === 'signed' && to.effective ? html`<p class="govuk-body">${words.effective(sayDay(to.effective))}</p>` : nothing}
      ${state === 'signed' ? this.button(words.go, run('go', words.go), true) : nothing}
      ${state === 'moving' ? this.button(words.pause, run('pause', words.pause)) : nothing}
      ${state === 'paused' ? this.button(words.goOn, run('go', words.goOn), true) : nothing}
      ${casesView(move, (caseId, what) => void this.ofCase(caseId, what))}
      ${
        state === 'done' && left > 0
          ? html`${this.button(words.further, () => this.anew(move))}
              <p class="govuk-body">${words.takenOver}</p>`
          : nothing
      }
    `;
  }

  private async ofCase(caseId: string, what: 'retry' | 'revert'): Promise<void> {
    const answer = await api.ofCase(this.key, caseId, what);
    await this.said(answer, answer.ok ? words.results[answer.value.result] : '');
  }

  private plan(move: Move): TemplateResult {
    const open = move.state === 'draft';
    const plan = this.written ?? move.plan;
    const change = (more: Partial<MovePlan>): void => this.change(move.plan, more);
    return html`
      ${planView({ move, plan, open, change })}
      ${
        plan.places.length > 0
          ? html`<p class="govuk-body">
              ${words.placesCount(plan.places.length)}
              ${open ? html`<button type="button" class="tl-text-button" @click=${() => change({ places: [] })}>${words.forget}</button>` : nothing}
            </p>`
          : nothing
      }
      <div class="govuk-form-group">
        <label class="govuk-label" for="clocks">${words.clocks}</label>
        <select
          class="govuk-select tl-wide-select"
          id="clocks"
          ?disabled=${!open}
          @change=${(event: Event) =>
            change({ clocks: (event.target as HTMLSelectElement).value === 'restart' ? 'restart' : 'keep' })}
        >
          <option value="keep" .selected=${plan.clocks === 'keep'}>${words.keepClocks}</option>
          <option value="restart" .selected=${plan.clocks === 'restart'}>${words.restartClocks}</option>
        </select>
      </div>
      ${
        open
          ? html`${textArea({
              ...{ id: 'note', label: words.note, hint: words.noteHint, value: plan.note, rows: 2 },
              input: (note) => change({ note }),
            })}
            ${this.button(words.save, () => this.save(), true)}`
          : html`<p class="govuk-body">${plan.note}</p>`
      }
      ${findingsView(move)} ${this.trial(move, open)}
    `;
  }

  private trial(move: Move, open: boolean): TemplateResult {
    const { trial, published, findings } = move;
    const ready = trial?.ofThisPlan && !this.written && findings.every(({ level }) => level !== 'error');
    return html`
      <h2 class="govuk-heading-m">${words.try}</h2>
      ${
        open
          ? html`<p class="govuk-body">${words.tryLead}</p>
              ${this.button(this.busy ? words.trying : words.try, () => this.try())}`
          : nothing
      }
      ${trial ? trialView(trial, open, (choice) => void this.choose(move, choice)) : nothing}
      ${
        open && ready
          ? html`<h2 class="govuk-heading-m">${words.sign}</h2>
              <p class="govuk-body">${published ? words.signLead : words.waits}</p>
              ${published ? this.button(words.sign, async () => this.said(await api.signMove(this.key), words.sign), true) : nothing}`
          : nothing
      }
    `;
  }

  /** A place that a person chose stands in the plan, instead of what was chosen for it before. */
  private async choose(move: Move, choice: MovePlan['places'][number]): Promise<void> {
    const plan = this.written ?? move.plan;
    const same = (one: typeof choice): boolean =>
      one.process === choice.process && one.open.join() === choice.open.join();
    this.change(move.plan, { places: [...plan.places.filter((one) => !same(one)), choice] });
    await this.try();
  }

  /** One after the other: who saves and tries at once tries what was saved. */
  private next(act: () => unknown): void {
    this.last = this.last.then(act, act);
  }

  private button(text: string, act: () => unknown, primary = false): TemplateResult {
    return html`<button
      type="button"
      class="govuk-button ${primary ? '' : 'govuk-button--secondary'}"
      ?disabled=${this.busy}
      @click=${() => this.next(act)}
    >
      ${text}
    </button>`;
  }
}

function findingsView({ findings }: Move): TemplateResult {
  const colours = { error: 'govuk-tag--red', warning: 'govuk-tag--yellow', advice: 'govuk-tag--blue' };
  return html`
    <h2 class="govuk-heading-m">${words.findings}</h2>
    ${
      findings.length === 0
        ? html`<p class="govuk-body">${words.findingsNone}</p>`
        : html`<ul class="tl-told">
            ${findings.map(
              ({ level, message }) =>
                html`<li class="tl-told__one">
                  <strong class="govuk-tag ${colours[level]}">${words.level[level]}</strong> ${message}
                </li>`,
            )}
          </ul>`
    }
  `;
}

define('tl-move-page', MovePage);
