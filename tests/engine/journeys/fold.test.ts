import {
  addRecord,
  completeTask,
  correctRecord,
  journeysAfter,
  openCase,
  reopenTask,
  stageOn,
} from '#engine';
import type { Case, CaseChange, HistoryEntry, Journey, Outcome, Version } from '#engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { done, smallVersion } from '../../support/small-version.ts';

const at = (day: string) => `${day}T09:00:00.000Z`;
const act = (commandId: string, day: string) => ({ by: 'eve', now: at(day), commandId });

/** A family followed command by command, and everything it left behind. */
class Followed {
  readonly version: Version;
  journeys: Journey[] = [];
  held: { team?: string; worker?: string } = { team: 'north' };
  history: HistoryEntry[] = [];
  changes: CaseChange[] = [];
  case!: Case;

  constructor(version: Version) {
    this.version = version;
  }

  does(outcome: Outcome, parts: { part: string; blocks: Record<string, Record<string, unknown>[]> }[] = []) {
    const change = done(outcome);
    const moment = change.history[0]?.at ?? '';
    this.journeys = journeysAfter(this.journeys, {
      ...{ version: this.version, case: change.case, history: change.history, held: this.held },
      ...{
        records: change.record ? [change.record] : [],
        parts: parts.map((one) => ({ ...one, at: moment })),
      },
    });
    this.case = change.case;
    this.history.push(...change.history);
    this.changes.push(change);
    return change;
  }

  complete(step: string, day: string, answers: Record<string, unknown> = {}, only?: string[]) {
    const task = this.case.tasks.find((one) => one.step === step);
    const children = only ?? task?.children ?? [];
    return this.does(
      completeTask(this.version, this.case, {
        ...{ ...act(`${step}-${day}`, day), task: task?.id ?? '' },
        answers: { answers, perChild: Object.fromEntries(children.map((id) => [id, {}])) },
        ...(only ? { only } : {}),
      }),
    );
  }

  anew(): Journey[] {
    return journeysAfter([], {
      ...{ version: this.version, case: this.case, history: this.history, held: this.held },
      ...{ records: this.changes.flatMap(({ record }) => record ?? []), parts: [] },
    });
  }
}

