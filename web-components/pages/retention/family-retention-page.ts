import { html, nothing, type TemplateResult } from 'lit';
import {
  approve,
  certificatePath,
  endHold,
  loadRetention,
  propose,
  putHold,
  refuseIt,
  type FamilyRetention,
  type KeptChild,
} from '../../api-office/retention.ts';
import type { Answered } from '../../api/request.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayDay } from '../../words/dates.ts';
import { retention } from '../../words-office/retention.ts';
import { whenLoaded } from '../page-state.ts';
import { disposalView } from './disposal-view.ts';
import { holdsView } from './holds-view.ts';

const words = retention.page;

/** How long one family's record is kept, what holds it, and letting go of it by two people. */
export class FamilyRetentionPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    why: { state: true },
    sure: { state: true },
    problem: { state: true },
    gone: { state: true },
  };
  declare route: Route | undefined;
  /** why a hold is put on or lifted, or a proposal refused: by what it is for */
  declare why: Record<string, string>;
  declare sure: boolean;
  declare problem: string;
  /** the disposal that was just carried out: there is no page of the family any more */
  declare gone: string | undefined;
  private readonly loading: Loading<FamilyRetention>;
  private readonly page = new PageController(this);

  constructor() {
    super();
    this.why = {};
    this.sure = false;
    this.problem = '';
    this.loading = new Loading(this, () => loadRetention(this.id_));
  }

  private get id_(): string {
    return this.route?.params['id'] ?? '';
  }

  private async act(answering: Promise<Answered<unknown>>): Promise<boolean> {
    const answer = await answering;
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (!answer.ok) return false;
    this.why = {};
    await this.loading.load();
    return true;
  }

  private async letGo(disposal: string): Promise<void> {
    const whole = this.loading.value?.proposals.find((one) => one.id === disposal)?.whole ?? false;
    const answer = await approve(this.id_, disposal);
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (!answer.ok) return;
    if (!whole) return void (await this.loading.load());
    this.page.again();
    this.gone = disposal;
  }

  override render(): TemplateResult {
    if (this.gone) return goneView(this.gone);
    return whenLoaded(this.loading, (page) => this.loaded(page));
  }

  private loaded(page: FamilyRetention): TemplateResult {
    const writing = {
      why: this.why,
      write: (what: string, why: string) => (this.why = { ...this.why, [what]: why }),
    };
    return html`
      <a class="govuk-back-link" href="/retention">${retention.title}</a>
      <tl-error-summary .errors=${this.problem ? [{ message: this.problem }] : []}></tl-error-summary>
      <h1 class="govuk-heading-xl tl-heading">${words.title(page.case.name)}</h1>
      <p class="govuk-body">${words.until(sayDay(page.until))}</p>
      <ul class="tl-entries">
        ${page.children.map(childView)}
      </ul>
      ${holdsView(page.holds, {
        ...writing,
        putOn: (why) => void this.act(putHold(this.id_, why)),
        lift: (hold, why) => void this.act(endHold(this.id_, hold, why)),
      })}
      ${disposalView(page, {
        ...writing,
        sure: this.sure,
        beSure: (sure) => (this.sure = sure),
        propose: () => void this.act(propose(this.id_)),
        refuse: (disposal, why) => void this.act(refuseIt(this.id_, disposal, why)),
        approve: (disposal) => void this.letGo(disposal),
      })}
    `;
  }
}

function childView(child: KeptChild): TemplateResult {
  const { name, until, rule, classes, due, isOpen, heldBy } = child;
  const others = classes.filter((one) => one.id !== rule.id);
  return html`<li class="tl-entry">
    <h2 class="govuk-heading-s tl-line">
      <span>${name}</span>
      ${due ? html`<strong class="govuk-tag">${words.due}</strong>` : nothing}
      ${isOpen ? html`<strong class="govuk-tag govuk-tag--blue">${words.open}</strong>` : nothing}
      ${heldBy.map((one) => html`<strong class="govuk-tag govuk-tag--orange">${one}</strong>`)}
    </h2>
    <p class="govuk-body">
      ${words.keptUntil(sayDay(until))}, ${words.byRule(rule.name)}
      <span class="tl-quiet">${rule.source}</span>
    </p>
    ${
      others.length > 0
        ? html`<p class="govuk-body tl-quiet">
            ${words.others}: ${others.map((one) => `${one.name}, ${sayDay(one.until)}`).join('; ')}
          </p>`
        : nothing
    }
  </li>`;
}

function goneView(disposal: string): TemplateResult {
  return html`
    <h1 class="govuk-heading-xl">${words.done}</h1>
    <p class="govuk-body">${words.doneLead}</p>
    <p class="govuk-body">
      <a class="govuk-link" href=${certificatePath(disposal)} download>${retention.certificate}</a>
    </p>
    <p class="govuk-body"><a class="govuk-link" href="/retention">${retention.title}</a></p>
  `;
}

define('tl-family-retention-page', FamilyRetentionPage);
