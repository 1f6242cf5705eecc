import { completeTask, correctRecord, giveMessage, openCase, reopenTask } from '#engine';
import type { Case, CaseChange, HistoryEntry, Version } from '#engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { done, openSteps, smallVersion } from '../../support/small-version.ts';

const at = (day: string) => `${day}T09:00:00.000Z`;

describe('undoing', () => {
  let version: Version;
  let opened: Case;
  let met: CaseChange;
  let history: HistoryEntry[];

  beforeAll(async () => {
    version = await smallVersion({
      drawing: {
        main: `(start) -> meet -> <way>
               <way> -[decision = "on"]-> work -> (worked)
               <way> => (closed)`,
      },
      forms: {
        meet: [
          { id: 'heldOn', type: 'date', required: true },
          { id: 'decision', type: 'short-text', required: true },
        ],
      },
      facts: { meet: [{ fact: 'met', on: 'heldOn' }] },
      timescales: [{ id: 'ten', name: 'ten', from: 'met', until: ['worked'], length: 10 }],
      steps: { work: { timescales: ['ten'] } },
    });
    const child = { id: 'ada', born: '2018-01-01' };
    opened = done(
      openCase(version, { id: 'f', name: 'F', children: [child] }, act('open', '2026-09-07')),
    ).case;
    met = done(
      completeTask(version, opened, {
        ...act('meet', '2026-09-08'),
        task: opened.tasks[0]?.id ?? '',
        answers: { answers: { heldOn: '2026-09-08', decision: 'on' }, perChild: { ada: {} } },
      }),
    );
    history = met.history;
  });

  const act = (commandId: string, day: string) => ({ by: 'eve', now: at(day), commandId });
  const correct = (question: string, value: unknown) => {
    if (!met.record) throw new Error('nothing recorded');
    const why = { record: met.record, question, value, reason: 'wrong day' };
    return correctRecord(version, met.case, { ...act('fix', '2026-09-10'), ...why });
  };
  const completion = () => history.find((entry) => entry.kind === 'task-completed') as HistoryEntry;

  it('moves every due date that counts from a corrected day', () => {
    const change = done(correct('heldOn', '2026-09-04'));
    expect(change.case.tasks[0]?.due[0]?.on).toBe('2026-09-18');
    expect(met.case.tasks[0]?.due[0]?.on).toBe('2026-09-22');
  });

  it('keeps the old record and names it in the new one', () => {
    const change = done(correct('heldOn', '2026-09-04'));
    expect(change.record).toMatchObject({ corrects: met.record?.id, reason: 'wrong day' });
    expect(change.history.map((entry) => entry.kind)).toContain('clock-moved');
  });

  it('tells the old and the new day, and the due dates before and after', () => {
    const { history: told } = done(correct('heldOn', '2026-09-04'));
    const about = (kind: string) => told.find((entry) => entry.kind === kind)?.about;
    expect(about('record-corrected')).toMatchObject({ before: '2026-09-08', after: '2026-09-04' });
    expect(about('clock-moved')).toMatchObject({ before: '2026-09-22', due: '2026-09-18' });
  });

  it('refuses to correct in place the answer that decided the way', () => {
    expect(correct('decision', 'off')).toMatchObject({ kind: 'refused', reason: 'decides-the-way' });
  });

  it('reopens a completed step: the track stands as before and what it recorded is withdrawn', () => {
    const change = done(
      reopenTask(version, met.case, {
        ...act('reopen', '2026-09-10'),
        reason: 'asked the wrong family',
        entry: completion(),
        later: [],
      }),
    );
    expect(openSteps(change.case)).toEqual({ ada: ['meet'] });
    expect(change.case.tasks[0]?.id).toBe(opened.tasks[0]?.id);
    expect(change.case.clocks).toEqual([]);
  });

  it('names the later step that has to be reopened first', () => {
    const worked = done(
      completeTask(version, met.case, {
        ...act('work', '2026-09-09'),
        task: met.case.tasks[0]?.id ?? '',
        answers: { answers: {}, perChild: { ada: {} } },
      }),
    );
    const outcome = reopenTask(version, worked.case, {
      ...act('reopen', '2026-09-10'),
      reason: 'again',
      entry: completion(),
      later: worked.history,
    });
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'later-complete' });
    expect(outcome.kind === 'refused' && outcome.message).toContain('“work”');
  });
});

it('what was known before a step is known again when it is reopened, also after it was corrected', async () => {
  const asked = [{ id: 'word', type: 'short-text' as const }];
  const version = await smallVersion({
    drawing: { main: `(start) -> meet -> work -> (end)` },
    forms: { meet: asked, work: asked },
  });
  const act = (commandId: string) => ({ by: 'eve', now: at('2026-09-08'), commandId });
  const complete = (kase: Case, answers: Record<string, string>): CaseChange => {
    const task = kase.tasks[0]?.id ?? '';
    const given = { answers: { answers, perChild: { ada: {} } } };
    return done(completeTask(version, kase, { ...act(task), task, ...given }));
  };
  const begun = { id: 'f', name: 'F', children: [{ id: 'ada' }] };
  const met = complete(done(openCase(version, begun, act('open'))).case, { word: 'first' });
  const worked = complete(met.case, { word: 'second' });
  if (!worked.record) throw new Error('nothing recorded');
  const said = { record: worked.record, question: 'word', value: 'third', reason: 'misheard' };
  const corrected = done(correctRecord(version, worked.case, { ...act('fix'), ...said }));
  expect(corrected.case.known['']?.['word']?.value).toBe('third');
  const entry = worked.history.find(({ kind }) => kind === 'task-completed') as HistoryEntry;
  const taken = { ...act('reopen'), reason: 'too early', entry, later: corrected.history };
  expect(done(reopenTask(version, corrected.case, taken)).case.known['']?.['word']?.value).toBe('first');
});