describe('the journey of a child', () => {
  let version: Version;
  let family: Followed;

  beforeAll(async () => {
    version = await smallVersion({
      drawing: {
        main: `(start) -> [ask] -> <way>
               <way> -[decision = "on"]-> [help] -> (done)
               <way> => (closed)`,
        ask: '(in) -> meet -> (out)',
        help: '(begin) -> work -> (end)',
      },
      forms: {
        meet: [
          { id: 'heldOn', type: 'date', required: true },
          { id: 'decision', type: 'short-text', required: true },
        ],
        work: [
          {
            ...{ id: 'whyLate', type: 'radios', required: true, when: { late: 'ten' } },
            options: [{ value: 'ill', label: 'Somebody was ill' }],
          },
        ],
        seen: [],
      },
      facts: {
        meet: [{ fact: 'met', on: 'heldOn', value: 'decision' }],
        work: [{ fact: 'worked', on: 'completed' }],
        seen: [{ fact: 'seen', on: 'completed' }],
      },
      anytime: ['seen'],
      timescales: [{ id: 'ten', name: 'ten', from: 'met', until: ['worked'], length: 10 }],
      steps: { work: { timescales: ['ten'] } },
    });
  });

  const opened = (children = [{ id: 'ada', born: '2018-01-01' }, { id: 'ben' }]) => {
    family = new Followed(version);
    family.does(openCase(version, { id: 'f', name: 'F', children }, act('open', '2026-09-07')));
    return family;
  };
  const met = (only?: string[]) =>
    opened().complete('meet', '2026-09-09', { heldOn: '2026-09-08', decision: 'on' }, only);
  const ada = () => family.journeys.find((one) => one.child === 'ada');

  it('says where the child was, what happened and by when it had to', () => {
    met(['ada']);
    expect(family.journeys).toHaveLength(2);
    expect(ada()).toMatchObject({
      ...{ case: 'f', child: 'ada', version: 'v1', opened: '2026-09-07', born: '2018-01-01' },
      facts: [{ fact: 'met', on: '2026-09-08', value: 'on', at: at('2026-09-09'), by: 'eve' }],
      stages: [
        { stage: 'ask', from: '2026-09-07', to: '2026-09-09' },
        { stage: 'help', from: '2026-09-09' },
      ],
      clocks: [{ timescale: 'ten', from: '2026-09-08', due: '2026-09-22' }],
      held: [{ team: 'north', from: '2026-09-07' }],
    });
    const ben = family.journeys.find((one) => one.child === 'ben');
    expect(ben?.stages).toEqual([{ stage: 'ask', from: '2026-09-07' }]);
    expect(ben?.facts).toEqual([]);
  });

  it('ends with the episode, with the reason that was chosen for lateness', () => {
    met();
    family.complete('work', '2026-09-24', { whyLate: 'ill' });
    expect(ada()).toMatchObject({ closed: '2026-09-24' });
    expect(ada()?.stages.at(-1)).toEqual({ stage: 'help', from: '2026-09-09', to: '2026-09-24' });
    expect(ada()?.clocks[0]).toMatchObject({ stopped: '2026-09-24', reason: 'ill' });
    const day = (on: string) => stageOn(ada() as Journey, on)?.stage;
    expect(['2026-09-06', '2026-09-08', '2026-09-09', '2026-09-24'].map(day)).toEqual([
      ...[undefined, 'ask', 'help', undefined],
    ]);
  });

  it('follows a correction, and keeps who recorded what it left alone', () => {
    met();
    family.does(
      addRecord(version, family.case, {
        ...{ ...act('seen', '2026-09-10'), form: 'seen', children: ['ada'] },
        answers: { answers: {}, perChild: { ada: {} } },
      }),
    );
    const record = family.changes[1]?.record;
    if (!record) throw new Error('nothing recorded');
    family.does(
      correctRecord(version, family.case, {
        ...{ by: 'kim', now: at('2026-09-14'), commandId: 'fix' },
        ...{ record, question: 'heldOn', value: '2026-09-04', reason: 'wrong day' },
      }),
    );
    expect(ada()?.facts).toMatchObject([
      { fact: 'met', on: '2026-09-04', at: at('2026-09-14'), by: 'kim' },
      { fact: 'seen', on: '2026-09-10', at: at('2026-09-10'), by: 'eve' },
    ]);
    expect(ada()?.clocks).toMatchObject([{ from: '2026-09-04', due: '2026-09-18' }]);
  });

  it('stands where it stood before when a step is reopened, and keeps the days it stood elsewhere', () => {
    met();
    const entry = family.history.find(({ kind }) => kind === 'task-completed') as HistoryEntry;
    const later = family.history.slice(family.history.indexOf(entry) + 1);
    family.does(
      reopenTask(version, family.case, {
        ...{ ...act('again', '2026-09-15'), entry, later, reason: 'not heard' },
      }),
    );
    expect(ada()?.facts).toEqual([]);
    expect(ada()?.clocks).toEqual([]);
    expect(ada()?.stages).toEqual([
      { stage: 'ask', from: '2026-09-07', to: '2026-09-09' },
      { stage: 'help', from: '2026-09-09', to: '2026-09-15' },
      { stage: 'ask', from: '2026-09-15' },
    ]);
  });

  it('says who held the family on which day', () => {
    opened();
    family.held = { team: 'north', worker: 'eve' };
    family.complete('meet', '2026-09-09', { heldOn: '2026-09-08', decision: 'on' });
    family.held = { team: 'south', worker: 'kim' };
    family.complete('work', '2026-09-10');
    expect(ada()?.held).toEqual([
      { team: 'north', from: '2026-09-07' },
      { team: 'north', worker: 'eve', from: '2026-09-09' },
      { team: 'south', worker: 'kim', from: '2026-09-10' },
    ]);
  });

  it('counts rows of living documents for the child they name, or for all', () => {
    opened();
    const rows = [{ id: 'one' }, { id: 'two', childIds: ['ben'] }];
    const task = family.case.tasks[0]?.id ?? '';
    const answers = {
      answers: { heldOn: '2026-09-08', decision: 'on' },
      perChild: { ada: {}, ben: {} },
    };
    family.does(completeTask(version, family.case, { ...act('meet', '2026-09-09'), task, answers }), [
      { part: 'map', blocks: { worries: rows } },
    ]);
    expect(family.journeys.map(({ tallies }) => tallies)).toEqual([
      [{ on: '2026-09-09', counts: { worries: 1 } }],
      [{ on: '2026-09-09', counts: { worries: 2 } }],
    ]);
  });

  it('is made anew from the case and its history as it was made step by step', () => {
    met();
    family.complete('work', '2026-09-24', { whyLate: 'ill' });
    expect(family.anew()).toEqual(family.journeys);
  });
});
