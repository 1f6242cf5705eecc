import { describe, expect, it } from 'vitest';
import { checkPlan, isAsSigned, proposePlan, signPlan } from '#engine';
import type { MovePlan, Version } from '#engine';
import { act, planFor, redraw, redrawn } from '../../support/moving.ts';

describe('a proposed plan', () => {
  it('maps what has the same id, kind and stage, and lists everything else with the reason', async () => {
    const { from, to } = await redrawn(
      {
        main: '(start) -> write -> check -> [meet] -> (end)',
        meet: '(a) -> hold -> (b)',
        worry: '(told "worry") -> consider -> (said)',
      },
      { main: '(start) -> write -> hold -> [check] -> (end)', check: '(c) -> see -> (d)' },
    );
    const { plan, decide } = proposePlan(from, to);
    expect(plan.steps).toEqual([{ from: 'write', to: 'write' }]);
    expect(decide.map(({ id, kind, reason }) => [id, kind, reason])).toEqual([
      ['worry', 'strand', 'gone'],
      ['check', 'step', 'other-kind'],
      ['meet', 'stage', 'gone'],
      ['hold', 'step', 'moved'],
      ['consider', 'step', 'gone'],
    ]);
    expect(decide.find(({ id }) => id === 'hold')).toMatchObject({
      message: '“hold” has moved from “meet” to “main”. Say whether it is still the same.',
      suggestions: [{ to: 'hold', because: 'it has the same id' }],
    });
  });

  it('suggests what bears the same name, opens the same form or records the same', async () => {
    const { from, to } = await redrawn(
      {
        drawing: { main: '(start) -> write -> visit -> see -> (end)' },
        facts: { see: [{ fact: 'seen', on: 'completed' }] },
      },
      {
        drawing: { main: '(start) -> draft -> call-on -> look -> (end)' },
        facts: { look: [{ fact: 'seen', on: 'completed' }] },
      },
    );
    redraw(from, 'write', { name: 'Write the plan' });
    redraw(to, 'draft', { name: 'Write the plan' });
    redraw(to, 'call-on', { form: 'visit' });
    const suggested = proposePlan(from, to).decide.map(({ id, suggestions: [first] }) => [
      id,
      first?.to,
      first?.because,
    ]);
    expect(suggested).toEqual([
      ['write', 'draft', 'it has the same name'],
      ['visit', 'call-on', 'it opens the same form'],
      ['see', 'look', 'it records the same: seen'],
    ]);
  });

  it('takes steps along with a stage of which a person said that it goes on under another name', async () => {
    const inside = '(a) -> write -> sign -> (b)';
    const { from, to } = await redrawn(
      { main: '(start) -> [plan] -> (end)', plan: inside },
      { main: '(start) -> [help] -> (end)', help: inside },
    );
    expect(proposePlan(from, to).decide.map(({ id }) => id)).toEqual(['plan', 'write', 'sign']);
    const { plan, decide } = proposePlan(from, to, [{ from: 'plan', to: 'help' }]);
    expect(decide).toEqual([]);
    expect(plan.steps.map((map) => [map.from, map.to])).toEqual([
      ['plan', 'help'],
      ['write', 'write'],
      ['sign', 'sign'],
    ]);
  });

  it('between two equal versions has nothing to decide and no errors', async () => {
    const same = { main: '(start) -> write -> [meet] -> (end)', meet: '(a) -> hold -> (b)' };
    const { from, to } = await redrawn(same, same);
    const { plan, decide } = proposePlan(from, to);
    expect(decide).toEqual([]);
    expect(checkPlan({ ...plan, note: 'Why' }, from, to)).toEqual([]);
  });
});

describe('a signed plan', () => {
  it('no longer says what was signed once anything in it is another', async () => {
    const { from, to } = await redrawn(
      { main: '(start) -> write -> (end)' },
      { main: '(start) -> write -> (end)' },
    );
    const signed = signPlan(planFor(from, to), act(1));
    expect(isAsSigned(structuredClone(signed))).toBe(true);
    const others: Partial<typeof signed>[] = [
      { steps: [] },
      { steps: [{ from: 'write', to: 'write', form: 'new' }] },
      { places: [{ process: 'main', open: ['write'], to: ['write'] }] },
      { clocks: 'restart' },
      { note: 'Another reason' },
      { by: 'somebody else' },
      { to: 'v3' },
    ];
    for (const other of others) expect(isAsSigned({ ...signed, ...other })).toBe(false);
  });
});

