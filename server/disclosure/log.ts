import { csvOf } from '../csv.ts';
import type { Disclosure, HeldItem } from './disclosure.ts';
import { reasons } from './reasons.ts';

/**
 * What was left out, why, by whom and when: kept apart from what is handed out. It names the place, never the words.
 * The hash says which file it belongs to.
 */
export function redactionLog(
  { id, redactions, made }: Disclosure,
  held: HeldItem[],
  nameOf: (account: string) => string,
): string {
  const rows = redactions.map(({ item: of, line, words, reason, by, at }) => {
    const item = held.find((one) => one.id === of);
    const label = item?.lines.find((one) => one.id === line)?.label;
    return [
      ...[words ? 'Words, wherever they stand' : (item?.title ?? 'A part that is no longer held')],
      ...[item?.at ?? '', label ?? (words ? '' : 'The whole of it')],
      ...[reasons.find((one) => one.id === reason)?.name ?? reason],
      ...[reasons.find((one) => one.id === reason)?.source ?? '', nameOf(by), at],
    ];
  });
  const facts = made
    ? [`Made by ${nameOf(made.by)}`, made.at, `${String(made.bytes)} bytes`, `SHA-256 ${made.sha256}`]
    : ['Not made yet'];
  return csvOf([
    ['Disclosure', id, ...facts],
    ['What', 'Of', 'Part', 'Why', 'By what rule', 'Marked by', 'When'],
    ...rows,
  ]);
}
