import type { Column, FormQuestion, OutputSource } from '../contracts/index.ts';
import { isWayOut, optionsOf } from '../forms/browser.ts';
import { cleaned } from './cleaned.ts';
import { ownWords, type Wording } from './wording.ts';

type Source = Pick<OutputSource, 'codeLists' | 'pictures' | 'children'>;

/** One answer or cell as its reader reads it; '' where there is none. Ids become names, codes their labels. */
export function sayValue(
  asked: FormQuestion | Column,
  value: unknown,
  source: Source,
  words: Wording,
): string {
  if (value === undefined || value === null || value === '') return '';
  if (isWayOut(value)) return sayWayOut(asked, value.notPossible, words);
  if (asked.type === 'children' && Array.isArray(value)) return sayChildren(value, source, words);
  if (Array.isArray(value)) return words.list(value.map((one) => sayValue(asked, one, source, words)));
  if (asked.type === 'address') return addressOf(value);
  if (typeof value === 'boolean') return words.say(value ? ownWords.yes : ownWords.no);
  if (typeof value === 'number') {
    return asked.type === 'scale'
      ? words.say(ownWords.outOfTen).replace('[number]', words.number(value))
      : words.number(value);
  }
  return typeof value === 'string' ? sayText(asked, value, source, words) : '';
}

/** What the service worked out, by its key; what is only a text is as it is. */
export function sayWorked(key: string, source: OutputSource, words: Wording): string {
  const found = source.worked?.[key];
  if (!found) return words.written(source.computed[key] ?? '');
  if ('asked' in found) return sayValue(found.asked, found.value, source, words);
  if ('number' in found) return words.number(found.number);
  if ('phrase' in found) return words.phrase(found.phrase);
  return words.day(found.day) + (found.note ? ` (${words.phrase(found.note)})` : '');
}

/** First names are enough beside a row; all of them go without names. */
function sayChildren(ids: unknown[], { children }: Source, words: Wording): string {
  const named = children.filter(({ id }) => ids.includes(id));
  if (named.length === children.length && children.length > 1) return words.say(ownWords.everyChild);
  return words.list(
    ids.map((id) => named.find((one) => one.id === id)?.called ?? words.personOf(String(id))),
  );
}

function sayText(asked: FormQuestion | Column, value: string, source: Source, words: Wording): string {
  switch (asked.type) {
    case 'yes-no':
    case 'radios':
    case 'checkboxes': {
      const label = optionsOf(asked, source).find((option) => option.value === value)?.label;
      return label === undefined ? words.written(cleaned(value)) : words.fill(label);
    }
    case 'date':
      return words.day(value);
    case 'person':
    case 'children':
      return words.personOf(value);
    case 'file':
      return cleaned(source.pictures[value]?.name ?? '');
    default:
      return words.written(cleaned(value));
  }
}

function sayWayOut(asked: FormQuestion | Column, reason: string, words: Wording): string {
  const offered = ('wayOut' in asked ? asked.wayOut : undefined) ?? ownWords.notPossible;
  const says = words.say(offered).replace(/\s*(…|\.\.\.)\s*$/, '');
  return reason === offered ? says : `${says}: ${words.written(cleaned(reason))}`;
}

function addressOf(value: unknown): string {
  const { line1, line2, town, postcode } = value as Record<string, string | undefined>;
  return [line1, line2, town, postcode]
    .filter(Boolean)
    .map((part) => cleaned(part ?? ''))
    .join(', ');
}
