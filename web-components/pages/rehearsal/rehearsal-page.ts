import { html, nothing, type TemplateResult } from 'lit';
import { endRehearsal, loadRehearsal, passTime, type RehearsalSays } from '../../api-group/rehearsals.ts';
import type { TaskRow } from '../../api/tasks.ts';
import { announce } from '../../contexts/announce.ts';
import { Loading } from '../../controllers/loading.ts';
import { navigate } from '../../controllers/navigate.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayMoment } from '../../words/dates.ts';
import { firstName, sayList } from '../../words/lists.ts';
import { rehearsal } from '../../words-group/rehearsal.ts';
import { whenLoaded } from '../page-state.ts';

const words = rehearsal.page;

/** Where a rehearsal stands: what is open and who does it, what was done, where each child is on the drawing. */
export class RehearsalPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    problem: { state: true },
    drawn: { state: true },
  };
  declare route: Route | undefined;
  declare problem: string;
  declare drawn: boolean;
  private readonly said: Loading<RehearsalSays>;

  constructor() {
    super();
    this.problem = '';
    this.drawn = false;
    this.said = new Loading(this, () => loadRehearsal(this.rehearsal));
    new PageController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void import('../../../modeller/viewer/pathway-drawing.ts').then(() => (this.drawn = true));
  }

  private get rehearsal(): string {
    return this.route?.params['rehearsal'] ?? '';
  }

  override render(): TemplateResult {
    return whenLoaded(this.said, (said) => this.loaded(said));
  }

  private loaded(said: RehearsalSays): TemplateResult {
    const { draft, family, copy, save, expires, now, says, tasks } = said;
    return html`
      <a class="govuk-back-link" href="/pathway/drafts/${encodeURIComponent(draft.id)}">${words.back}</a>
      <tl-error-summary .errors=${this.problem ? [{ message: this.problem }] : []}></tl-error-summary>
      <h1 class="govuk-heading-l">${words.title(draft.title)}</h1>
      <p class="govuk-body">
        <strong>${copy ? words.copy(family) : words.invented(family)}</strong>: ${sayList(said.people)}.
        ${words.until(save, sayMoment(expires))} ${words.now(sayMoment(now))}
      </p>
      ${says.map((one) => html`<p class="govuk-inset-text">${one}</p>`)}
      <h2 class="govuk-heading-m">${words.open}</h2>
      ${
        tasks.length === 0
          ? html`<p class="govuk-body">${said.ended ? words.ended : words.nothing}</p>`
          : html`<ul class="tl-entries">
              ${tasks.map((task) => this.task(task))}
            </ul>`
      }
      ${this.time(said)} ${this.done(said)} ${this.drawing(said)}
      <p class="tl-line">
        <button
          type="button"
          class="govuk-button govuk-button--warning"
          @click=${() => void this.end(draft.id)}
        >
          ${words.end}
        </button>
        <a class="govuk-link" href="/pathway/drafts/${encodeURIComponent(draft.id)}?view=checks"
          >${words.checks}</a
        >
      </p>
    `;
  }

  private task({ id, what, role, children, due }: TaskRow): TemplateResult {
    return html`<li class="tl-entry">
      <h3 class="govuk-heading-s">
        <a class="govuk-link" href="/pathway/rehearsals/${this.rehearsal}/tasks/${id}">${what}</a>
      </h3>
      <p class="govuk-body">
        ${words.does(role.name)}.
        ${words.forWhom(sayList(children.map(({ name, unborn }) => (unborn ? name : firstName(name)))))}.
        ${due ? words.due(due.says) : nothing}
      </p>
    </li>`;
  }

  private time({ wakeUp, waits }: RehearsalSays): TemplateResult | typeof nothing {
    if (wakeUp === undefined) return nothing;
    return html`<p class="govuk-body">${words.timeSays(sayMoment(wakeUp), sayList(waits ?? []))}</p>
      <button type="button" class="govuk-button govuk-button--secondary" @click=${() => void this.pass()}>
        ${words.time}
      </button>`;
  }

  private done({ records }: RehearsalSays): TemplateResult | typeof nothing {
    if (records.length === 0) return nothing;
    return html`
      <h2 class="govuk-heading-m">${words.done}</h2>
      <ul class="tl-told">
        ${records.map(
          ({ id, title, by, at }) =>
            html`<li class="tl-told__one">
              ${title}${by ? html` (${by})` : nothing}, ${sayMoment(at)}:
              <a class="govuk-link" href="/pathway/rehearsals/${this.rehearsal}/records/${id}"
                >${words.print}<span class="govuk-visually-hidden">: ${title}</span></a
              >
            </li>`,
        )}
      </ul>
    `;
  }

  private drawing({ drawing }: RehearsalSays): TemplateResult {
    return html`<section class="tl-drawing" aria-labelledby="rehearsal-drawing">
      <h2 class="govuk-heading-m" id="rehearsal-drawing">${words.drawing}</h2>
      ${
        this.drawn
          ? html`<pathway-drawing .xml=${drawing.xml} .marks=${marksOf(drawing)}></pathway-drawing>`
          : nothing
      }
    </section>`;
  }

  private async pass(): Promise<void> {
    const answer = await passTime(this.rehearsal);
    this.problem = answer.ok ? '' : answer.refusal.message;
    await this.said.load();
    if (answer.ok) announce(words.now(sayMoment(answer.value.now)));
  }

  private async end(draft: string): Promise<void> {
    const answer = await endRehearsal(this.rehearsal);
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (!answer.ok) return;
    announce(words.gone);
    navigate(`/pathway/drafts/${encodeURIComponent(draft)}`);
  }
}

/** Elements with the names of the children who are there. */
function marksOf({ children }: RehearsalSays['drawing']): { element: string; names: string[] }[] {
  const marks = new Map<string, string[]>();
  for (const { name, elements } of children) {
    for (const element of elements) marks.set(element, [...(marks.get(element) ?? []), firstName(name)]);
  }
  return [...marks].map(([element, names]) => ({ element, names }));
}

define('tl-rehearsal-page', RehearsalPage);
