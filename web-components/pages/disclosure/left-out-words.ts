import { html, type TemplateResult } from 'lit';
import type { Disclosure } from '../../api-office/disclosure.ts';
import { textField } from '../../elements/field/text-field.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { disclosure } from '../../words-office/disclosure.ts';
import { markSent, reasonName, type MarkActs } from './marks.ts';

const words = disclosure.page;

/** The reason that the next mark is given, and words that are left out wherever they stand. */
export function leftOutWords(page: Disclosure, acts: MarkActs): TemplateResult {
  const marked = page.redactions.filter((one) => one.words !== undefined);
  const send = (event: Event): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const text = String(new FormData(form).get('words') ?? '').trim();
    if (text.length >= 2) acts.toggle({ words: text, reason: acts.reason });
    if (acts.reason) form.reset();
  };
  return html`<section aria-labelledby="words-title">
    <h2 class="govuk-heading-m" id="words-title">${words.words}</h2>
    <form class="tl-panel" aria-labelledby="words-title" @submit=${send}>
      ${selectField({
        ...{ id: 'reason', label: words.reason, value: acts.reason, empty: words.chooseReason },
        choices: page.reasons,
        change: acts.choose,
      })}
      ${textField({ id: 'words', label: words.wordsLabel, hint: words.wordsHint })}
      <button class="govuk-button govuk-button--secondary">${words.leaveOut}</button>
    </form>
    <ul class="tl-plain">
      ${marked.map(
        (one) =>
          html`<li class="tl-line">
            <span>“${one.words}” <span class="tl-quiet">${reasonName(page, one.reason)}</span></span>
            <button
              type="button"
              class="govuk-button govuk-button--secondary tl-small-button"
              @click=${() => acts.toggle(markSent(one))}
            >
              ${words.keep}<span class="govuk-visually-hidden">: ${one.words}</span>
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}
