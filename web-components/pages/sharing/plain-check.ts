import type { Passage, PlainWords } from '#engine/browser';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { loadPaperText, loadPlainWords } from '../../api-office/sharing.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import '../../elements/plain-words/tl-plain-words.ts';
import { sharing as words } from '../../words-office/sharing.ts';

/**
 * How plain a paper of a record is, before it is given: looked up when somebody asks, and in nobody's way.
 *
 * @property record, output, audience  which paper
 */
export class PlainCheck extends LightElement {
  static override properties = {
    record: { type: String },
    output: { type: String },
    audience: { type: String },
    plain: { state: true },
    passages: { state: true },
    state: { state: true },
  };
  declare record: string;
  declare output: string;
  declare audience: string;
  declare plain: PlainWords | undefined;
  declare passages: readonly Passage[] | undefined;
  declare state: '' | 'asking' | 'failed';

  constructor() {
    super();
    this.record = '';
    this.output = '';
    this.audience = '';
    this.state = '';
  }

  protected override updated(changed: PropertyValues): void {
    const another = changed.has('output') || changed.has('audience') || changed.has('record');
    if (another && this.querySelector('details')?.open) void this.look();
  }

  private async look(): Promise<void> {
    this.state = 'asking';
    const { record, output, audience } = this;
    const [plain, passages] = await Promise.all([
      this.plain ?? loadPlainWords().then((answer) => (answer.ok ? answer.value : undefined)),
      loadPaperText(record, { output, audience }),
    ]);
    // an answer that was overtaken by another choice is dropped
    if (output !== this.output || audience !== this.audience) return;
    this.plain = plain;
    this.passages = passages;
    this.state = plain && passages ? '' : 'failed';
  }

  override render(): TemplateResult {
    return html`<details
      class="tl-fold"
      @toggle=${(event: Event) => {
        if ((event.target as HTMLDetailsElement).open && !this.passages) void this.look();
      }}
    >
      <summary><span class="tl-fold__title">${words.plain}</span></summary>
      <div role="status">
        ${this.state === 'asking' ? html`<p class="govuk-body-s">${words.looking}</p>` : nothing}
        ${this.state === 'failed' ? html`<p class="govuk-body-s">${words.notLooked}</p>` : nothing}
      </div>
      ${
        this.passages && this.state === ''
          ? html`<tl-plain-words
              .passages=${this.passages}
              .audience=${this.audience}
              .plain=${this.plain}
              .level=${0}
            ></tl-plain-words>`
          : nothing
      }
    </details>`;
  }
}

define('tl-plain-check', PlainCheck);
