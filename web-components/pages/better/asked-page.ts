import { html, type TemplateResult } from 'lit';
import { loadMine, markSeen, type Improvement } from '../../api-group/improvements.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { improvements as words } from '../../words-group/improvements.ts';
import { sayMoment } from '../../words/dates.ts';
import { whenLoaded } from '../page-state.ts';

/** What the person who is signed in said could be better, and what the working group answered. */
export class AskedPage extends LightElement {
  static override properties = { route: { attribute: false } };
  declare route: Route | undefined;
  private seen = false;
  private readonly loading = new Loading(this, loadMine);

  constructor() {
    super();
    new PageController(this);
  }

  /** What is on the screen counts as read; the mark “new” stays until the page is opened again. */
  protected override updated(): void {
    const unread = this.loading.value?.some(({ answer }) => answer && !answer.seen) ?? false;
    if (!unread || this.seen) return;
    this.seen = true;
    void markSeen();
  }

  override render(): TemplateResult {
    return html`
      <h1 class="govuk-heading-l">${words.mine}</h1>
      <p class="govuk-body">${words.mineLead}</p>
      ${whenLoaded(this.loading, (all) =>
        all.length === 0
          ? html`<p class="govuk-body">${words.none}</p>`
          : html`<ul class="govuk-list tl-asked">
              ${all.map((one) => html`<li class="tl-asked__one">${said(one)}</li>`)}
            </ul>`,
      )}
    `;
  }
}

function said({ formTitle, label, kind, text, at, answer }: Improvement): TemplateResult {
  return html`
    <h2 class="govuk-heading-s">${formTitle}${label ? `: ${label}` : ''}</h2>
    <p class="govuk-body-s">${words.said(sayMoment(at))} ${words.kinds[kind]}. “${text}”</p>
    ${
      answer
        ? html`<div class="govuk-inset-text">
            ${answer.seen ? '' : html`<strong class="govuk-tag govuk-tag--green">${words.isNew}</strong> `}
            <strong>${words.decisions[answer.decision]}.</strong> ${answer.text}
            <span class="tl-earlier__source">${words.answered(answer.by.name, sayMoment(answer.at))}</span>
          </div>`
        : html`<p class="govuk-body-s"><strong class="govuk-tag govuk-tag--grey">${words.waits}</strong></p>`
    }
  `;
}

define('tl-asked-page', AskedPage);
