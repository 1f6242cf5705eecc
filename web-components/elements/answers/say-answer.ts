import { isWayOut, type Column, type FormQuestion } from '#engine/browser';
import { sayDay, sayMoment } from '../../words/dates.ts';
import { form } from '../../words/form.ts';
import { sayList } from '../../words/lists.ts';
import type { Asking, FormTools } from './answer-element.ts';

/** An answer in words, as a person would read it aloud; '' when there is none. Rows of a table are said by their count. */
export function sayAnswer(asked: Asking, value: unknown, tools: FormTools): string {
  if (value === undefined || value === null || value === '') return '';
  if (isWayOut(value)) return sayWayOut(asked, value.notPossible);
  switch (asked.type) {
    case 'yes-no':
    case 'radios':
      return labelOf(asked, value, tools);
    case 'checkboxes':
      return listOf(value, (one) => labelOf(asked, one, tools));
    case 'children':
      return listOf(value, (one) => personName(String(one), tools));
    case 'date':
      return 'time' in asked && asked.time ? sayMoment(String(value)) : sayDay(String(value));
    case 'scale':
      return form.outOfTen(Number(value));
    case 'person':
      return personName(String(value), tools);
    case 'address':
      return addressOf(value);
    case 'file':
      return listOf(value, (one) => tools.files[String(one)]?.name ?? form.file);
    case 'table':
      return Array.isArray(value) ? form.rows(value.length) : '';
    default:
      return String(value);
  }
}

/** The cells of a row that say something, in the order of the columns. */
export function sayRow(
  columns: readonly Column[],
  row: Record<string, unknown>,
  tools: FormTools,
): { column: Column; says: string }[] {
  return columns
    .map((column) => ({ column, says: sayAnswer(column, row[column.id], tools) }))
    .filter(({ says }) => says !== '');
}

function sayWayOut(asked: Asking, reason: string): string {
  const offered = (asked as FormQuestion).wayOut ?? '';
  if (reason === offered) return reason;
  return form.notPossibleBecause(reason);
}

function labelOf(asked: Asking, value: unknown, tools: FormTools): string {
  return tools.optionsOf(asked).find((option) => option.value === value)?.label ?? String(value);
}

function listOf(value: unknown, say: (one: unknown) => string): string {
  return Array.isArray(value) ? sayList(value.map(say)) : String(value);
}

function personName(id: string, tools: FormTools): string {
  return [...tools.people, ...tools.children].find((one) => one.id === id)?.name ?? form.unknownPerson;
}

function addressOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { line1, line2, town, postcode } = value as Record<string, string | undefined>;
  return [line1, line2, town, postcode].filter(Boolean).join(', ');
}
