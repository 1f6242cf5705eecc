import type { Column, FormQuestion } from '../contracts/index.ts';
import { MOST_CHARACTERS } from './schema-of.ts';

/** Plain English beside a question. “[child]” stands for the child's name, which the engine does not know. */

type Asked = Pick<FormQuestion, 'label' | 'type'> & Partial<FormQuestion>;

/** A required question without an answer: “Choose what happens next for [child]”. */
export function missingSays(question: Asked): string {
  const { wayOut } = question;
  return `${verbFor(question)}${wayOut ? `, or choose “${wayOut}”` : ''}.`;
}

function verbFor({ type, label, time }: Asked): string {
  switch (type) {
    case 'yes-no':
    case 'radios':
      return `Choose ${indirect(label) ?? `an answer to “${label}”`}`;
    case 'checkboxes':
      return `Choose at least one answer to “${label}”`;
    case 'date':
      return time ? `Enter a date and time for “${label}”` : `Enter a date for “${label}”`;
    case 'number':
    case 'scale':
      return `Enter a number for “${label}”`;
    case 'person':
      return `Choose a person for “${label}”`;
    case 'address':
      return `Enter an address for “${label}”`;
    case 'file':
      return `Add a file to “${label}”`;
    case 'table':
      return `Add at least one row to “${label}”`;
    default:
      return `Write an answer to “${label}”`;
  }
}

/** Questions about a subject keep their words inside a sentence (“What happens next?”); others would not be English. */
function indirect(label: string): string | undefined {
  const [, words] = /^((?:What|Who) [a-z]+(?:s|ed)\b[^?]*)\?$/.exec(label) ?? [];
  if (!words || TURNED.test(words)) return undefined;
  return words.charAt(0).toLowerCase() + words.slice(1);
}

const TURNED = /\b(is|are|was|were|does|did|do|has|have|had|can|could|will|would|should|must|may|this|its)\b/;

/** What an answer of this type looks like, where the one given does not. */
export function wrongSays(question: Asked | Column): string {
  const { label, type } = question;
  switch (type) {
    case 'yes-no':
    case 'radios':
      return `Choose one of the answers offered to “${label}”.`;
    case 'checkboxes':
      return `Choose from the answers offered to “${label}”, each once.`;
    case 'date':
      return 'time' in question && question.time
        ? `Enter a real date and time for “${label}”.`
        : `Enter a real date for “${label}”, for example 27 3 2026.`;
    case 'number':
      return `“${label}” must be ${numberSays(question as Asked)}.`;
    case 'scale':
      return `“${label}” must be a whole number from 0 to 10.`;
    case 'address':
      return `“${label}” needs a first line, a town and a postcode.`;
    case 'person':
      return `Choose one person for “${label}”.`;
    case 'children':
      return `Choose at least one child for “${label}”, each once.`;
    case 'file':
      return `“${label}” takes files that were added here, each once.`;
    case 'table':
      return `“${label}” takes rows with its own columns.`;
    default: {
      const most = type === 'short-text' ? MOST_CHARACTERS.short : MOST_CHARACTERS.long;
      return `“${label}” must be words, at most ${most.toLocaleString('en-GB')} characters.`;
    }
  }
}

function numberSays({ whole, least, most }: Asked): string {
  const kind = whole ? 'a whole number' : 'a number';
  if (least !== undefined && most !== undefined) return `${kind} from ${least} to ${most}`;
  if (least !== undefined) return `${kind} of ${least} or more`;
  return most === undefined ? kind : `${kind} of ${most} or less`;
}

/** A cell of a table: which row of which question, and what is wrong with it. */
export function inRow(question: Asked, row: number, says: string): string {
  return `“${question.label}”, row ${row + 1}: ${says}`;
}
