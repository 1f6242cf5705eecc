import { describe, expect, it } from 'vitest';
import { completeTask, giveMessage, giveTasks, moveCase, revertMove, signPlan } from '#engine';
import type { Case, HistoryEntry, Outcome, Version } from '#engine';
import { done } from '../../support/small-version.ts';
import {
  act,
  familyAfter,
  moved,
  planFor,
  redraw,
  redrawn,
  stepDone,
  tasksOf,
} from '../../support/moving.ts';

const before = { main: '(start) -> write -> sign -> (end)', worry: '(told "worry") -> consider -> (said)' };
const after = { main: '(start) -> draft -> sign -> (end)', worry: '(told "worry") -> consider -> (said)' };
const map = { from: 'write', to: 'draft' };
const steps = [map];
const versions = () => redrawn(before, after);

describe('a move', () => {
  it('is one entry in the history, first of all, with before and after', async () => {
    const { from, to } = await versions();
    const family = familyAfter(from, [], ['ada', 'ben']);
    const { case: now, history } = moved(from, to, family, { steps });
    expect(now.version).toBe('v2');
    expect(history).toMatchObject([
      {
        kind: 'case-moved',
        children: ['ada', 'ben'],
        about: {
          ...{ from: 'v1', to: 'v2', why: 'We tried it and it is better.' },
          steps: [
            { child: 'ada', from: 'write', to: 'draft' },
            { child: 'ben', from: 'write', to: 'draft' },
          ],
          before: { tasks: family.tasks },
        },
      },
    ]);
  });

  it('is refused, and leaves the case as it was, when a child has nowhere to go on', async () => {
    const { from, to } = await redrawn(before, { ...after, main: '(start) -> sign -> (end)' });
    const family = familyAfter(from, []);
    const plan = signPlan(planFor(from, to, { steps: [{ from: 'write', to: null }] }), act(19));
    expect(moveCase(plan, from, to, family, act(20))).toMatchObject({
      ...{ kind: 'refused', reason: 'needs-a-person' },
      findings: [{ check: 'no-place', element: 'write', child: 'ada' }],
    });
    expect(family.version).toBe('v1');
  });

  it('is refused a second time, so that a move taken up again after a crash moves nobody twice', async () => {
    const { from, to } = await versions();
    const plan = signPlan(planFor(from, to, { steps }), act(19));
    const once = done(moveCase(plan, from, to, familyAfter(from, []), act(20))).case;
    expect(moveCase(plan, from, to, once, act(21))).toMatchObject({ reason: 'already-there' });
  });

  it('is refused when the plan has errors, is not the one that was signed, or is for another version', async () => {
    const { from, to } = await versions();
    const family = familyAfter(from, []);
    const signed = signPlan(planFor(from, to, { steps }), act(19));
    const reason = (outcome: Outcome) => (outcome.kind === 'refused' ? outcome.reason : 'done');
    const wrong = signPlan({ ...planFor(from, to), steps: [] }, act(19));
    expect(reason(moveCase(wrong, from, to, family, act(20)))).toBe('plan');
    expect(reason(moveCase({ ...signed, note: 'Another' }, from, to, family, act(20)))).toBe('plan-changed');
    expect(reason(moveCase(signed, from, to, { ...family, version: 'v0' }, act(20)))).toBe('other-version');
    expect(reason(moveCase(structuredClone(signed), from, to, family, act(20)))).toBe('done');
  });

  it('does not let an author authorise their own work under a new name', async () => {
    const { from, to } = await versions();
    redraw(from, 'sign', { notBy: 'write' });
    redraw(to, 'sign', { notBy: 'draft' });
    const now = moved(from, to, familyAfter(from, ['write']), { steps }).case;
    const answers = { answers: {}, perChild: { ada: {} } };
    const command = { ...act(21), task: now.tasks[0]?.id ?? '', answers };
    expect(completeTask(to, now, command)).toMatchObject({ reason: 'author-may-not-authorise' });
  });

  it('takes a family along with whom nothing is open', async () => {
    const { from } = await versions();
    const ended = familyAfter(from, ['write', 'sign']);
    const { case: now } = moved(from, { ...from, id: 'v2' }, ended);
    expect(now).toEqual({ ...ended, version: 'v2', next: ended.next + 1 });
  });

  it('lets each step that became another be remembered as that one, and no further', async () => {
    const swap = (first: string, second: string) => ({
      main: `(start) -> ${first} -> ${second} -> sign -> (end)`,
    });
    const { from, to } = await redrawn(swap('ask', 'tell'), swap('tell', 'hear'));
    const { case: now } = moved(from, to, familyAfter(from, ['ask', 'tell']), {
      steps: [
        { from: 'ask', to: 'tell' },
        { from: 'tell', to: 'hear' },
      ],
    });
    expect([now.last['ada']?.['tell']?.at, now.last['ada']?.['hear']?.at]).toEqual([act(2).now, act(2).now]);
  });

  it('does not begin a stage anew that only has another name', async () => {
    const { from, to } = await redrawn(
      { main: '(start) -> [plan] -> (end)', plan: '(a) -> write -> (b)' },
      { main: '(start) -> [help] -> (end)', help: '(a) -> write -> (b)' },
    );
    const said = [
      { from: 'plan', to: 'help' },
      { from: 'write', to: 'write' },
    ];
    const { case: now } = moved(from, to, familyAfter(from, []), { steps: said });
    expect(now.entered).toEqual({ ada: { stage: 'help', on: '2026-09-07' } });
  });
});

