import type { Column } from '#engine/browser';
import { html, type TemplateResult } from 'lit';
import type { PlanRow } from '../../api-office/plans.ts';
import type { FormTools } from '../../elements/answers/answer-element.ts';
import { answerField } from '../../elements/answers/answer-field.ts';
import { form } from '../../words/form.ts';
import { plan as words } from '../../words-office/plans.ts';

/** What is being written on the page: cells of a row, new or there already. */
export interface Writing {
  block: string;
  /** absent: a new row */
  row?: string;
  columns: string[];
  values: PlanRow;
}

/** A few cells of a row, to be written and saved together. */
export function rowForm(asked: {
  writing: Writing;
  columns: readonly Column[];
  tools: FormTools;
  /** what is shown for a column besides its fields: names to choose from */
  beside?: (column: string) => unknown;
  change: (values: PlanRow) => void;
  save: () => void;
  cancel: () => void;
}): TemplateResult {
  const { writing, columns } = asked;
  const shown = writing.columns.flatMap((id) => columns.find((column) => column.id === id) ?? []);
  return html`<form
    class="tl-plan-form"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      asked.save();
    }}
  >
    ${shown.map((column) =>
      answerField({
        asked: column,
        id: fieldId(writing, column.id),
        label: column.label,
        optional: column.required ? undefined : form.optional,
        value: writing.values[column.id],
        tools: asked.tools,
        extra: asked.beside?.(column.id),
        give: (value) => asked.change({ ...writing.values, [column.id]: value }),
      }),
    )}
    <div class="govuk-button-group">
      <button class="govuk-button">${words.save}</button>
      <button type="button" class="tl-text-button" @click=${asked.cancel}>${words.cancel}</button>
    </div>
  </form>`;
}

/** The id of a field, which an error leads to. */
export function fieldId({ block, row }: Pick<Writing, 'block' | 'row'>, column: string): string {
  return `${block}-${row ?? 'new'}-${column}`;
}