describe('the check of a plan', () => {
  const found = (plan: MovePlan, from: Version, to: Version) =>
    checkPlan(plan, from, to).map(({ check, level, element }) => [check, level, element]);

  it('finds everything at once', async () => {
    const { from, to } = await redrawn(
      { main: '(start) -> write -> check -> sign -> (end)', worry: '(told "worry") -> consider -> (said)' },
      {
        main: '(start) -> write -> sign -> ~pause "later" -> (end)',
        talk: '(told "talk") -> discuss -> (said)',
      },
    );
    const plan: MovePlan = {
      ...{ from: 'v1', to: 'v9', clocks: 'keep', note: '' },
      strands: [{ from: 'worry', to: 'gone' }],
      steps: [
        { from: 'write', to: 'write' },
        { from: 'write', to: null },
        { from: 'sign', to: 'discuss' },
        { from: 'check', to: 'pause' },
        { from: 'nothing', to: 'nowhere' },
      ],
      places: [
        { process: 'main', open: ['write', 'sign'], to: ['write'] },
        { process: 'main', open: ['sign'], to: ['write', 'sign'] },
        { process: 'main', open: ['check'], to: [] },
        { process: 'main', open: ['write'], done: ['sign'], to: ['write'] },
      ],
    };
    expect(found(plan, from, to)).toEqual([
      ['versions-are-named', 'error', undefined],
      ['strands-are-mapped', 'error', 'worry'],
      ['every-step-is-mapped', 'error', 'consider'],
      ['every-step-is-mapped', 'error', 'nothing'],
      ['every-step-is-mapped', 'error', 'nothing'],
      ['mapped-once', 'error', 'write'],
      ['kinds-agree', 'error', 'check'],
      ['steps-lie-on-the-way', 'error', 'sign'],
      ['choices-are-places', 'error', 'write'],
      ['choices-are-places', 'error', 'sign'],
      ['choices-are-places', 'error', 'check'],
      ['choices-are-places', 'error', 'write'],
      ['why-is-said', 'warning', undefined],
    ]);
  });

  it('warns of places from which the plan leads nowhere, until a person chose', async () => {
    const { from, to } = await redrawn(
      { main: '(start) -> write -> check -> sign -> (end)' },
      { main: '(start) -> write -> sign -> (end)' },
    );
    const steps = [{ from: 'check', to: null }];
    expect(found(planFor(from, to, { steps }), from, to)).toEqual([
      ['every-place-follows', 'warning', 'check'],
    ]);
    const places = [{ process: 'main', open: ['check'], to: ['sign'] }];
    expect(found(planFor(from, to, { steps, places }), from, to)).toEqual([]);
  });

  it('says of another role and of clocks what people should know', async () => {
    const small = (length: number, more: { id: string }[]) => ({
      drawing: { main: '(start) -> write -> (end)' },
      timescales: [{ id: 'soon', length, local: false }, ...more],
    });
    const { from, to } = await redrawn(small(10, [{ id: 'old' }]), small(5, [{ id: 'new' }]));
    redraw(to, 'write', { role: 'manager' });
    const says = (clocks: 'keep' | 'restart') =>
      checkPlan(planFor(from, to, { clocks }), from, to).map(({ level, message }) => `${level}: ${message}`);
    expect(says('keep')).toEqual([
      'advice: “write” was done by the practitioner and is now done by the manager. Open tasks stay with whoever has them: see whether they should be given on.',
      'advice: New clocks count from days that are past for open cases, and may be late at once: “new”.',
      'advice: “soon” is shorter than before (within 5 working days of ): due dates of open cases come forward.',
      'advice: Clocks that are no longer counted: “old”.',
    ]);
    expect(says('restart')).toContain('advice: Limits of the law do not begin anew with a move: “soon”.');
  });
});
