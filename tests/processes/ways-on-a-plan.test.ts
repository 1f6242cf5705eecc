import { beforeAll, describe, expect, test } from 'vitest';
import { waysOf } from '../support/child-ways.ts';
import { shippedVersion } from '../support/shipped-version.ts';

let ways: ReturnType<typeof waysOf>;
beforeAll(async () => {
  ways = waysOf(await shippedVersion());
});

describe('a conference', () => {
  test('waits for the report and the booking, in either order', () => {
    const child = ways.enquired('initial-conference').does('book-conference').does('write-report');
    expect(child.open).toEqual(['authorise-report', 'send-strategy-record', 'write-assessment']);
  });

  test('that could not go ahead is booked again, without a second report and without a record', () => {
    const child = ways.conferred('adjourned');
    expect(child.open).toEqual(['rebook-conference', 'send-strategy-record', 'write-assessment']);
    child.does('rebook-conference').does('hold-conference', { conferenceDecision: 'protection-plan' });
    expect(child.stages).toEqual(['protection-plan']);
    expect(child.open).toContain('send-decision-letter');
  });

  test('parts the ways of siblings', () => {
    expect(ways.conferred('protection-plan').stages).toEqual(['protection-plan']);
    expect(ways.conferred('child-in-need').stages).toEqual(['child-in-need']);
    expect(ways.conferred('early-help').stages).toEqual(['closure']);
  });

  test('has its letter sent, then its minutes drafted, approved and sent', () => {
    const child = ways.conferred('protection-plan').does('send-decision-letter').does('draft-minutes');
    child.does('approve-minutes', { authorisation: 'return' });
    expect(child.open).toContain('draft-minutes');
    child.does('draft-minutes').does('approve-minutes', { authorisation: 'authorise' }).does('send-minutes');
    expect(child.open).not.toContain('send-minutes');
  });
});

describe('a child protection plan', () => {
  test('runs core groups and visits again and again, beside the wait for the review', () => {
    const child = ways.onPlan().does('hold-core-group', { coreGroupAgain: 'yes' });
    child.does('visit-child', { visitAgain: 'yes' });
    expect(child.open).toEqual(expect.arrayContaining(['hold-core-group', 'visit-child']));
    expect(child.open).not.toContain('book-review');
  });

  test('goes on after a review, and ends for a child in need plan with everything open in it', () => {
    const child = ways.reviewed(ways.onPlan().waitsFor('prepare-review'), 'continue-changed');
    expect(child.stages).toEqual(['protection-plan']);
    expect(child.open).not.toContain('book-review');
    ways.reviewed(child.waitsFor('prepare-review'), 'end-child-in-need');
    expect(child.stages).toEqual(['child-in-need']);
    expect(child.open).not.toContain('visit-child');
  });

  test('meets new harm with a strategy discussion beside it, and an early review instead of a second conference', () => {
    const child = ways
      .onPlan()
      .hears('new worry')
      .does('consider-worry', { worryDecision: 'strategy-discussion' });
    expect(child.stages).toEqual(['protection-plan']);
    child
      .does('hold-discussion', { strategyDecision: 'section-47-joint' })
      .does('do-enquiry')
      .does('authorise-enquiry', { authorisation: 'authorise', enquiryOutcome: 'initial-conference' });
    expect(child.stages).toEqual(['protection-plan']);
    expect(child.open).toEqual(expect.arrayContaining(['book-review', 'visit-child', 'write-report']));
  });

  test('made before birth is reviewed early when the baby is born', () => {
    const child = ways.onPlan().hears('child born').does('record-birth');
    expect(child.open).toContain('book-review');
  });

  test('ends when the child dies or turns 18, with what goes on beside, and the case is closed', () => {
    for (const [news, record] of [
      ['child died', 'record-death'],
      ['turned 18', 'record-eighteenth'],
    ] as const) {
      const child = ways.onPlan().hears('legal advice needed').hears(news).does(record);
      expect(child.stages).toEqual(['closure']);
      expect(child.open).not.toContain('hold-legal-planning');
    }
  });

  test('ends without closure when care planning takes its place', () => {
    const child = ways
      .onPlan()
      .hears('became looked after')
      .does('record-looked-after', { planEndsNow: 'yes' });
    expect(child.stages).toEqual([]);
  });
});

describe('a child in need plan', () => {
  test('goes on while a strategy discussion is asked for, and gives way to a conference when one is needed', () => {
    const child = ways.assessed('child-in-need').does('write-cin-plan');
    child.does('review-cin-plan', { childInNeedDecision: 'strategy-discussion' });
    expect(child.open).toEqual(expect.arrayContaining(['hold-discussion', 'review-cin-plan']));
    child
      .does('hold-discussion', { strategyDecision: 'section-47-joint' })
      .does('do-enquiry')
      .does('authorise-enquiry', { authorisation: 'authorise', enquiryOutcome: 'initial-conference' });
    expect(child.stages).toEqual(['initial-conference']);
  });

  test('ends at a review', () => {
    const child = ways.assessed('child-in-need').does('write-cin-plan');
    child.does('visit-child-in-need', { visitAgain: 'yes' });
    expect(child.does('review-cin-plan', { childInNeedDecision: 'close' }).stages).toEqual(['closure']);
  });
});

describe('at any time', () => {
  test('immediate protection of a known child asks for a strategy discussion at once', () => {
    const child = ways.referred('assessment').hears('immediate protection').does('record-protection');
    expect(child.open).toEqual(['end-protection', 'hold-discussion']);
    expect(child.waitsFor('police-protection').open).toEqual(['confirm-safety', 'hold-discussion']);
  });

  test('immediate protection before the referral is decided leaves the strategy discussion to that decision', () => {
    const child = ways.begun().does('record-contact');
    child.knows({ referralOpen: true });
    child.hears('immediate protection').does('record-protection');
    expect(child.open).toEqual(['end-protection', 'screen-contact']);
  });

  test('a return interview that finds a risk raises a new worry', () => {
    const child = ways
      .assessed('child-in-need')
      .hears('child missing')
      .does('record-missing')
      .does('record-return');
    child.does('hold-return-interview', { returnRisk: 'yes' });
    expect(child.open).toContain('consider-worry');
  });

  test('legal planning goes on to pre-proceedings, round by round, and to court', () => {
    const child = ways
      .onPlan()
      .hears('legal advice needed')
      .does('hold-legal-planning', { legalDecision: 'pre-proceedings' })
      .does('send-letter')
      .does('review-pre-proceedings', { preProceedingsDecision: 'continue' })
      .does('review-pre-proceedings', { preProceedingsDecision: 'issue' });
    expect(child.open).toContain('record-proceedings');
  });
});
