import { html, nothing, type TemplateResult } from 'lit';
import type { WorkList } from '../../api/tasks.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { work } from '../../words/work.ts';

/** By stage, by worker where there are several, by a name. Each choice narrows the list at once. */
export function workFilters(filters: {
  list: WorkList;
  withWorkers: boolean;
  stage: string;
  worker: string;
  text: string;
  narrow: (change: { stage?: string; worker?: string }) => void;
  search: (text: string) => void;
  clear: () => void;
}): TemplateResult {
  const { list, stage, worker, text, narrow } = filters;
  return html`
    <form
      class="tl-filters"
      role="search"
      aria-label=${work.filters}
      @submit=${(event: Event) => event.preventDefault()}
    >
      ${selectField({
        id: 'filter-stage',
        label: work.stage,
        choices: list.filters?.stages ?? [],
        value: stage,
        empty: work.all,
        change: (value) => narrow({ stage: value }),
      })}
      ${
        filters.withWorkers
          ? selectField({
              id: 'filter-worker',
              label: work.worker,
              choices: list.filters?.workers ?? [],
              value: worker,
              empty: work.all,
              change: (value) => narrow({ worker: value }),
            })
          : nothing
      }
      ${nameField(text, filters.search)}
      ${
        stage || worker || text
          ? html`<button
              type="button"
              class="govuk-button govuk-button--secondary tl-small-button"
              @click=${filters.clear}
            >
              ${work.clear}
            </button>`
          : nothing
      }
    </form>
  `;
}

function nameField(text: string, search: (text: string) => void): TemplateResult {
  return html`
    <div class="govuk-form-group tl-select">
      <label class="govuk-label govuk-!-font-size-16" for="filter-text">${work.text}</label>
      <input
        class="govuk-input"
        id="filter-text"
        type="search"
        autocomplete="off"
        .value=${text}
        @input=${(event: Event) => search((event.target as HTMLInputElement).value)}
      />
    </div>
  `;
}
