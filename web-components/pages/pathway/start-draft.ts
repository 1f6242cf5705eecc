import { html, type TemplateResult } from 'lit';
import { startDraft } from '../../api-group/drafts.ts';
import { newCommandId } from '../../api/request.ts';
import type { Named } from '../../api/session.ts';
import { navigate } from '../../controllers/navigate.ts';
import type { ErrorLink } from '../../elements/error-summary/tl-error-summary.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { pathway } from '../../words-group/pathway.ts';
import { whyField } from './why-field.ts';

const words = pathway.start;

/**
 * Starts a draft from a published version, or a rival of a draft.
 *
 * @property versions  what it may start from, the first offered first
 * @property rival     the draft that a rival is made of; absent: a published version
 * @fires tl-problems  { errors }: what has to be put right
 * @fires tl-no-rival  start from a version after all
 */
export class StartDraft extends LightElement {
  static override properties = {
    versions: { attribute: false },
    rival: { attribute: false },
    errors: { state: true },
    from: { state: true },
  };
  declare versions: readonly Named[];
  declare rival: { id: string; title: string } | undefined;
  declare errors: ErrorLink[];
  declare from: string;
  private name = '';
  private why = '';
  private commandId = newCommandId();

  constructor() {
    super();
    this.versions = [];
    this.errors = [];
    this.from = '';
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.name.trim() === '') return this.say([{ message: words.nameMissing, href: '#draft-name' }]);
    const from = this.rival
      ? { draft: this.rival.id }
      : { version: this.from || (this.versions[0]?.id ?? '') };
    const start = { title: this.name.trim(), why: this.why.trim(), from, commandId: this.commandId };
    const answer = await startDraft(start);
    if (answer.ok) return navigate(`/pathway/drafts/${answer.value.draft}`);
    this.commandId = newCommandId();
    this.say([{ message: answer.refusal.message }]);
  }

  private say(errors: ErrorLink[]): void {
    this.errors = errors;
    this.dispatchEvent(new CustomEvent('tl-problems', { bubbles: true, detail: { errors } }));
  }

  override render(): TemplateResult {
    const { rival } = this;
    return html`
      <section class="tl-panel" aria-labelledby="start-draft">
        <h2 class="govuk-heading-m" id="start-draft">${rival ? words.rival(rival.title) : words.title}</h2>
        <form novalidate @submit=${this.send}>
          ${textField({
            id: 'draft-name',
            label: words.name,
            hint: words.nameHint,
            value: this.name,
            error: this.errors.find(({ href }) => href === '#draft-name')?.message,
            input: (name) => (this.name = name),
          })}
          ${whyField('draft-why', this.why, (why) => (this.why = why))}
          ${rival ? this.notARival() : this.chooseVersion()}
          <button class="govuk-button">${words.button}</button>
        </form>
      </section>
    `;
  }

  private notARival(): TemplateResult {
    return html`<p class="govuk-body">
      <button
        type="button"
        class="tl-text-button"
        @click=${() => this.dispatchEvent(new CustomEvent('tl-no-rival', { bubbles: true }))}
      >
        ${words.notARival}
      </button>
    </p>`;
  }

  private chooseVersion(): TemplateResult {
    const [first, ...others] = this.versions;
    return selectField({
      ...{ id: 'draft-from', label: words.from, choices: others, value: this.from },
      ...{ empty: first?.name ?? '', change: (from) => (this.from = from) },
    });
  }
}

define('tl-start-draft', StartDraft);
