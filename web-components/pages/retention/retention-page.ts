import { html, nothing, type TemplateResult } from 'lit';
import { loadDisposals, loadRules } from '../../api-office/retention.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { subNavigation } from '../../elements/tabs/sub-navigation.ts';
import { retention as words } from '../../words-office/retention.ts';
import { officeTabs } from '../audit/office-tabs.ts';
import { whenLoaded } from '../page-state.ts';
import './falls-due.ts';
import { proposalList } from './proposal-list.ts';
import './rules-form.ts';

const views = ['due', 'disposals', 'rules'] as const;

/** What falls due, what was proposed and done, and the rules by which. */
export class RetentionPage extends LightElement {
  static override properties = { route: { attribute: false } };
  declare route: Route | undefined;
  private readonly rules = new Loading(this, loadRules);
  private readonly disposals = new Loading(this, loadDisposals);

  constructor() {
    super();
    new PageController(this);
  }

  override render(): TemplateResult {
    const view = views.find((one) => one === this.route?.query.get('view')) ?? 'due';
    return html`
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      ${officeTabs('retention')}
      <p class="govuk-body">${words.lead}</p>
      ${subNavigation(
        words.views.label,
        views.map((one) => ({
          href: `/retention${one === 'due' ? '' : `?view=${one}`}`,
          text: words.views[one],
          current: one === view,
        })),
      )}
      ${view === 'due' ? html`<tl-falls-due></tl-falls-due>` : nothing}
      ${view === 'disposals' ? whenLoaded(this.disposals, ({ proposals }) => proposalList(proposals)) : nothing}
      ${
        view === 'rules'
          ? whenLoaded(this.rules, (rules) => html`<tl-rules-form .rules=${rules}></tl-rules-form>`)
          : nothing
      }
    `;
  }
}

define('tl-retention-page', RetentionPage);
