// @vitest-environment jsdom
import type { ReactiveControllerHost } from 'lit';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DraftSaving } from '../../../web-components/pages/draft/draft-saving.ts';

interface Sent {
  expecting: number;
  changes: Record<string, string | null>;
  says: string;
  commandId: string;
}
type Answer = { status: number; body: object } | 'lost' | Promise<{ status: number; body: object }>;

const host: ReactiveControllerHost = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};
const saved = (number: number): Answer => ({ status: 200, body: { number, at: '2026-09-01T08:30:00.000Z' } });
const refused = (reason: string, more: object = {}): Answer => ({
  status: reason === 'not-readable' ? 422 : 409,
  body: { refusal: { reason, message: 'Not now.', findings: [] }, ...more },
});

let sent: Sent[];
let answers: Answer[];
let saving: DraftSaving;
beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  answers = [];
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body) as Sent);
    const answer = await (answers.shift() ?? saved(99));
    if (answer === 'lost') throw new TypeError('no line');
    return new Response(JSON.stringify(answer.body), { status: answer.status });
  });
  saving = new DraftSaving(
    host,
    () => 'd1',
    () => undefined,
  );
  saving.standsOn(4, '');
});
afterEach(() => {
  saving.hostDisconnected();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('saves once, a second after the last change, everything that changed and what was done', async () => {
  answers = [saved(5)];
  saving.change({ 'pathway.bpmn': 'one' }, 'Step added.');
  await vi.advanceTimersByTimeAsync(600);
  saving.change({ 'pathway.bpmn': 'two', 'roles.json': '[]' }, 'Role added.');
  await vi.advanceTimersByTimeAsync(900);
  expect(sent).toEqual([]);
  await vi.runAllTimersAsync();
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({
    expecting: 4,
    changes: { 'pathway.bpmn': 'two', 'roles.json': '[]' },
    says: 'Step added. Role added.',
  });
  expect(saving).toMatchObject({ number: 5, hasUnsaved: false, now: { state: 'saved' } });
});

it('saves what changed while a save was on its way after it, on the save that it made', async () => {
  const arrived = Promise.withResolvers<{ status: number; body: object }>();
  answers = [arrived.promise, saved(6)];
  saving.change({ a: '1' }, 'One.');
  await vi.advanceTimersByTimeAsync(1000);
  saving.change({ b: '2' }, 'Two.');
  await vi.advanceTimersByTimeAsync(3000);
  expect(sent).toHaveLength(1);
  arrived.resolve({ status: 200, body: { number: 5, at: '' } });
  await vi.runAllTimersAsync();
  expect(sent.map(({ expecting, changes }) => [expecting, changes])).toEqual([
    [4, { a: '1' }],
    [5, { b: '2' }],
  ]);
});

it('with the line lost keeps what changed, says so, and sends the same command when it is back', async () => {
  answers = ['lost', saved(5)];
  saving.change({ a: '1' }, 'One.');
  await vi.advanceTimersByTimeAsync(1000);
  expect(saving).toMatchObject({ hasUnsaved: true, now: { state: 'offline' } });
  await vi.runAllTimersAsync();
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
  expect(saving).toMatchObject({ number: 5, now: { state: 'saved' } });
});

it('refused because somebody else saved, sends nothing by itself; then on their save, as a new command', async () => {
  answers = [refused('conflict', { save: 7 }), saved(8)];
  saving.change({ a: '1' }, 'One.');
  await vi.runAllTimersAsync();
  expect(saving.now).toMatchObject({ state: 'refused', there: { save: 7 } });
  saving.change({ b: '2' }, 'Two.');
  await vi.runAllTimersAsync();
  expect(sent).toHaveLength(1);
  saving.again(7);
  await vi.runAllTimersAsync();
  expect(sent[1]).toMatchObject({ expecting: 7, changes: { a: '1', b: '2' }, says: 'One. Two.' });
  expect(sent[1]?.commandId).not.toBe(sent[0]?.commandId);
  expect(saving.now.state).toBe('saved');
});

it('what could not be read is sent again, with the next change that may mend it', async () => {
  answers = [refused('not-readable'), saved(5)];
  saving.change({ a: 'no', b: '1' }, 'Broken.');
  await vi.runAllTimersAsync();
  expect(saving.now.state).toBe('refused');
  saving.change({ a: 'yes' }, 'Mended.');
  await vi.runAllTimersAsync();
  expect(sent[1]).toMatchObject({ expecting: 4, changes: { a: 'yes', b: '1' } });
  expect(saving.now.state).toBe('saved');
});

it('what is not saved is given up only when another save is shown', async () => {
  answers = [refused('pen', { pen: { mine: false } })];
  saving.change({ a: '1' }, 'One.');
  await vi.runAllTimersAsync();
  expect(saving.hasUnsaved).toBe(true);
  saving.standsOn(9, '2026-09-01T09:00:00.000Z');
  await vi.runAllTimersAsync();
  expect(saving).toMatchObject({ hasUnsaved: false, number: 9 });
  expect(sent).toHaveLength(1);
});

it('is sent again where the server had no time to read it, three times at most', async () => {
  const slow = (): Answer => {
    const findings = [{ check: 'read-in-time', level: 'error', message: 'It takes too long.' }];
    return { status: 422, body: { refusal: { reason: 'not-readable', message: 'Too long.', findings } } };
  };
  answers = [slow(), saved(5)];
  saving.change({ a: '1' }, 'One.');
  await vi.runAllTimersAsync();
  expect(sent).toHaveLength(2);
  expect(saving.now.state).toBe('saved');
  answers = [slow(), slow(), slow()];
  saving.change({ a: '2' }, 'Two.');
  await vi.runAllTimersAsync();
  expect(sent).toHaveLength(5);
  expect(saving.now.state).toBe('refused');
});
