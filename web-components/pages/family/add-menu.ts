import { html, nothing, type TemplateResult } from 'lit';
import type { FamilyPage } from '../../api/families.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { family as words } from '../../words/family.ts';

/** What may be added at any time: short records, and news that starts work of its own. */
export class AddMenu extends LightElement {
  static override properties = { family: { attribute: false }, open: { state: true } };
  declare family: FamilyPage;
  declare open: boolean;

  constructor() {
    super();
    this.open = false;
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.open) return;
    this.open = false;
    this.querySelector<HTMLElement>('button')?.focus();
  }

  private leave(event: FocusEvent): void {
    if (event.relatedTarget && !this.contains(event.relatedTarget as Node)) this.open = false;
  }

  override render(): TemplateResult {
    const { id, addable, strandMessages = [] } = this.family;
    return html`
      <div class="tl-menu" @keydown=${this.key} @focusout=${this.leave}>
        <button
          type="button"
          class="govuk-button tl-menu__button"
          aria-expanded=${this.open ? 'true' : 'false'}
          aria-controls="add-menu"
          @click=${() => (this.open = !this.open)}
        >
          ${words.add}
        </button>
        <nav class="tl-menu__list" id="add-menu" aria-label=${words.addTitle} ?hidden=${!this.open}>
          <ul>
            ${addable.map(({ form, title }) => html`<li><a class="govuk-link" href="/families/${id}/add/${form}">${title}</a></li>`)}
            <li><a class="govuk-link" href="/contact/new?family=${id}">${words.addChild}</a></li>
          </ul>
          ${
            strandMessages.length > 0
              ? html`<p class="tl-menu__title">${words.addNews}</p>
                  <ul>
                    ${strandMessages.map(
                      ({ message, title }) =>
                        html`<li>
                          <a
                            class="govuk-link"
                            href="/families/${id}/news?message=${encodeURIComponent(message)}"
                            >${title}</a
                          >
                        </li>`,
                    )}
                  </ul>`
              : nothing
          }
        </nav>
      </div>
    `;
  }
}

define('tl-add-menu', AddMenu);
