// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answered } from '../../../web-components/api/request.ts';
import { makeDrafts } from '../../../web-components/controllers/drafts.ts';

type Saved = Answered<{ revision: number; savedAt: string }>;

const saved = (revision: number): Saved => ({
  ok: true,
  value: { revision, savedAt: '2026-09-03T13:32:00.000Z' },
});
const refusal = { reason: 'x', message: 'Not like this.', findings: [] };
const lost: Saved = { ok: false, status: 0, refusal, body: undefined };
const beaten = (value: unknown): Saved => ({
  ok: false,
  status: 409,
  refusal,
  body: { theirs: { value, revision: 7, by: { id: 'd', name: 'Dermot Hale' } } },
});

function desk(...answers: Saved[]): { drafts: ReturnType<typeof makeDrafts>; sent: unknown[] } {
  const sent: unknown[] = [];
  const drafts = makeDrafts({ task: 't' }, (_place, key, { value, revision }) => {
    sent.push({ key, value, revision });
    return Promise.resolve(answers.shift() ?? saved(99));
  });
  return { drafts, sent };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what is typed', () => {
  it('is sent once, when the pen has rested', async () => {
    const { drafts, sent } = desk(saved(1));
    drafts.set('q', 'B');
    drafts.set('q', 'Be');
    drafts.set('q', 'Bed');
    await vi.runAllTimersAsync();
    expect(sent).toEqual([{ key: 'q', value: 'Bed', revision: 0 }]);
    expect(drafts.entry('q')).toMatchObject({ state: 'saved', revision: 1, at: '2026-09-03T13:32:00.000Z' });
  });

  it('while an earlier version is on its way is sent after it, on its revision', async () => {
    const sent: unknown[] = [];
    const arrived = Promise.withResolvers<Saved>();
    const drafts = makeDrafts({ task: 't' }, (_place, key, { value, revision }) => {
      sent.push({ key, value, revision });
      return sent.length === 1 ? arrived.promise : Promise.resolve(saved(2));
    });
    drafts.set('q', 'one');
    await vi.advanceTimersByTimeAsync(700);
    drafts.set('q', 'one two');
    arrived.resolve(saved(1));
    await vi.runAllTimersAsync();
    expect(sent).toEqual([
      { key: 'q', value: 'one', revision: 0 },
      { key: 'q', value: 'one two', revision: 1 },
    ]);
  });

  it('stays when the line is lost, and is sent when it is back', async () => {
    const { drafts, sent } = desk(lost, saved(1));
    drafts.set('q', 'kept');
    expect(await drafts.settle()).toBe(false);
    expect(drafts.entry('q')).toMatchObject({ value: 'kept', state: 'unreachable' });
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(10);
    expect(drafts.entry('q')?.state).toBe('saved');
    expect(sent).toHaveLength(2);
  });

  it('keeps the page from being closed until it is saved', async () => {
    const { drafts } = desk(saved(1));
    const closing = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(closing()).toBe(true);
    drafts.set('q', 'x');
    expect(closing()).toBe(false);
    await drafts.settle();
    expect(closing()).toBe(true);
    drafts.stop();
  });

  it('is never written to the machine', async () => {
    const { drafts } = desk(lost);
    drafts.set('q', 'very private');
    await drafts.settle();
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.toContain('private');
  });
});

describe('an answer that two people changed', () => {
  it('keeps both texts, and typing on does not overwrite theirs', async () => {
    const { drafts, sent } = desk(beaten('theirs'));
    drafts.set('q', 'mine');
    await drafts.settle();
    drafts.set('q', 'mine, longer');
    await vi.runAllTimersAsync();
    expect(drafts.entry('q')).toMatchObject({
      state: 'conflict',
      value: 'mine, longer',
      theirs: { value: 'theirs' },
    });
    expect(sent).toHaveLength(1);
  });

  it('is saved over theirs only when the person says so', async () => {
    const { drafts, sent } = desk(beaten('theirs'), saved(8));
    drafts.set('q', 'mine');
    await drafts.settle();
    drafts.keepMine('q', 'theirs and mine');
    await vi.runAllTimersAsync();
    expect(sent.at(-1)).toEqual({ key: 'q', value: 'theirs and mine', revision: 7 });
    expect(drafts.entry('q')?.state).toBe('saved');
    expect(drafts.entry('q')?.theirs).toBeUndefined();
  });

  it('becomes theirs when the person says so', async () => {
    const { drafts } = desk(beaten('theirs'));
    drafts.set('q', 'mine');
    await drafts.settle();
    drafts.takeTheirs('q');
    expect(drafts.entry('q')).toMatchObject({ value: 'theirs', revision: 7, state: 'saved' });
  });

  it('in the same words is no conflict', async () => {
    const { drafts } = desk(beaten('same'));
    drafts.set('q', 'same');
    await drafts.settle();
    expect(drafts.entry('q')).toMatchObject({ value: 'same', revision: 7, state: 'saved' });
  });
});

describe('what others write', () => {
  it('appears, except over what is being typed or in a field in use', () => {
    const { drafts } = desk();
    drafts.set('mine', 'typing');
    drafts.merge(
      {
        mine: { value: 'x', revision: 3 },
        held: { value: 'x', revision: 3 },
        free: { value: 'x', revision: 3 },
      },
      (key) => key === 'held',
    );
    expect(drafts.entry('mine')?.value).toBe('typing');
    expect(drafts.entry('free')?.value).toBe('x');
    drafts.merge({ free: { value: 'older', revision: 2 } });
    expect(drafts.entry('free')?.value).toBe('x');
  });
});

describe('an answer that is refused', () => {
  it('says why and stays as it was typed', async () => {
    const { drafts } = desk({ ok: false, status: 422, refusal, body: {} });
    drafts.set('q', 'odd');
    expect(await drafts.settle()).toBe(false);
    expect(drafts.entry('q')).toMatchObject({ value: 'odd', state: 'refused', message: 'Not like this.' });
  });
});
