import { questionsOf, type Answers } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { completeAddition } from '../../api/families.ts';
import { newCommandId, type FindingSays, type Refused } from '../../api/request.ts';
import {
  checkAnswers,
  complete,
  type Happened,
  type NextSay,
  type TaskPage as Page,
} from '../../api/tasks.ts';
import { chooseChildren } from '../../contexts/chosen-children.ts';
import { keepOutcome } from '../../contexts/outcomes.ts';
import { forgetUnsent } from '../../controllers/drafts.ts';
import { addressOf, FormPage } from '../../controllers/form-page.ts';
import { navigate } from '../../controllers/navigate.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import type { ErrorLink } from '../../elements/error-summary/tl-error-summary.ts';
import { identityBar } from '../../elements/identity/identity-bar.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { withNames } from '../../elements/question/question-words.ts';
import { check as words } from '../../words/form.ts';
import { whenLoaded } from '../page-state.ts';
import { answersOf } from '../task/asked.ts';
import { beatenView } from '../task/beaten-view.ts';
import { formTools } from '../task/form-tools.ts';
import { familyOf, rehearsedView } from '../task/rehearsed-view.ts';
import { currentSession } from '../../contexts/session.ts';
import { answersView } from './answers-view.ts';
import { nextView } from './next-view.ts';

