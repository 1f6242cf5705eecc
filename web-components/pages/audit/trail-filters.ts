import { html, nothing, type TemplateResult } from 'lit';
import type { Named } from '../../api/session.ts';
import type { LookedAsked } from '../../api-office/audit.ts';
import { textField } from '../../elements/field/text-field.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { audit as words } from '../../words-office/audit.ts';

/** What the list is narrowed by; it is asked anew when the form is sent, not with every key. */
export function trailFilters(
  asked: LookedAsked,
  children: readonly Named[],
  show: (asked: LookedAsked) => void,
): TemplateResult {
  const now = { ...asked };
  const send = (event: Event): void => {
    event.preventDefault();
    show(now);
  };
  return html`<form class="tl-filters" aria-label=${words.filters} @submit=${send}>
    ${
      children.length > 0
        ? selectField({
            ...{ id: 'child', label: words.child, value: asked.child, empty: words.everyone },
            choices: children,
            change: (child) => (now.child = child),
          })
        : nothing
    }
    ${selectField({
      ...{ id: 'sort', label: words.sort, value: asked.sort, empty: words.anything },
      choices: Object.entries(words.sorts).map(([id, name]) => ({ id, name })),
      change: (sort) => (now.sort = sort),
    })}
    ${day('from', words.from, asked.from, (from) => (now.from = from))}
    ${day('to', words.to, asked.to, (to) => (now.to = to))}
    <button class="govuk-button govuk-button--secondary">${words.show}</button>
  </form>`;
}

function day(id: string, label: string, value: string, input: (value: string) => void): TemplateResult {
  return html`<div class="tl-day">${textField({ id, label, value, type: 'date', input })}</div>`;
}
