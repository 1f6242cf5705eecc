import { dayOf, type Output } from '#engine/browser';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { draftFile, restoreSave, type DraftPage, type Pen } from '../../api-group/drafts.ts';
import { loadOpinions, loadPaperCost, loadPlainWords } from '../../api-office/sharing.ts';
import { addNote, answerImprovement, settleNote } from '../../api-group/notes.ts';
import type { Answered } from '../../api/request.ts';
import { announce } from '../../contexts/announce.ts';
import { navigate } from '../../controllers/navigate.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import type { ErrorLink } from '../../elements/error-summary/tl-error-summary.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { draft as words } from '../../words-group/draft.ts';
import { whenLoaded } from '../page-state.ts';
import { checksView } from './checks-view.ts';
import { comparisonView } from './comparison-view.ts';
import { DraftState } from './draft-state.ts';
import { draftTabs } from './draft-tabs.ts';
import { draftTools, saySaving, type Undoing } from './draft-tools.ts';
import './pen-box.ts';
import { addressOf, addressOfThing, isModellerView, placeIn, type FocusOn, type View } from './place.ts';
import './saves-view.ts';
import { unsaved } from './unsaved.ts';

type Modeller = HTMLElement & Undoing;

/** A draft of the pathway: who writes, the editor in its views, what the checks say, what it changes, every save. */
export class DraftPageElement extends LightElement {
  static override properties = {
    route: { attribute: false },
    ready: { state: true },
    papers: { state: true },
    errors: { state: true },
  };
  declare route: Route | undefined;
  declare ready: boolean;
  declare papers: object | undefined;
  declare errors: ErrorLink[];
  private readonly of = new DraftState(this, () => this.route?.params['id'] ?? '');

