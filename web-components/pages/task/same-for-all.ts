import { html, nothing, type TemplateResult } from 'lit';
import type { ChildNamed } from '../../api/tasks.ts';
import type { Drafts } from '../../controllers/drafts.ts';
import { isEmpty } from '../../controllers/is-empty.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sameForAll as words } from '../../words-office/same-for-all.ts';
import type { Asked } from './asked.ts';

/**
 * Sets what was answered for one child for those who have no answer yet, where the form allows it of the question;
 * never over an answer. It can be undone until something else is written.
 *
 * @property asked   what the section asks, of every child
 * @property child   whose answers are copied
 * @property drafts  of the form
 */
export class SameForAll extends LightElement {
  static override properties = {
    asked: { attribute: false },
    child: { attribute: false },
    drafts: { attribute: false },
    says: { state: true },
  };
  declare asked: readonly Asked[];
  declare child: ChildNamed;
  declare drafts: Drafts;
  declare says: string;
  /** what was set, and how all answers stood just after */
  private copied: { keys: string[]; stood: string } | undefined;

  constructor() {
    super();
    this.says = '';
  }

  /** Children without an answer of their own, with the answer they would get. */
  private get waiting(): { key: string; name: string; label: string; value: unknown }[] {
    const { asked, child, drafts } = this;
    return asked.flatMap(({ key, question, child: other }) => {
      if (!question.sameForAll || !other || other.id === child.id) return [];
      const from = asked.find((one) => one.question.id === question.id && one.child?.id === child.id);
      const value = from && drafts.entry(from.key)?.value;
      const label = question.label.replaceAll('[child]', words.eachChild);
      const isOff = isEmpty(value) || !isEmpty(drafts.entry(key)?.value);
      return isOff ? [] : [{ key, name: other.name, label, value }];
    });
  }

  private get stands(): string {
    return JSON.stringify([...this.drafts.entries()].map(([key, { value }]) => [key, value]));
  }

  private async set(): Promise<void> {
    const { waiting } = this;
    for (const { key, value } of waiting) this.drafts.set(key, value, 'copied');
    this.copied = { keys: waiting.map(({ key }) => key), stood: this.stands };
    this.says = words.done([...new Set(waiting.map(({ name }) => name))]);
    await this.focusFirst();
  }

  private async undo(): Promise<void> {
    for (const key of this.copied?.keys ?? []) this.drafts.set(key, null);
    this.copied = undefined;
    this.says = words.undone;
    await this.focusFirst();
  }

  private async focusFirst(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector('button')?.focus();
  }

  override render(): TemplateResult {
    if (this.copied && this.copied.stood !== this.stands) {
      this.copied = undefined;
      this.says = '';
    }
    const { waiting } = this;
    const questions = [...new Set(waiting.map(({ label }) => label))];
    return html`${this.copied ? button(words.undo, () => void this.undo()) : nothing}
      ${waiting.length > 0 ? button(words.set(questions), () => void this.set()) : nothing}
      <span role="status" class="govuk-body-s tl-quiet">${this.says}</span>`;
  }
}

function button(says: string, act: () => void): TemplateResult {
  return html`<button type="button" class="tl-text-button" @click=${act}>${says}</button> `;
}

define('tl-same-for-all', SameForAll);
