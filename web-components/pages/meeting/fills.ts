import type { Answers } from '#engine/browser';
import type { RoomPage } from '../../api-office/meetings.ts';
import { rowsOf, type Row } from '../../elements/answers/table/rows.ts';
import type { Asked } from '../task/asked.ts';

/** A table that goes through what stands with the family, with the lines it lacks put in. */
export interface Fill {
  table: string;
  label: string;
  rows: Row[];
}

/** Most characters of a line. */
const line = 300;

/** Tables of this part whose lines can be put in rather than typed: a rule each, a goal each, a helper each. */
export function fillsOf(page: RoomPage, asked: readonly Asked[], answers: Answers): Fill[] {
  return (page.form.meeting?.fills ?? []).flatMap(({ table, column, block, from }) => {
    const question = asked.find(({ key }) => key === table)?.question;
    if (!question) return [];
    const own = rowsOf(answers.answers[table]);
    const there = new Set(own.map((row) => row[column]));
    const missing = (page.blocks[block]?.rows ?? [])
      .map((row) => saysOf(page, row[from]))
      .filter((says) => says !== '' && !there.has(says));
    if (missing.length === 0) return [];
    const rows = missing.map((says) => ({ id: `n-${crypto.randomUUID().slice(0, 8)}`, [column]: says }));
    return [{ table, label: question.label, rows: [...own, ...rows] }];
  });
}

/** Words as they stand; somebody on file by name. */
function saysOf({ people }: RoomPage, value: unknown): string {
  if (typeof value !== 'string') return '';
  return (people.find(({ id }) => id === value)?.name ?? value).slice(0, line);
}