  constructor() {
    super();
    this.ready = false;
    this.errors = [];
    new PageController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.key);
    void import('../../../modeller/pathway-modeller.ts').then(() => (this.ready = true));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.key);
  }

  private get place(): { view: View; focusOn: FocusOn | undefined } {
    return placeIn(this.route?.query ?? new URLSearchParams());
  }

  private get modeller(): Modeller | undefined {
    return this.querySelector<Modeller>('pathway-modeller') ?? undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.place.view === 'comparison' && !this.of.saving.hasUnsaved) this.of.compare();
    if (changed.has('route')) this.errors = [];
    if (changed.has('route') && this.place.view === 'outputs') void this.besidePapers();
  }

  /** What stands beside papers is asked for once, with the first of them. */
  private async besidePapers(): Promise<void> {
    if (this.papers) return;
    this.papers = {};
    const [plain, opinions] = await Promise.all([loadPlainWords(), loadOpinions()]);
    this.papers = {
      today: dayOf(new Date().toISOString()),
      ...(plain.ok ? { plain: plain.value } : {}),
      ...(opinions.ok ? { opinions: opinions.value } : {}),
      costOf: async (layout: Output, asked: { audience: string; language?: string }) => {
        const answer = await loadPaperCost(this.route?.params['id'] ?? '', layout, asked);
        return answer.ok ? answer.value : { problem: answer.refusal.message };
      },
    };
  }

  /** Where nothing is being typed, the usual keys undo and do again. */
  private readonly key = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
    const typing = (event.target as Partial<Element> | null)?.closest?.(
      'input, textarea, select, [contenteditable]',
    );
    const key = event.key.toLowerCase();
    if (typing || (key !== 'z' && key !== 'y') || !this.of.mayEdit) return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) this.modeller?.redo();
    else this.modeller?.undo();
  };

  override render(): TemplateResult {
    return whenLoaded(this.of.draft, (draft) => this.loaded(draft));
  }

  private loaded(draft: DraftPage): TemplateResult {
    const { saving, checks } = this.of;
    const { view } = this.place;
    const count = checks?.findings.filter(({ level }) => level === 'error').length ?? 0;
    return html`
      <tl-error-summary .errors=${this.errors}></tl-error-summary>
      ${this.header(draft)} ${draftTabs(draft.id, view, count)}
      ${unsaved(saving.now, {
        mine: () => saving.again(this.there),
        theirs: () => void this.of.draft.load(),
        take: () => void this.take(),
      })}
      ${draftTools(
        isModellerView(view) && this.of.mayEdit ? { of: this.modeller } : undefined,
        saySaving(saving.now, draft.pen.mine, draft.save),
      )}
      ${isModellerView(view) ? html`<h2 class="govuk-visually-hidden">${words.tabs[view]}</h2>` : nothing}
      <div class="tl-draft-editor">${this.editor(draft)}</div>
      ${isModellerView(view) ? nothing : this.body(draft, view)}
      <ul class="tl-links">
        <li>
          <a class="govuk-link" href=${draftFile(draft.id, 'drawing')} download>${words.takeDrawing}</a>
        </li>
        <li>
          <a class="govuk-link" href=${draftFile(draft.id, 'version')} download>${words.takeVersion}</a>
        </li>
      </ul>
    `;
  }

  private header(draft: DraftPage): TemplateResult {
    const { state } = draft;
    return html`
      <a class="govuk-back-link" href="/pathway?view=drafts">${words.back}</a>
      <div class="tl-draft-head">
        <div class="tl-measure">
          <h1 class="govuk-heading-l">${draft.title}</h1>
          ${draft.why ? html`<p class="govuk-body">${draft.why}</p>` : nothing}
          <p class="govuk-body tl-quiet tl-line">
            <span>${words.base(draft.base.name)}</span>
            ${draft.fork ? html`<a class="govuk-link" href="/pathway/drafts/${draft.fork.id}">${words.fork(draft.fork.title)}</a>` : nothing}
          </p>
          ${state === 'open' ? nothing : html`<p class="govuk-inset-text">${words.states[state]}</p>`}
        </div>
        <tl-pen-box
          .draft=${draft}
          .pen=${draft.pen}
          @tl-pen-moved=${(event: CustomEvent<{ pen: Pen }>) => this.of.penMoved(event.detail.pen)}
          @tl-problems=${(event: CustomEvent<{ errors: ErrorLink[] }>) => (this.errors = event.detail.errors)}
        ></tl-pen-box>
      </div>
    `;
  }

  /** Stays on the page whatever part of it is shown: its history is the page's undo. */
  private editor(draft: DraftPage): TemplateResult {
    if (!this.ready) return html`<p class="govuk-body tl-loading">${words.loading}</p>`;
    const { view, focusOn } = this.place;
    const { of } = this;
    return html`<pathway-modeller
      ?hidden=${!isModellerView(view)}
      .files=${draft.files}
      .base=${of.base}
      .moddle=${draft.moddle}
      .statutory=${draft.statutory}
      .mayEdit=${of.mayEdit}
      .view=${isModellerView(view) ? view : 'drawing'}
      .focusOn=${focusOn}
      .findings=${of.checks?.findings ?? []}
      .papers=${this.papers}
      .said=${of.sayings}
      .duplicates=${of.duplicates}
      @tl-draft-changed=${(event: CustomEvent<{ changes: Record<string, string | null>; says: string }>) => of.change(event.detail.changes, event.detail.says)}
      @tl-history=${() => this.requestUpdate()}
      @tl-view=${(event: CustomEvent<{ view: View; focusOn?: FocusOn }>) => navigate(addressOf(draft.id, event.detail.view, event.detail.focusOn))}
      @tl-add-note=${(event: CustomEvent<Parameters<typeof addNote>[1]>) => void this.say(addNote(draft.id, event.detail))}
      @tl-answer-improvement=${(event: CustomEvent<Parameters<typeof answerImprovement>[1]>) => void this.say(answerImprovement(draft.id, event.detail))}
      @tl-settle-note=${(event: CustomEvent<{ id: string }>) => void this.say(settleNote(draft.id, event.detail))}
      @tl-authorise=${(event: CustomEvent<Authorising>) => void this.authorise(draft.id, event.detail)}
    ></pathway-modeller>`;
  }

  private body(draft: DraftPage, view: View): TemplateResult {
    const address = (thing: FocusOn): string | undefined => addressOfThing(draft.id, this.of.files, thing);
    const { checks, comparison, saving } = this.of;
    if (view === 'checks' && checks) return checksView(checks, address);
    if (view === 'comparison' && comparison) return comparisonView(comparison, address);
    if (view !== 'saves') return html`<p class="govuk-body tl-loading">${words.loading}</p>`;
    return html`<tl-saves-view
      .draft=${draft.id}
      .number=${saving.number}
      .mayEdit=${this.of.mayEdit}
      @tl-restore=${(event: CustomEvent<{ save: number }>) => void this.restore(draft.id, event.detail.save)}
    ></tl-saves-view>`;
  }

  private get there(): number {
    const { now, number } = this.of.saving;
    return now.state === 'refused' ? (now.there.save ?? number) : number;
  }

  private async take(): Promise<void> {
    const there = this.there;
    const taken = await this.querySelector<HTMLElement & { take: () => Promise<boolean> }>(
      'tl-pen-box',
    )?.take();
    if (taken) this.of.saving.again(there);
  }

  private async restore(draft: string, save: number): Promise<void> {
    const answer = await restoreSave(draft, save, this.of.saving.number);
    if (!answer.ok) return void (this.errors = [{ message: answer.refusal.message }]);
    await this.of.draft.load();
    announce(words.saves.restored(save));
  }

  private authorise(draft: string, { finding, by, because, form, question }: Authorising): Promise<void> {
    const note = { form, ...(question ? { question } : {}), text: because, authorises: { finding, by } };
    return this.say(addNote(draft, note));
  }

  private async say(sent: Promise<Answered<unknown>>): Promise<void> {
    const answer = await sent;
    if (answer.ok) await this.of.sayingsAnew();
    else this.errors = [{ message: answer.refusal.message }];
  }
}

interface Authorising {
  finding: string;
  form: string;
  question?: string;
  by: string;
  because: string;
}

define('tl-draft-page', DraftPageElement);