/** Everything once more before it becomes a record, with what will happen next; completing is one press from here. */
export class CheckPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    findings: { state: true },
    next: { state: true },
    problem: { state: true },
    sending: { state: true },
    reasons: { state: true },
    tried: { state: true },
  };
  declare route: Route | undefined;
  declare findings: FindingSays[];
  declare next: NextSay[];
  declare problem: string;
  declare sending: boolean;
  /** by rule, why it is gone on all the same */
  declare reasons: Record<string, string>;
  declare tried: boolean;
  private readonly form = new FormPage(this);
  private checkedFor = '';
  private looked = false;
  private commandId = newCommandId();

  constructor() {
    super();
    this.findings = [];
    this.next = [];
    this.problem = '';
    this.sending = false;
    this.reasons = {};
    this.tried = false;
    new PageController(this);
  }

  protected override updated(): void {
    const { page } = this.form;
    if (!page || page.task.completed || page.closed) return;
    const answers = this.answers(page);
    const wanted = JSON.stringify(answers);
    if (wanted === this.checkedFor) return;
    this.checkedFor = wanted;
    this.commandId = newCommandId();
    void this.check(answers, wanted);
  }

  private answers(page: Page): Answers {
    return answersOf(page, this.form.drafts.entries());
  }

  private async check(answers: Answers, wanted: string): Promise<void> {
    const answer = await checkAnswers(this.form.place, answers);
    // an answer about what stood here before; and what is being completed may be closed before its own answer is here
    if (this.sending || wanted !== this.checkedFor) return;
    if (!answer.ok) {
      this.problem = answer.refusal.message;
      return;
    }
    this.problem = '';
    this.looked = true;
    this.findings = answer.value.findings;
    this.next = answer.value.next;
  }

  private async complete(page: Page): Promise<void> {
    if (this.sending) return;
    this.tried = true;
    this.sending = true;
    try {
      if (!(await this.form.drafts.settle())) {
        this.problem = words.keepUnsaved;
        return;
      }
      await this.send(page);
    } finally {
      this.sending = false;
    }
  }

  private async send(page: Page): Promise<void> {
    const { place } = this.form;
    const reasons = Object.fromEntries(Object.entries(this.reasons).filter(([, text]) => text.trim() !== ''));
    const sent = {
      ...this.answers(page),
      ...(Object.keys(reasons).length > 0 ? { reasons } : {}),
      commandId: this.commandId,
    };
    const answer =
      'task' in place
        ? await complete(place, { ...sent, revision: page.case.revision })
        : await completeAddition(place.family, place.form, {
            ...sent,
            children: page.children.map(({ id }) => id),
          });
    if (!answer.ok) return this.refused(answer);
    const value: { happened?: Happened; record?: string } = answer.value;
    forgetUnsent(place);
    chooseChildren(place, undefined);
    if ('task' in place && place.rehearsal) return navigate(`/pathway/rehearsals/${place.rehearsal}`, true);
    if ('task' in place) {
      keepOutcome({ task: page.task, case: page.case, ...value });
      return navigate(`/tasks/${place.task}/done`, true);
    }
    const record = value.record ?? value.happened?.record;
    navigate(record ? `/records/${record}?added=yes` : `/families/${place.family}`, true);
  }

  private async refused(answer: Refused): Promise<void> {
    this.problem = answer.refusal.message;
    if (answer.refusal.findings.length > 0) this.findings = answer.refusal.findings;
    if (answer.status === 409) {
      const changed = (answer.body as { changed?: { by?: unknown } } | undefined)?.changed;
      await this.form.loading.load();
      if (changed && this.form.loading.value?.task.completed) this.problem = '';
      this.commandId = newCommandId();
    }
  }

  /** A form that was added and lacks nothing may open nothing: then nothing is waited for. */
  private get otherwise(): string {
    const done = !('task' in this.form.place) && this.looked && this.findings.length === 0;
    return done ? words.nothingOpens : words.nothingYet;
  }

  override render(): TemplateResult {
    return whenLoaded(this.form.loading, () => this.loaded(this.form.page as Page));
  }

  private loaded(page: Page): TemplateResult {
    const tools = page.form ? formTools(page, () => undefined) : undefined;
    if (page.task.completed || page.closed || !tools)
      return beatenView(page, this.form.drafts, tools, currentSession()?.person?.id ?? '');
    // a rule that warns stands in nobody's way once it is said why
    const errors = this.findings.filter(
      ({ level, check }) => level === 'error' && !this.reasons[check.replace('rule:', '')]?.trim(),
    );
    const address = addressOf(this.form.place);
    return html`
      <a class="govuk-back-link" href=${address}>${words.back}</a>
      <tl-error-summary .errors=${this.errorLinks(page, errors)}></tl-error-summary>
      ${rehearsedView(this.form)}
      ${identityBar({ family: familyOf(this.form, page), children: page.children })}
      <h1 class="govuk-heading-l">${words.title}</h1>
      <p class="govuk-body">${page.task.what || page.form.title}</p>
      ${this.warnings(page)}
      ${answersView({ page, answers: this.answers(page), tools, address, findings: errors, tried: this.tried })}
      ${nextView(this.next, page.children, this.otherwise)} ${this.completing(page, errors.length)}
    `;
  }

  private errorLinks(page: Page, errors: readonly FindingSays[]): ErrorLink[] {
    const general = this.problem && this.tried && errors.length === 0 ? [{ message: this.problem }] : [];
    if (!this.tried) return [];
    return [
      ...general,
      ...errors.map((finding) => ({ message: this.say(page, finding), href: this.linkTo(finding) })),
    ];
  }

  private linkTo({ question, child }: FindingSays): string {
    return question ? `${addressOf(this.form.place)}#${question}${child ? `@${child}` : ''}` : '';
  }

  private say(page: Page, finding: FindingSays): string {
    const child = page.children.find(({ id }) => id === finding.child);
    const question = questionsOf(page.form).find(({ id }) => id === finding.question);
    const named = withNames(finding.message, child, page.children);
    const several = page.children.length > 1 && child && question && !finding.message.includes('[child]');
    return several ? `${child.name}: ${named}` : named;
  }

  /** Rules that warn hold nobody up, once they have said why. */
  private warnings(page: Page): TemplateResult | typeof nothing {
    const warnings = this.findings.filter(
      ({ level, check }) => level !== 'error' || check.startsWith('rule:'),
    );
    const rules = new Map(page.form.rules.map((rule) => [`rule:${rule.id}`, rule]));
    const shown = warnings.filter(
      ({ level, check }) => level !== 'error' || rules.get(check)?.level === 'warn',
    );
    if (shown.length === 0) return nothing;
    return html`
      <section class="tl-warnings" aria-labelledby="warnings">
        <h2 class="govuk-heading-s" id="warnings">${words.warning}</h2>
        ${shown.map((finding) => {
          const rule = rules.get(finding.check);
          const id = `reason-${finding.check.replace(':', '-')}`;
          return html`<div class="govuk-form-group">
            <p class="govuk-body">${this.say(page, finding)}</p>
            ${
              rule
                ? html`<label class="govuk-label" for=${id}>${words.reason}</label>
                    <input
                      class="govuk-input"
                      id=${id}
                      type="text"
                      autocomplete="off"
                      .value=${this.reasons[rule.id] ?? ''}
                      @input=${(event: Event) => {
                        this.reasons = {
                          ...this.reasons,
                          [rule.id]: (event.target as HTMLInputElement).value,
                        };
                      }}
                    />`
                : nothing
            }
          </div>`;
        })}
      </section>
    `;
  }

  private completing(page: Page, errors: number): TemplateResult {
    const may = page.canComplete?.ok !== false;
    return html`
      <div class="tl-complete">
        ${may ? nothing : html`<p class="govuk-body">${page.canComplete?.message ?? words.refused}</p>`}
        ${errors > 0 ? html`<p class="govuk-body">${words.missing(errors)}</p>` : nothing}
        <button
          type="button"
          class="govuk-button"
          ?disabled=${!may || this.sending}
          @click=${() => void this.complete(page)}
        >
          ${this.sending ? words.completing : words.complete}
        </button>
      </div>
    `;
  }
}

define('tl-check-page', CheckPage);
