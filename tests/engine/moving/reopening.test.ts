import { describe, expect, it } from 'vitest';
import { completeTask, moveCase, reopenTask, revertMove, signPlan } from '#engine';
import type { HistoryEntry } from '#engine';
import { done } from '../../support/small-version.ts';
import { act, familyAfter, planFor, redrawn } from '../../support/moving.ts';

const before = { main: '(start) -> write -> sign -> (end)' };
const after = { main: '(start) -> write -> approve -> (end)' };
const steps = [{ from: 'sign', to: 'approve' }];

/** A step completed, then the family moved: the case, and its history from the completion on. */
async function writtenAndMoved() {
  const { from, to } = await redrawn(before, after);
  const opened = familyAfter(from, []);
  const answers = { answers: {}, perChild: { ada: {} } };
  const written = done(completeTask(from, opened, { ...act(1), task: opened.tasks[0]?.id ?? '', answers }));
  const plan = signPlan(planFor(from, to, { steps }), act(19));
  const moved = done(moveCase(plan, from, to, written.case, act(20)));
  const history = [...written.history, ...moved.history];
  const entry = history.find(({ kind }) => kind === 'task-completed') as HistoryEntry;
  const move = moved.history.find(({ kind }) => kind === 'case-moved') as HistoryEntry;
  return { from, to, moved, entry, move, later: history.slice(history.indexOf(entry) + 1) };
}

const why = { reason: 'Ben was forgotten.' };

describe('reopening a step', () => {
  it('that was completed before a move is refused: its places are of another drawing', async () => {
    const { to, moved, entry, later } = await writtenAndMoved();
    expect(reopenTask(to, moved.case, { ...act(21), ...why, entry, later })).toMatchObject({
      ...{ kind: 'refused', reason: 'moved-since' },
      message: expect.stringContaining('came to another version of the pathway on Sunday 27 September 2026'),
    });
  });

  it('goes through again once the move was taken back', async () => {
    const { from, to, moved, entry, move, later } = await writtenAndMoved();
    const back = done(revertMove(from, to, moved.case, { ...act(21), entry: move, later: [] }));
    const all = [...later, ...back.history];
    const reopened = done(reopenTask(from, back.case, { ...act(22), ...why, entry, later: all }));
    expect(reopened.case.tasks.map(({ step }) => step)).toEqual(['write']);
  });
});
