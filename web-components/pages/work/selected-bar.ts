import { html, nothing, type TemplateResult } from 'lit';
import type { StaffMember } from '../../api/session.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { work } from '../../words/work.ts';

/** Several tasks given at once: there while any is ticked. */
export function selectedBar(bar: {
  count: number;
  staff: readonly StaffMember[];
  to: string;
  choose: (to: string) => void;
  give: () => void;
}): TemplateResult | typeof nothing {
  if (bar.count === 0) return nothing;
  return html`
    <section class="tl-selected" aria-label=${work.selected(bar.count)}>
      <p class="tl-selected__count" role="status">${work.selected(bar.count)}</p>
      ${selectField({
        id: 'give-selected',
        label: work.giveTo,
        choices: bar.staff,
        value: bar.to,
        empty: work.nobody,
        change: bar.choose,
      })}
      <button
        type="button"
        class="govuk-button tl-small-button"
        ?disabled=${bar.to === ''}
        @click=${bar.give}
      >
        ${work.give}
      </button>
    </section>
  `;
}
