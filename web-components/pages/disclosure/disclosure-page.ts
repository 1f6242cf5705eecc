import { html, nothing, type TemplateResult } from 'lit';
import {
  complete,
  disclosurePath,
  loadDisclosure,
  saveMarks,
  type Disclosure,
  type Mark,
} from '../../api-office/disclosure.ts';
import { openConfirmed } from '../../api-office/confirmed.ts';
import { announce } from '../../contexts/announce.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayMoment } from '../../words/dates.ts';
import { disclosure } from '../../words-office/disclosure.ts';
import { whenLoaded } from '../page-state.ts';
import { heldItems } from './held-items.ts';
import { leftOutWords } from './left-out-words.ts';
import { markSent, sameMark } from './marks.ts';
import { proposals } from './proposals.ts';

const words = disclosure.page;

/** Everything that is held of a person: what is left out is marked with a reason, looked at, and the file made. */
export class DisclosurePage extends LightElement {
  static override properties = {
    route: { attribute: false },
    reason: { state: true },
    problem: { state: true },
  };
  declare route: Route | undefined;
  /** why the next thing is left out */
  declare reason: string;
  declare problem: string;
  private readonly loading: Loading<Disclosure>;

  constructor() {
    super();
    this.reason = this.problem = '';
    this.loading = new Loading(this, () => loadDisclosure(this.path));
    new PageController(this);
  }

  private get path(): string {
    const { id = '', disclosure: which = '' } = this.route?.params ?? {};
    return disclosurePath(id, which);
  }

  /** Leaves something out, or hands it out after all. */
  private async toggle(page: Disclosure, mark: Mark): Promise<void> {
    const isOut = page.redactions.some((one) => sameMark(one, mark));
    if (!isOut && !mark.reason) {
      this.problem = words.whyFirst;
      return;
    }
    const kept = page.redactions.filter((one) => !sameMark(one, mark)).map(markSent);
    const answer = await saveMarks(this.path, isOut ? kept : [...kept, mark], page.revision);
    this.problem = answer.ok ? '' : answer.refusal.message;
    await this.loading.load();
    if (answer.ok) announce(words.left(this.loading.value?.redactions.length ?? 0));
  }

  private async make(): Promise<void> {
    const answer = await complete(this.path);
    this.problem = answer.ok ? '' : answer.refusal.message;
    await this.loading.load();
  }

  /** The file asks for a fresh proof of who takes it: it is shown first, since a download can't ask. */
  private async take(): Promise<void> {
    const answer = await complete(this.path);
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (answer.ok) location.assign(`/api${this.path}/file`);
  }

  override render(): TemplateResult {
    return whenLoaded(this.loading, (page) => this.loaded(page));
  }

  private loaded(page: Disclosure): TemplateResult {
    const { id = '' } = this.route?.params ?? {};
    const acts = {
      reason: this.reason,
      choose: (reason: string) => (this.reason = reason),
      toggle: (mark: Mark) => void this.toggle(page, mark),
    };
    return html`
      <a class="govuk-back-link" href="/families/${encodeURIComponent(id)}/disclosure">${disclosure.list}</a>
      <tl-error-summary .errors=${this.problem ? [{ message: this.problem }] : []}></tl-error-summary>
      <h1 class="govuk-heading-xl tl-heading">${words.title(page.person.name)}</h1>
      ${page.made ? this.made(page.made) : html`<p class="govuk-body">${words.lead}</p>`}
      <p class="govuk-body">
        <a
          class="govuk-link"
          href="/api${this.path}/preview"
          target="_blank"
          rel="noopener"
          @click=${openConfirmed}
          >${words.preview}</a
        >
      </p>
      ${page.made ? nothing : html`${proposals(page, acts)} ${leftOutWords(page, acts)}`}
      ${heldItems(page, acts)}
      ${
        page.made
          ? nothing
          : html`<p class="govuk-body">${words.left(page.redactions.length)}. ${words.sure}</p>
              <button type="button" class="govuk-button" @click=${this.make}>${words.make}</button>`
      }
    `;
  }

  private made({ by, at, sha256 }: NonNullable<Disclosure['made']>): TemplateResult {
    return html`
      <p class="govuk-body">${words.madeOn(by.name, sayMoment(at))}</p>
      <p class="govuk-body tl-hash">${words.hash(sha256)}</p>
      <p class="govuk-body tl-line">
        <button type="button" class="govuk-button" @click=${this.take}>${words.again}</button>
        <a class="govuk-link" href="/api${this.path}/log" @click=${openConfirmed}>${words.log}</a>
      </p>
    `;
  }
}

define('tl-disclosure-page', DisclosurePage);
