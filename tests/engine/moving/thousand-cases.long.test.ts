import { beforeAll, describe, expect, it } from 'vitest';
import {
  checkPlan,
  compile,
  dryRun,
  moveCase,
  openSteps,
  proposePlan,
  readPathway,
  revertMove,
  signPlan,
} from '#engine';
import type { Case, CaseChange, MovePlan, SignedPlan, Version } from '#engine';
import descriptor from '../../../processes/pathway.moddle.json' with { type: 'json' };
import { seeded } from '../../prove/random.ts';
import { ChanceCase } from '../../support/chance-case.ts';
import { act } from '../../support/moving.ts';
import { RedrawnXml } from '../../support/redraw-xml.ts';
import { shippedVersion } from '../../support/shipped-version.ts';
import { done } from '../../support/small-version.ts';

const many = 1000;

/** What a group might change in one round: steps put in, taken out, renamed, given to another role, a stage renamed. */
async function redrawnFrom(version: Version): Promise<Version> {
  const xml = new RedrawnXml(version.xml)
    .insert('record-contact-to-screen-contact', {
      ...{ id: 'check-register', form: 'screening', role: 'front-door-social-worker' },
    })
    .insert('to-core-group-to-hold-core-group', {
      ...{ id: 'invite-core-group', form: 'core-group', role: 'social-worker' },
    })
    .rename('write-assessment', 'write-the-assessment')
    .rename('referral', 'referral-stage')
    .remove('share-report')
    .remove('book-conference')
    .set('authorise-enquiry', 'pathway:role', 'service-manager').text;
  const { pathway } = await readPathway(xml, descriptor);
  const tables = await compile(xml, { pathway: descriptor });
  const timescales = version.timescales.map((one) =>
    one.id === 'assessment' ? { ...one, length: 40 } : one,
  );
  return { ...version, id: 'next', xml, pathway, tables, timescales };
}

const said = [
  { from: 'write-assessment', to: 'write-the-assessment' },
  { from: 'referral', to: 'referral-stage' },
  { from: 'share-report', to: null },
  { from: 'book-conference', to: null },
];

/** A person takes the first place that is offered, until every case has somewhere to go on. */
function chosen(plan: MovePlan, from: Version, to: Version, cases: Case[]): MovePlan {
  const places = dryRun(plan, from, to, cases).needAPerson.flatMap(({ troubles }) =>
    troubles.flatMap(({ nearest: [first] }) => first?.choice ?? []),
  );
  if (places.length === 0) return plan;
  const unique = new Map(
    [...plan.places, ...places].map((one) => [JSON.stringify([one.process, one.open, one.done]), one]),
  );
  return chosen({ ...plan, places: [...unique.values()] }, from, to, cases);
}

/** Steps that a family has open, per child: what its tracks wait for. */
function openOf({ tables }: Version, kase: Case): string[] {
  return kase.tracks
    .flatMap(({ child, track }) =>
      (track ? openSteps(tables, track) : [])
        .filter(({ kind }) => kind === 'step')
        .map(({ path }) => `${child} ${path}`),
    )
    .sort();
}

const tasksOf = (kase: Case): string[] =>
  kase.tasks.flatMap(({ children, path }) => children.map((child) => `${child} ${path}`)).sort();

