import { html, nothing, type TemplateResult } from 'lit';
import type { ChangeSays, Comparison } from '../../api-group/drafts.ts';
import { draft } from '../../words-group/draft.ts';

const words = draft.comparison;
type Address = (change: ChangeSays) => string | undefined;

/** What a draft changes, in sentences to be read aloud: the pathway first, then form by form. */
export function comparisonView({ against, changes, forms }: Comparison, addressOf: Address): TemplateResult {
  return html`
    <h2 class="govuk-heading-m">${words.title}</h2>
    <p class="govuk-body">${words.lead(against.name)}</p>
    ${changes.length + forms.length === 0 ? html`<p class="govuk-body">${words.none}</p>` : nothing}
    ${changes.length > 0 ? section('changed-steps', words.steps, changes, addressOf) : nothing}
    ${forms.map(({ form, title, changes: said }) => section(`changed-${form}`, title, said, addressOf))}
  `;
}

function section(
  id: string,
  title: string,
  changes: readonly ChangeSays[],
  addressOf: Address,
): TemplateResult {
  return html`
    <section aria-labelledby=${id}>
      <h3 class="govuk-heading-s" id=${id}>${title}</h3>
      <ul class="tl-told">
        ${changes.map((change) => {
          const href = addressOf(change);
          return html`<li class="tl-told__one">
            ${change.statutory ? html`<strong class="govuk-tag govuk-tag--purple">${words.law}</strong> ` : nothing}${change.sentence}
            ${
              href
                ? html` <a class="govuk-link" href=${href}
                    >${words.show}<span class="govuk-visually-hidden">: ${change.sentence}</span></a
                  >`
                : nothing
            }
          </li>`;
        })}
      </ul>
    </section>
  `;
}
