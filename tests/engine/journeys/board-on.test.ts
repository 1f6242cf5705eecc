import { boardOn, flowIn, heldOn, spread, staysEnded } from '#engine';
import type { Journey } from '#engine';
import { describe, expect, it } from 'vitest';

const journey = (child: string, over: Partial<Journey> = {}): Journey => ({
  ...{ case: 'f', child, episode: `${child}-e`, version: 'v', opened: '2026-03-02', facts: [] },
  stages: [
    { stage: 'ask', from: '2026-03-02', to: '2026-03-02' },
    { stage: 'help', from: '2026-03-02', to: '2026-03-30' },
    { stage: 'end', from: '2026-03-30', to: '2026-04-02' },
  ],
  ...{ clocks: [], held: [{ team: 'north', from: '2026-03-02' }], tallies: [] },
  ...{ closed: '2026-04-02', ...over },
});
const ada = journey('ada');
const { closed: _closed, ...open } = journey('ben', {
  stages: [{ stage: 'help', from: '2026-03-09' }],
  clocks: [
    { timescale: 'ten', from: '2026-03-09', due: '2026-03-20', stopped: '2026-03-25' },
    { timescale: 'hour', from: '2026-04-01T09:00:00.000Z', due: '2026-04-01T10:00:00.000Z' },
  ],
  held: [
    { team: 'north', from: '2026-03-02' },
    { team: 'south', worker: 'kim', from: '2026-03-16' },
  ],
});
const ben: Journey = open;
const all = [ada, ben];

describe('the board of another day', () => {
  const on = (day: string) =>
    boardOn(all, day).map(({ journey: { child }, stage, days, late }) => [child, stage, days, late]);

  it('has every child where they stood at the end of it, and for how long', () => {
    expect(on('2026-03-01')).toEqual([]);
    expect(on('2026-03-02')).toEqual([['ada', 'help', 0, false]]);
    expect(on('2026-03-12')).toEqual([
      ['ada', 'help', 10, false],
      ['ben', 'help', 3, false],
    ]);
    expect(on('2026-03-30')[0]).toEqual(['ada', 'end', 0, false]);
    expect(on('2026-04-02').map(([child]) => child)).toEqual(['ben']);
  });

  it('shows as late what ran past its due day then, and no longer when it had ended', () => {
    const late = (day: string) => boardOn([ben], day)[0]?.late;
    const days = ['2026-03-20', '2026-03-21', '2026-03-24', '2026-03-25', '2026-04-01', '2026-04-02'];
    expect(days.map(late)).toEqual([false, true, true, false, false, true]);
  });

  it('is of whoever held the family on that day', () => {
    expect(heldOn(ben, '2026-03-15')).toMatchObject({ team: 'north' });
    expect(heldOn(ben, '2026-03-16')).toMatchObject({ team: 'south', worker: 'kim' });
    expect(heldOn(ben, '2026-03-01')).toBeUndefined();
  });
});

describe('going from stage to stage', () => {
  it('counts each step in the period, also of stays within one day, and how an episode begins and ends', () => {
    const steps = flowIn(all, '2026-03-02', '2026-04-02').map(({ on, from, to, days }) => [
      on,
      from,
      to,
      days,
    ]);
    expect(steps).toEqual([
      ['2026-03-02', undefined, 'ask', undefined],
      ['2026-03-02', 'ask', 'help', 0],
      ['2026-03-30', 'help', 'end', 28],
      ['2026-04-02', 'end', undefined, 3],
      ['2026-03-09', undefined, 'help', undefined],
    ]);
    expect(flowIn(all, '2026-03-31', '2026-04-01')).toEqual([]);
  });

  it('takes the time of stays that ended in the period', () => {
    const ended = staysEnded(all, '2026-03-03', '2026-03-31').map(({ stage, days }) => [stage, days]);
    expect(ended).toEqual([['help', 28]]);
    expect(spread([])).toBeUndefined();
    expect(spread([4, 1, 3, 2])).toEqual({ n: 4, median: 2, p90: 4 });
    expect(spread(Array.from({ length: 10 }, (_, at) => at + 1))).toEqual({ n: 10, median: 5, p90: 9 });
  });
});