describe('a thousand families walked through the shipped pathway by chance, and moved to a redrawn one', () => {
  let from: Version;
  let to: Version;
  let cases: Case[];
  let plan: SignedPlan;
  let moved: CaseChange[];

  beforeAll(async () => {
    from = await shippedVersion();
    to = await redrawnFrom(from);
    cases = [];
    for (let seed = 1; cases.length < many; seed += 1) {
      const random = seeded(seed);
      const { case: kase } = new ChanceCase(from, random, `f${String(seed)}`).walk(1 + random.below(24));
      if (kase.tasks.length > 0) cases.push(kase);
    }
    const proposal = proposePlan(from, to, said);
    expect(proposal.decide).toEqual([]);
    plan = signPlan(chosen({ ...proposal.plan, note: 'Fewer steps twice.' }, from, to, cases), act(400));
    moved = cases.map((kase) => done(moveCase(plan, from, to, kase, act(401))));
  });

  it('needs few words of a person: a choice per place, not per family', () => {
    expect(checkPlan(plan, from, to).filter(({ level }) => level !== 'advice')).toEqual([]);
    expect(plan.places.length).toBeGreaterThan(0);
    expect(plan.places.length).toBeLessThan(10);
  });

  it('loses none and doubles none', () => {
    expect(new Set(moved.map(({ case: { id } }) => id)).size).toBe(many);
    expect(moved.filter(({ case: { version } }) => version !== to.id)).toEqual([]);
    expect(
      dryRun(
        plan,
        from,
        to,
        moved.map((one) => one.case),
      ),
    ).toMatchObject({ alreadyThere: many, move: 0 });
  });

  it('leaves none without something open: every track that was under way still waits for something', () => {
    const stuck = moved.filter(({ case: { tracks } }) =>
      tracks.some(({ track, ended }) => (track ? openSteps(to.tables, track).length === 0 : !ended)),
    );
    expect(stuck.map(({ case: { id } }) => id)).toEqual([]);
    const under = (kase: Case) => kase.tracks.filter(({ track }) => track).map(({ id }) => id);
    expect(moved.map((one) => under(one.case))).toEqual(cases.map(under));
  });

  it('has a task for every open step of every child, and no other', () => {
    expect(moved.map((one) => tasksOf(one.case))).toEqual(moved.map((one) => openOf(to, one.case)));
  });

  it('opens exactly the steps that follow, wherever no person chose a place', () => {
    const gone = new Set(['share-report', 'book-conference']);
    const follows = (step: string): string => (step === 'write-assessment' ? 'write-the-assessment' : step);
    const steps = (open: string[], map: (step: string) => string): string[] =>
      open.map((one) => {
        const [child = '', path = ''] = one.split(' ');
        return `${child} ${map(path.split('/').at(-1) ?? '')}`;
      });
    const plainly = cases
      .map((kase, at) => ({ before: openOf(from, kase), after: openOf(to, moved[at]?.case ?? kase) }))
      .filter(({ before }) => !before.some((one) => gone.has(one.split('/').at(-1) ?? '')));
    expect(plainly.length).toBeGreaterThan(many / 2);
    expect(plainly.map(({ after }) => steps(after, (step) => step).sort())).toEqual(
      plainly.map(({ before }) => steps(before, follows).sort()),
    );
  });

  it('keeps every task whose step goes on: its id, its children and its clocks’ anchors', () => {
    cases.forEach((kase, at) => {
      const after = moved[at]?.case.tasks ?? [];
      for (const { id, step, children } of kase.tasks) {
        if (step === 'share-report' || step === 'book-conference') continue;
        const own = after.find((one) => one.id === id);
        // a brother or sister may join, whose own step was taken out
        expect(own?.children, `${kase.id} ${step}`).toEqual(expect.arrayContaining(children));
      }
      const ran = (one: Case) =>
        one.clocks.map(({ timescale, happening, from: day }) => [timescale, happening, day]);
      expect(ran(moved[at]?.case ?? kase)).toEqual(ran(kase));
    });
  });

  it('lets every family go on', () => {
    const random = seeded(7);
    for (const { case: kase } of moved) new ChanceCase(to, random, kase).walk(3);
  });

  it('takes every one back to exactly where it was', () => {
    moved.forEach(({ case: kase, history: [entry, ...later] }, at) => {
      if (!entry) throw new Error('no entry');
      const { case: back } = done(revertMove(from, to, kase, { ...act(402), entry, later }));
      expect({ ...back, next: 0 }).toEqual({ ...cases[at], next: 0 });
    });
  });

  it('that stopped in the middle is taken up again, and moves each once', () => {
    const stored = new Map(cases.map((kase) => [kase.id, kase]));
    const entries: string[] = [];
    const run = (most: number): void => {
      for (const kase of [...stored.values()].slice(0, most)) {
        const outcome = moveCase(plan, from, to, kase, act(401));
        if (outcome.kind === 'refused') continue;
        stored.set(kase.id, outcome.case);
        entries.push(
          ...outcome.history.filter(({ kind }) => kind === 'case-moved').map((entry) => entry.case),
        );
      }
    };
    run(317);
    run(many);
    expect(entries.toSorted()).toEqual(cases.map(({ id }) => id).sort());
    expect([...stored.values()]).toEqual(moved.map((one) => one.case));
  });
});
