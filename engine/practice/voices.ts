import { daysBetween } from '../calendar/index.ts';
import type { Day, VoiceView } from '../contracts/index.ts';

type Row = Record<string, unknown>;

/** One time a child was heard. */
export interface Heard {
  row: string;
  children: string[];
  on: Day;
  words: string;
  /** by column, those that say something */
  panels: { column: string; text: string }[];
  pictures: { file: string; title: string; says: string }[];
}

/** What a child said, or all of them, the latest first. */
export function heardOf(rows: readonly Row[], view: VoiceView, child?: string): Heard[] {
  return rows
    .map((row) => heard(row, view))
    .filter((one) => child === undefined || one.children.includes(child))
    .toSorted((one, other) => other.on.localeCompare(one.on));
}

export function heard(row: Row, view: VoiceView): Heard {
  const children = row[view.child];
  const files = row[view.picture];
  const ids: unknown[] = Array.isArray(files) ? files : typeof files === 'string' ? [files] : [];
  return {
    ...{ row: text(row['id']), on: text(row[view.on]), words: text(row[view.words]) },
    children: Array.isArray(children) ? children.map(String) : [],
    panels: view.panels
      .map((column) => ({ column, text: text(row[column]) }))
      .filter((panel) => panel.text !== ''),
    pictures: ids.map((file) => ({
      ...{ file: String(file), title: text(row[view.pictureTitle]), says: text(row[view.pictureSays]) },
    })),
  };
}

export interface LastHeard {
  child: string;
  on?: Day;
  days?: number;
  /** nobody wrote down what the child says for longer than the model allows */
  old: boolean;
}

/** When each child was last heard, and whether that is too long ago by `today`. */
export function lastHeard(
  rows: readonly Row[],
  view: VoiceView,
  children: readonly string[],
  today: Day,
): LastHeard[] {
  return children.map((child) => {
    const on = heardOf(rows, view, child).find((one) => one.on !== '' && one.on <= today)?.on;
    if (on === undefined) return { child, old: true };
    const days = daysBetween(on, today);
    return { child, on, days, old: days > view.freshDays };
  });
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
