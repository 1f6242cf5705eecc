import { describe, expect, it } from 'vitest';
import type { HistoryKind } from '#engine';
import { toldTogether } from '../../../server/cases/told-together.ts';

const entry = (children: string[], about: Record<string, unknown> = {}, at = '2026-09-18T16:12:00.000Z') => ({
  ...{ at, by: 'priya', kind: 'task-completed' as HistoryKind, children, about },
});
const says = ({ about }: ReturnType<typeof entry>): string => String(about['step'] ?? 'a step');
const children = (entries: ReturnType<typeof entry>[]): string[][] =>
  toldTogether(entries, says).map((one) => one.children);

describe('what one act did to several children', () => {
  it('is one entry that names them in the order they were written, whatever stood between', () => {
    const visit = { step: 'Visit' };
    const entries = [entry(['cy']), entry(['cy'], visit), entry(['bo']), entry(['bo'], visit), entry(['al'])];
    expect(children(entries)).toEqual([
      ['al', 'bo', 'cy'],
      ['bo', 'cy'],
    ]);
  });

  it('does not say that a child joined a step that was opened for them all', () => {
    const joined = { ...entry(['bo'], { task: 't1' }), kind: 'child-joined-task' as const };
    const opened = { ...entry(['al'], { task: 't1' }), kind: 'task-opened' as const };
    const earlier = { ...opened, at: '2026-09-18T09:00:00.000Z' };
    expect(toldTogether([joined, opened], says)).toEqual([opened]);
    expect(toldTogether([joined, earlier], says)).toEqual([joined, earlier]);
  });

  it('stays apart where a link or a time would be lost, and where no child is named', () => {
    const later = '2026-09-18T16:12:01.000Z';
    expect(
      children([entry(['al'], { record: 'r1' }), entry(['bo'], { record: 'r2' }), entry(['cy'], {}, later)]),
    ).toEqual([['al'], ['bo'], ['cy']]);
    expect(children([entry([]), entry([])])).toEqual([[], []]);
  });
});
