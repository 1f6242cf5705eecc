import type { HeldItem, Redaction } from './disclosure.ts';
import { sayRedacted } from './reasons.ts';

interface Struck {
  pattern: RegExp;
  says: string;
}

/** Shorter answers ("Yes", a first name) are left out where they are marked and not hunted elsewhere. */
const worthHunting = 8;

/**
 * What is left of the items. A line that is left out takes the same words with it wherever else they stand, since
 * answers are carried from form to form; a whole item takes those of all its lines.
 */
export function redact(items: HeldItem[], redactions: Redaction[]): HeldItem[] {
  const struck = struckBy(items, redactions);
  return items.map((item) => {
    const whole = redactions.find((one) => one.item === item.id && one.line === undefined && !one.words);
    if (whole) return leftOut(item, whole.reason);
    const lines = item.lines.map((line) => {
      const own = redactions.find((one) => one.item === item.id && one.line === line.id && !one.words);
      return {
        ...line,
        label: strike(line.label, struck),
        text: own ? sayRedacted(own.reason) : strike(line.text, struck),
      };
    });
    const { by, file } = item;
    return {
      ...item,
      ...{ title: strike(item.title, struck), lines },
      ...(by === undefined ? {} : { by: strike(by, struck) }),
      ...(file ? { file: { ...file, name: strike(file.name, struck) } } : {}),
    };
  });
}

/** That there was something, and why it is not here: neither its name nor its file. */
function leftOut({ id, kind, at }: HeldItem, reason: string): HeldItem {
  return { id, kind, title: sayRedacted(reason), ...(at === undefined ? {} : { at }), lines: [] };
}

/** Every text that must not stand anywhere in what is handed out, the longest first. */
export function textsStruck(items: HeldItem[], redactions: Redaction[]): { text: string; reason: string }[] {
  const texts = redactions.flatMap(({ item: of, line, words, reason }) => {
    if (words) return [{ text: words, reason }];
    const item = items.find((one) => one.id === of);
    const lines = (item?.lines ?? []).filter((one) => one.free && (line === undefined || one.id === line));
    const names = line === undefined && item?.file ? [item.file.name] : [];
    return [...lines.map((one) => one.text), ...names]
      .flatMap((text) => [text, ...text.split('\n')])
      .filter((text) => text.trim().length >= worthHunting)
      .map((text) => ({ text, reason }));
  });
  return texts.sort((one, other) => other.text.length - one.text.length);
}

function struckBy(items: HeldItem[], redactions: Redaction[]): Struck[] {
  return textsStruck(items, redactions).map(({ text, reason }) => ({
    pattern: patternOf(text),
    says: sayRedacted(reason),
  }));
}

/** The words whatever the case of their letters and the spaces between them. */
export function patternOf(words: string): RegExp {
  const escaped = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(escaped.join('\\s+'), 'giu');
}

function strike(text: string, struck: Struck[]): string {
  return struck.reduce((left, { pattern, says }) => left.replaceAll(pattern, () => says), text);
}
