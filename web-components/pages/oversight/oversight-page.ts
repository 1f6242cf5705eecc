import { html, nothing, type TemplateResult } from 'lit';
import { loadWorklist, loadWorklists, type Worklist, type Worklists } from '../../api-office/oversight.ts';
import { loadStaff, type StaffMember } from '../../api/session.ts';
import { announce } from '../../contexts/announce.ts';
import { mayBegin } from '../../contexts/session.ts';
import { Live } from '../../controllers/live.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { oversight as words } from '../../words-office/oversight.ts';
import { whenLoaded } from '../page-state.ts';
import '../worklists/worklist-row.ts';
import { narrowBar, Narrowing } from './narrowing.ts';

/** Rows of the first list that stand on this page. */
const shown = 5;

/** Where a manager or a chair begins: what needs them, the worklists with their counts, and where to look further. */
export class OversightPage extends LightElement {
  static override properties = { staff: { state: true } };
  declare staff: StaffMember[];
  private readonly narrowing = new Narrowing(this, () => void this.lists.load());
  private readonly lists = new Loading<Worklists>(this, () => loadWorklists(this.narrowing.asked));
  private readonly first = new Loading<Worklist>(this, () => loadWorklist('escalated', {}));

  constructor() {
    super();
    this.staff = [];
    new PageController(this);
    new Live(this, (entries) => {
      if (!this.querySelector('tl-row-act') && entries.some(({ kind }) => kind !== 'draft')) this.again();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void loadStaff().then((answer) => {
      if (answer.ok) this.staff = answer.value;
    });
  }

  private again(): void {
    void this.first.load();
    void this.lists.load();
  }

  private done(event: CustomEvent<{ says: string }>): void {
    announce(event.detail.says);
    this.again();
    // the last one answered takes the section with it
    const stays = (this.first.value?.rows.length ?? 0) > 1 ? '#first' : '#worklists';
    this.querySelector<HTMLElement>(stays)?.focus();
  }

  override render(): TemplateResult {
    return html`
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      <p class="govuk-body">${words.lead}</p>
      ${
        mayBegin('list-work')
          ? whenLoaded(this.lists, (lists) => html`${this.needsMe(lists)} ${this.worklists(lists)}`)
          : nothing
      }
      ${further()}
    `;
  }

  /** Where nothing waits the list of that name says so. */
  private needsMe(lists: Worklists): TemplateResult | typeof nothing {
    const { rows = [], count = 0 } = this.first.value ?? {};
    if (rows.length === 0) return nothing;
    return html`<section aria-labelledby="first">
      <h2 class="govuk-heading-l" id="first" tabindex="-1">${words.first}</h2>
      <ul class="tl-tasks" @tl-done=${this.done}>
        ${rows.slice(0, shown).map(
          (row) =>
            html`<li class="tl-tasks__item">
              <tl-worklist-row .row=${row} .about=${lists} .staff=${this.staff}></tl-worklist-row>
            </li>`,
        )}
      </ul>
      ${
        count > shown
          ? html`<p class="govuk-body">
              <a class="govuk-link" href="/oversight/worklists/escalated">${words.all(count)}</a>
            </p>`
          : nothing
      }
    </section>`;
  }

  private worklists(lists: Worklists): TemplateResult {
    return html`<section aria-labelledby="worklists">
      <h2 class="govuk-heading-l" id="worklists" tabindex="-1">${words.lists}</h2>
      ${narrowBar(this.narrowing, lists)}
      <ul class="tl-worklists">
        ${someFirst(lists.lists).map(
          ({ id, name, says, count }) =>
            html`<li class="tl-worklists__item">
              <span class="tl-worklists__count ${count > 0 ? 'tl-worklists__count--some' : ''}"
                >${words.waiting(count)}</span
              >
              <span
                ><a class="govuk-link" href="/oversight/worklists/${id}">${name}</a>
                <span class="tl-quiet">${says}</span></span
              >
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

/** Lists in which something waits before those that are empty, each in its own order. */
const someFirst = (lists: Worklists['lists']): Worklists['lists'] => [
  ...lists.filter(({ count }) => count > 0),
  ...lists.filter(({ count }) => count === 0),
];

function further(): TemplateResult {
  const { links } = words;
  const all = [
    { href: '/stages', text: links.stages, says: links.stagesSays, may: 'see-stages' },
    { href: '/oversight/stages', text: links.flow, says: links.flowSays, may: 'see-stages' },
    { href: '/oversight/funnel', text: links.funnel, says: links.funnelSays, may: 'see-stages' },
    { href: '/oversight/caseload', text: links.caseload, says: links.caseloadSays, may: 'see-stages' },
    { href: '/measures', text: links.measures, says: links.measuresSays, may: 'see-stages' },
    { href: '/practice', text: links.practice, says: links.practiceSays, may: 'see-stages' },
  ];
  return html`<section aria-labelledby="further">
    <h2 class="govuk-heading-l" id="further">${words.further}</h2>
    <ul class="tl-worklists">
      ${all
        .filter(({ may }) => mayBegin(may))
        .map(
          ({ href, text, says }) =>
            html`<li class="tl-worklists__item tl-worklists__item--plain">
              <span
                ><a class="govuk-link" href=${href}>${text}</a> <span class="tl-quiet">${says}</span></span
              >
            </li>`,
        )}
    </ul>
  </section>`;
}

define('tl-oversight-page', OversightPage);
