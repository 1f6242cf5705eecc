import { html, type TemplateResult } from 'lit';
import { loadNotices, putNoticeAway, type NoticeSays } from '../../api-office/access.ts';
import { Loading } from '../../controllers/loading.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { glass as words } from '../../words-office/access.ts';
import { sayMoment } from '../../words/dates.ts';

/** What a person is told once, on My work, until they put it away. */
export class NoticesList extends LightElement {
  private readonly notices = new Loading<NoticeSays[]>(this, loadNotices);

  private async away(id: string): Promise<void> {
    await putNoticeAway(id);
    await this.notices.load();
    this.querySelector<HTMLElement>('button')?.focus();
  }

  override render(): TemplateResult {
    const all = this.notices.value ?? [];
    if (all.length === 0) return html``;
    return html`<section class="tl-panel" aria-labelledby="notices">
      <h2 class="govuk-heading-s" id="notices">${words.notices}</h2>
      <ul class="tl-found">
        ${all.map(
          ({ id, at, says, case: family }) =>
            html`<li class="tl-found__item">
              <span>
                ${family ? html`<a class="govuk-link" href="/families/${family}">${says}</a>` : says}
                <span class="tl-quiet">${sayMoment(at)}</span>
              </span>
              <button
                type="button"
                class="govuk-button govuk-button--secondary tl-small-button"
                aria-label=${words.awayNamed(says)}
                @click=${() => void this.away(id)}
              >
                ${words.away}
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

define('tl-notices', NoticesList);
