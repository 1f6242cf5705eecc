import type { Answers } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { loadInvitedForm, sendInvitedForm } from '../../api-office/partners.ts';
import { sendFile } from '../../api/attachments.ts';
import { newCommandId, type FindingSays, type Refused } from '../../api/request.ts';
import type { AnswersPlace, FormAsked } from '../../api/tasks.ts';
import { currentSession } from '../../contexts/session.ts';
import { draftsFor, forgetUnsent, type Drafts } from '../../controllers/drafts.ts';
import { Loading } from '../../controllers/loading.ts';
import { navigate } from '../../controllers/navigate.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import type { FormTools } from '../../elements/answers/answer-element.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import type { ErrorLink } from '../../elements/error-summary/tl-error-summary.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { withNames } from '../../elements/question/question-words.ts';
import { invited as words } from '../../words-office/partners.ts';
import { sayFamily, sayList } from '../../words/lists.ts';
import { whenLoaded } from '../page-state.ts';
import { answersOf, askedIn } from '../task/asked.ts';
import { savedLine } from '../task/saved-line.ts';
import { sectionView } from '../task/section-view.ts';
import { invitedTools } from './invited-tools.ts';

/** A form that somebody of another agency was asked to write: kept answer by answer, a record once it is sent. */
export class InvitedFormPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    findings: { state: true },
    problem: { state: true },
    sending: { state: true },
    differences: { state: true },
  };
  declare route: Route | undefined;
  declare findings: FindingSays[];
  declare problem: string;
  declare sending: boolean;
  declare differences: ReadonlySet<string>;
  private readonly loading: Loading<FormAsked>;
  private tools: FormTools | undefined;
  private unwatch: (() => void) | undefined;
  private sentAs = { answers: '', commandId: '' };

  constructor() {
    super();
    this.findings = [];
    this.problem = '';
    this.sending = false;
    this.differences = new Set();
    this.loading = new Loading(this, async () => {
      const answer = await loadInvitedForm(this.place);
      if (answer.ok) {
        this.drafts.merge(answer.value.drafts);
        this.tools = invitedTools(answer.value, sendFile);
      }
      return answer;
    });
    new PageController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = this.drafts.watch(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
  }

  private get place(): AnswersPlace {
    const { id = '', form = '' } = this.route?.params ?? {};
    return { family: id, form, invited: true };
  }

  private get drafts(): Drafts {
    return draftsFor(this.place);
  }

  private async send(page: FormAsked): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    try {
      if (await this.drafts.settle()) await this.sendAnswers(page);
      else this.problem = words.unsaved;
    } finally {
      this.sending = false;
    }
  }

  private async sendAnswers(page: FormAsked): Promise<void> {
    const answers = answersOf(page, this.drafts.entries());
    const answer = await sendInvitedForm(this.place, { ...answers, commandId: this.commandFor(answers) });
    if (!answer.ok) return this.refused(answer);
    forgetUnsent(this.place);
    navigate(`/invited/${page.case.id}?sent=${page.form.id}`, true);
  }

  /** The same answers are the same command, however often they are sent. */
  private commandFor(given: Answers): string {
    const answers = JSON.stringify(given);
    if (this.sentAs.answers !== answers) this.sentAs = { answers, commandId: newCommandId() };
    return this.sentAs.commandId;
  }

  private refused({ refusal }: Refused): void {
    this.findings = refusal.findings.filter(({ level }) => level === 'error');
    this.problem = this.findings.length > 0 ? '' : refusal.message;
  }

  override render(): TemplateResult {
    return whenLoaded(this.loading, (page) => this.loaded(page));
  }

  private loaded(page: FormAsked): TemplateResult {
    const answers = answersOf(page, this.drafts.entries());
    const { children, form } = page;
    const family = sayFamily(page.case.name);
    return html`
      <a class="govuk-back-link" href="/invited/${page.case.id}">${words.backTo(family)}</a>
      <tl-error-summary .errors=${this.errors(page)}></tl-error-summary>
      <span class="govuk-caption-l">${family}: ${sayList(children.map(({ name }) => name))}</span>
      <h1 class="govuk-heading-l">${form.title}</h1>
      <p class="govuk-body tl-purpose">${form.purpose}</p>
      <p class="govuk-body">${words.saves}</p>
      <div class="tl-section">
        ${form.layout.map((section) => {
          const asked = askedIn(page, section, answers);
          return asked.length === 0
            ? nothing
            : html`<h2 class="govuk-heading-m">${withNames(section.title, undefined, children)}</h2>
                ${section.intro ? html`<p class="govuk-body">${withNames(section.intro, undefined, children)}</p>` : nothing}
                ${sectionView(this.view(page), asked)}`;
        })}
        ${savedLine(this.drafts)}
        <button
          type="button"
          class="govuk-button"
          ?disabled=${this.sending}
          @click=${() => void this.send(page)}
        >
          ${this.sending ? words.sending : words.send}
        </button>
      </div>
    `;
  }

  private view(page: FormAsked): Parameters<typeof sectionView>[0] {
    return {
      ...{ page, drafts: this.drafts, tools: this.tools ?? invitedTools(page, sendFile), choices: {} },
      errors: new Map(this.findings.map((one) => [keyOf(one), sayFinding(page, one)])),
      ...{ me: currentSession()?.person?.id ?? '', better: false, openDifferences: this.differences },
      openDifference: (key) => (this.differences = new Set([...this.differences, key])),
    };
  }

  private errors(page: FormAsked): ErrorLink[] {
    if (this.problem) return [{ message: this.problem }];
    return this.findings.map((finding) => ({
      message: sayFinding(page, finding),
      ...(finding.question ? { href: `#q-${keyOf(finding)}` } : {}),
    }));
  }
}

const keyOf = ({ question = '', child }: FindingSays): string => (child ? `${question}@${child}` : question);

function sayFinding({ children }: FormAsked, { child: id, message }: FindingSays): string {
  const child = children.find((one) => one.id === id);
  const named = withNames(message, child, children);
  return child && children.length > 1 && !message.includes('[child]') ? `${child.name}: ${named}` : named;
}

define('tl-invited-form-page', InvitedFormPage);