describe('a move taken back', () => {
  const back = (from: Version, to: Version, kase: Case, history: HistoryEntry[]): Outcome => {
    const at = history.findIndex(({ kind }) => kind === 'case-moved');
    const entry = history[at];
    if (!entry) throw new Error('nothing moved');
    return revertMove(from, to, kase, { ...act(30), entry, later: history.slice(at + 1) });
  };

  it('brings the family back to where it was, with who has the tasks now', async () => {
    const { from, to } = await versions();
    const family = familyAfter(from, [], ['ada', 'ben']);
    const change = moved(from, to, family, { steps });
    const task = change.case.tasks[0]?.id ?? '';
    const given = done(giveTasks(change.case, { tasks: [task], to: 'dev' }, act(21)));
    const { case: now, history } = done(back(from, to, given.case, [...change.history, ...given.history]));
    expect(now).toMatchObject({ version: 'v1', tracks: family.tracks, entered: family.entered });
    expect(now.tasks).toEqual(family.tasks.map((one) => ({ ...one, assignee: 'dev' })));
    expect(history.map(({ kind }) => kind)).toEqual(['case-move-reverted']);
    expect(tasksOf(stepDone(from, now, 'write', 31).case)).toEqual(['sign (ada, ben)']);
  });

  it('takes back tasks that the move opened and opens those it closed, under their old ids', async () => {
    const { from, to } = await redrawn(
      { main: '(start) -> |fork| -> write -> |join| -> sign -> (end)\n|fork| -> visit -> |join|' },
      { main: '(start) -> write -> sign -> (end)' },
    );
    const family = familyAfter(from, []);
    const change = moved(from, to, family, { steps: [{ from: 'visit', to: null }] });
    expect(done(back(from, to, change.case, change.history)).case.tasks).toEqual(family.tasks);
  });

  it('lets clocks that began anew count from their old day again', async () => {
    const rule = { id: 'soon', from: 'asked', until: ['signed'], length: 10 };
    const small = {
      drawing: { main: '(start) -> ask -> sign -> (end)' },
      facts: { ask: [{ fact: 'asked', on: 'completed' }] },
      ...{ timescales: [rule], steps: { sign: { timescales: ['soon'] } } },
    };
    const { from, to } = await redrawn(small, small);
    const family = familyAfter(from, ['ask']);
    const change = moved(from, to, family, { clocks: 'restart' });
    expect(change.case.clocks).not.toEqual(family.clocks);
    expect(done(back(from, to, change.case, change.history)).case.clocks).toEqual(family.clocks);
  });

  it('is refused once a step was completed, naming it', async () => {
    const { from, to } = await versions();
    const change = moved(from, to, familyAfter(from, []), { steps: [{ ...map, form: 'new' }] });
    const next = stepDone(to, change.case, 'draft', 21);
    expect(back(from, to, next.case, [...change.history, ...next.history])).toMatchObject({
      reason: 'completed-since',
      message: 'Work has gone on since the move: “draft”. The family stays on the new version.',
    });
  });

  it('is refused once news has moved the pathway on', async () => {
    const { from, to } = await versions();
    const change = moved(from, to, familyAfter(from, []), { steps });
    const news = done(giveMessage(to, change.case, { message: 'worry', children: ['ada'] }, act(21)));
    expect(back(from, to, news.case, [...change.history, ...news.history])).toMatchObject({
      reason: 'moved-on-since',
    });
  });

  it('is refused when it is no longer the last move', async () => {
    const { from, to } = await versions();
    const change = moved(from, to, familyAfter(from, []), { steps });
    const third = { ...to, id: 'v3' };
    const again = moved(to, third, change.case);
    expect(back(from, to, again.case, change.history)).toMatchObject({ reason: 'other-version' });
  });
});
