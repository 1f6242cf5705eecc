import { clockDue, completeTask, giveMessage, openCase } from '#engine';
import type { Case, Version } from '#engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { done, openSteps, smallVersion } from '../../support/small-version.ts';

const act = (commandId: string, day = '2026-09-07') => ({
  ...{ by: 'eve', commandId },
  now: `${day}T09:00:00.000Z`,
});

describe('messages to the pathway', () => {
  let version: Version;
  let family: Case;

  beforeAll(async () => {
    version = await smallVersion({
      drawing: {
        main: `(start) -> [care] -> (ended)
               care^@stop "care ends" -> close -> (closed)`,
        care: `(in) -> write -> (written)`,
        worry: `(heard "new worry") -> look -> (looked)`,
      },
    });
    const children = [{ id: 'ada' }, { id: 'ben' }];
    family = done(openCase(version, { id: 'f', name: 'F', children }, act('open'))).case;
  });

  const give = (kase: Case, message: string, children: string[], id = message) =>
    giveMessage(version, kase, { message, children, note: 'heard again' }, act(id));

  it('opens a strand beside the main way', () => {
    const { case: after } = done(give(family, 'new worry', ['ada']));
    expect(openSteps(after)).toEqual({ ada: ['look', 'write'], ben: ['write'] });
  });

  it('joins a strand that is open already as a note on its step', () => {
    const once = done(give(family, 'new worry', ['ada'], 'one')).case;
    const { case: twice } = done(give(once, 'new worry', ['ada'], 'two'));
    expect(openSteps(twice)).toEqual(openSteps(once));
    expect(twice.tasks.find((task) => task.step === 'look')?.notes.map((note) => note.text)).toEqual([
      'heard again',
    ]);
  });

  it('ends a stage for the child it is about, and leaves the brother in it', () => {
    const { case: after } = done(give(family, 'care ends', ['ada']));
    expect(openSteps(after)).toEqual({ ada: ['close'], ben: ['write'] });
  });

  it('begins nothing new for a child whose work has ended, and says what to do instead', () => {
    const close = (kase: Case, child: string): Case => {
      const ended = done(give(kase, 'care ends', [child])).case;
      const task = ended.tasks.find((one) => one.step === 'close')?.id ?? '';
      const answers = { answers: {}, perChild: {} };
      return done(completeTask(version, ended, { ...act('close'), task, answers })).case;
    };
    const closed = close(family, 'ada');
    expect(give(closed, 'new worry', ['ada'])).toMatchObject({
      ...{ kind: 'refused', reason: 'episode-closed' },
      message: 'Our work with this child has ended. Record a contact: it may be a new referral.',
    });
    expect(openSteps(done(give(closed, 'new worry', ['ben'])).case)).toEqual({
      ada: [],
      ben: ['look', 'write'],
    });
  });

  it('refuses a message the pathway does not know', () => {
    const outcome = give(family, 'tea is ready', ['ada']);
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'unknown-message' });
  });
});

describe('a clock drawn in the pathway', () => {
  it('goes on at its due day and not before', async () => {
    const version = await smallVersion({
      drawing: { main: `(start) -> meet -> ~pause "three days" -> look -> (end)` },
      facts: { meet: [{ fact: 'met', on: 'completed' }] },
      timescales: [{ id: 'three days', from: 'met', until: ['seen'], length: 3, unit: 'calendar-days' }],
    });
    const opened = done(openCase(version, { id: 'f', name: 'F', children: [{ id: 'ada' }] }, act('open')));
    const task = opened.case.tasks[0]?.id ?? '';
    const met = done(
      completeTask(version, opened.case, { ...act('meet'), task, answers: { answers: {}, perChild: {} } }),
    ).case;
    expect(met.wakeUp).toBe('2026-09-09T23:00:00.000Z');
    const early = clockDue(version, met, act('early', '2026-09-09'));
    expect(early).toMatchObject({ kind: 'refused', reason: 'nothing-due' });
    const after = done(clockDue(version, met, act('due', '2026-09-10'))).case;
    expect(openSteps(after)).toEqual({ ada: ['look'] });
    expect(after.wakeUp).toBeUndefined();
  });
});

describe('a step that is not for the author', () => {
  it('is refused to the one who wrote, and done by another', async () => {
    const version = await smallVersion({
      drawing: { main: `(start) -> write -> sign -> (end)` },
      steps: { sign: { notBy: 'write' } },
    });
    const opened = done(openCase(version, { id: 'f', name: 'F', children: [{ id: 'ada' }] }, act('open')));
    const none = { answers: {}, perChild: {} };
    const complete = (kase: Case, by: string) =>
      completeTask(version, kase, { ...act(by), by, task: kase.tasks[0]?.id ?? '', answers: none });
    const written = done(complete(opened.case, 'eve')).case;
    expect(complete(written, 'eve')).toMatchObject({ kind: 'refused', reason: 'author-may-not-authorise' });
    expect(done(complete(written, 'mia')).case.tasks).toEqual([]);
  });
});