describe('reopening one of two steps beside each other', () => {
  it('asks for the one completed later first, and reopens each only once', async () => {
    const version = await smallVersion({
      drawing: { main: `(start) -> |both| -> visit -> |all| -> (over)\n|both| -> call -> |all|` },
    });
    const act = (commandId: string, day: string) => ({ by: 'eve', now: at(day), commandId });
    const family = { id: 'f', name: 'F', children: [{ id: 'ada' }] };
    const opened = done(openCase(version, family, act('open', '2026-09-07'))).case;
    const complete = (kase: Case, step: string, day: string) =>
      done(
        completeTask(version, kase, {
          ...act(step, day),
          task: kase.tasks.find((task) => task.step === step)?.id ?? '',
          answers: { answers: {}, perChild: { ada: {} } },
        }),
      );
    const visited = complete(opened, 'visit', '2026-09-08');
    const called = complete(visited.case, 'call', '2026-09-09');
    const completionIn = (history: HistoryEntry[]) =>
      history.find(({ kind }) => kind === 'task-completed') as HistoryEntry;
    const reopen = (kase: Case, entry: HistoryEntry, later: HistoryEntry[]) =>
      reopenTask(version, kase, { ...act('again', '2026-09-10'), reason: 'by mistake', entry, later });

    const first = reopen(called.case, completionIn(visited.history), called.history);
    expect(first).toMatchObject({ kind: 'refused', reason: 'later-complete' });
    expect(first.kind === 'refused' && first.message).toContain('“call”');

    const again = done(reopen(called.case, completionIn(called.history), []));
    expect(openSteps(again.case)).toEqual({ ada: ['call'] });
    const twice = reopen(again.case, completionIn(called.history), again.history);
    expect(twice).toMatchObject({ kind: 'refused', reason: 'reopened' });
  });
});

describe('reopening a step beside which another strand went on', () => {
  it('leaves what was done there done', async () => {
    const version = await smallVersion({
      drawing: {
        main: `(start) -> decide -> book -> (booked)`,
        worry: `(heard "new worry") -> look -> (looked)`,
      },
    });
    const act = (commandId: string, day: string) => ({ by: 'eve', now: at(day), commandId });
    const family = { id: 'f', name: 'F', children: [{ id: 'ada' }] };
    const opened = done(openCase(version, family, act('open', '2026-09-07'))).case;
    const news = { message: 'new worry', children: ['ada'], note: '' };
    const heard = done(giveMessage(version, opened, news, act('heard', '2026-09-07'))).case;
    const complete = (kase: Case, step: string, day: string) =>
      done(
        completeTask(version, kase, {
          ...act(step, day),
          task: kase.tasks.find((task) => task.step === step)?.id ?? '',
          answers: { answers: {}, perChild: { ada: {} } },
        }),
      );
    const decided = complete(heard, 'decide', '2026-09-08');
    const looked = complete(decided.case, 'look', '2026-09-09');
    const entry = decided.history.find(({ kind }) => kind === 'task-completed') as HistoryEntry;
    const again = reopenTask(version, looked.case, {
      ...{ ...act('again', '2026-09-10'), reason: 'by mistake', entry, later: looked.history },
    });
    expect(openSteps(done(again).case)).toEqual({ ada: ['decide'] });
  });
});

describe('correcting what was recorded some time ago', () => {
  it('reads the situation as it stood then, and leaves later happenings later', async () => {
    const version = await smallVersion({
      drawing: { main: `(start) -> begin -> finish -> (over)` },
      forms: {
        begin: [{ id: 'heldOn', type: 'date', required: true }],
        finish: [{ id: 'endedOn', type: 'date', required: true }],
      },
      facts: {
        begin: [
          { fact: 'began', on: 'heldOn', when: 'not(atWork) and not(done)' },
          { fact: 'seen', on: 'heldOn' },
        ],
        finish: [{ fact: 'ended', on: 'endedOn', when: 'atWork' }],
      },
      open: { began: { as: 'atWork', until: ['ended'] }, ended: { as: 'done', until: [] } },
    });
    let kase = done(
      openCase(
        version,
        { id: 'f', name: 'F', children: [{ id: 'ada' }] },
        { by: 'eve', now: at('2026-09-07'), commandId: 'o' },
      ),
    ).case;
    const complete = (commandId: string, day: string, answers: Record<string, unknown>): CaseChange => {
      const task = kase.tasks[0]?.id ?? '';
      const change = done(
        completeTask(version, kase, {
          ...{ by: 'eve', now: at(day), commandId, task },
          answers: { answers, perChild: {} },
        }),
      );
      kase = change.case;
      return change;
    };
    const { record } = complete('begin', '2026-09-08', { heldOn: '2026-09-08' });
    complete('finish', '2026-09-09', { endedOn: '2026-09-09' });
    if (!record) throw new Error('nothing recorded');
    const fixed = done(
      correctRecord(version, kase, {
        ...{ by: 'eve', now: at('2026-09-10'), commandId: 'fix' },
        ...{ record, question: 'heldOn', value: '2026-09-07', reason: 'wrong day' },
      }),
    );
    const valid = fixed.case.happenings.filter((one) => !one.replacedBy);
    expect(valid.map((one) => `${one.fact} ${one.on}`)).toEqual([
      'began 2026-09-07',
      'seen 2026-09-07',
      'ended 2026-09-09',
    ]);
  });
});
