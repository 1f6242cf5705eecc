import { beforeAll, describe, expect, test } from 'vitest';
import type { Version } from '#engine';
import { OneChild } from '../support/one-child.ts';
import { shippedVersion } from '../support/shipped-version.ts';

let version: Version;
beforeAll(async () => {
  version = await shippedVersion();
});

const referred = (outcome: string): OneChild =>
  new OneChild(version)
    .does('record-contact')
    .does('screen-contact', { contactOutcome: 'referral' })
    .does('decide-referral', { referralOutcome: outcome })
    .does('tell-referrer');

const assessed = (outcome: string): OneChild =>
  referred('assessment')
    .does('write-assessment')
    .does('authorise-assessment', { authorisation: 'authorise', assessmentOutcome: outcome });

const enquired = (outcome: string): OneChild =>
  referred('strategy-discussion')
    .does('hold-discussion', { strategyDecision: 'section-47-joint' })
    .does('do-enquiry')
    .does('authorise-enquiry', { authorisation: 'authorise', enquiryOutcome: outcome });

const conferred = (decision: string): OneChild =>
  enquired('initial-conference')
    .does('book-conference')
    .does('write-report')
    .does('authorise-report', { authorisation: 'authorise' })
    .does('share-report')
    .does('hold-conference', { conferenceDecision: decision });

const onPlan = (): OneChild => {
  const child = conferred('protection-plan');
  Object.assign(child.known, { planOpen: true });
  return child.does('write-plan').does('write-assessment').does('authorise-assessment', {
    authorisation: 'authorise',
    assessmentOutcome: 'child-in-need',
  });
};

const reviewed = (child: OneChild, decision: string): OneChild =>
  child
    .does('book-review')
    .does('write-report')
    .does('authorise-report', { authorisation: 'authorise' })
    .does('share-report')
    .does('hold-review', { reviewDecision: decision });

describe('from the first contact', () => {
  test('a contact that is no referral ends, and nobody decides on a referral', () => {
    const child = new OneChild(version)
      .does('record-contact')
      .does('screen-contact', { contactOutcome: 'advice' });
    expect(child.open).toEqual([]);
  });

  test('a referral without further action ends once the referrer is told', () => {
    expect(referred('no-further-action').open).toEqual([]);
  });

  test('an old decision on a referral does not decide a new contact', () => {
    const child = new OneChild(version);
    child.known = { referralOutcome: 'assessment', assessmentOutcome: 'child-in-need' };
    child.does('record-contact').does('screen-contact', { contactOutcome: 'existing-case' });
    expect(child.open).toEqual([]);
  });

  test('a child who moves in with a plan goes straight to a conference', () => {
    const child = referred('transfer-in').does('record-transfer');
    expect(child.stages).toEqual(['initial-conference']);
    expect(child.open).toEqual(['book-conference', 'write-report']);
  });
});

describe('an assessment', () => {
  test('that is returned goes back to its author', () => {
    const child = referred('assessment')
      .does('write-assessment')
      .does('authorise-assessment', { authorisation: 'return' });
    expect(child.open).toEqual(['write-assessment']);
  });

  test('is shared with the family once it is authorised, beside what follows', () => {
    expect(assessed('child-in-need').open).toEqual(['share-assessment', 'write-cin-plan']);
    expect(assessed('early-help').stages).toEqual(['closure']);
  });

  test('in which harm comes to light gives way to a strategy discussion, and opens again beside the enquiry', () => {
    const child = referred('assessment')
      .hears('new worry')
      .does('consider-worry', { worryDecision: 'strategy-discussion' });
    expect(child.open).toEqual(['hold-discussion']);
    Object.assign(child.known, { assessmentOpen: true });
    child.does('hold-discussion', { strategyDecision: 'section-47-single' });
    expect(child.stages).toEqual(['section-47-enquiry']);
    expect(child.open).toEqual(['do-enquiry', 'send-strategy-record', 'write-assessment']);
  });

  test('that ends in a strategy discussion leads to one, and to no second assessment beside the enquiry', () => {
    const child = assessed('strategy-discussion');
    expect(child.stages).toEqual(['strategy-discussion']);
    Object.assign(child.known, { assessed: true, assessmentOpen: false });
    child.does('hold-discussion', { strategyDecision: 'section-47-joint' });
    expect(child.open).toEqual(['do-enquiry', 'send-strategy-record', 'share-assessment']);
  });
});

describe('a strategy discussion', () => {
  test('that starts an enquiry straight from a referral opens the assessment beside it', () => {
    const child = referred('strategy-discussion').does('hold-discussion', {
      strategyDecision: 'section-47-joint',
    });
    expect(child.open).toEqual(['do-enquiry', 'send-strategy-record', 'write-assessment']);
  });

  test('that finds no reason to suspect harm leads to an assessment, or to closure', () => {
    const help = referred('strategy-discussion').does('hold-discussion', { strategyDecision: 'assessment' });
    expect(help.stages).toEqual(['assessment']);
    const over = referred('strategy-discussion').does('hold-discussion', {
      strategyDecision: 'no-further-action',
    });
    expect(over.open).toEqual(['close-case', 'send-strategy-record']);
  });

  test('is held again within the enquiry when something new happens, and the enquiry goes on', () => {
    const child = referred('strategy-discussion')
      .does('hold-discussion', { strategyDecision: 'section-47-joint' })
      .does('send-strategy-record')
      .hears('strategy discussion needed');
    expect(child.stages).toEqual(['section-47-enquiry']);
    expect(child.open).toEqual(['hold-discussion', 'write-assessment']);
    child.does('hold-discussion', { strategyDecision: 'section-47-joint' }).does('send-strategy-record');
    expect(child.open).toEqual(['do-enquiry', 'write-assessment']);
  });

  test('still to be held takes further news in, and no second one opens', () => {
    const child = referred('strategy-discussion').hears('strategy discussion needed');
    expect(child.open).toEqual(['hold-discussion']);
  });
});

describe('an enquiry', () => {
  test('not borne out leads to a child in need plan without a conference', () => {
    expect(enquired('child-in-need').stages).toEqual(['child-in-need']);
  });

  test('may hand back to the assessment, which is then open once, in the pathway', () => {
    const child = enquired('assessment');
    expect(child.stages).toEqual(['assessment']);
    expect(child.open).toEqual(['send-strategy-record', 'write-assessment']);
  });
});

describe('a conference', () => {
  test('waits for the report and the booking, in either order', () => {
    const child = enquired('initial-conference').does('book-conference').does('write-report');
    expect(child.open).toEqual(['authorise-report', 'send-strategy-record', 'write-assessment']);
  });

  test('that could not go ahead is booked again, without a second report and without a record', () => {
    const child = conferred('adjourned');
    expect(child.open).toEqual(['rebook-conference', 'send-strategy-record', 'write-assessment']);
    child.does('rebook-conference').does('hold-conference', { conferenceDecision: 'protection-plan' });
    expect(child.stages).toEqual(['protection-plan']);
    expect(child.open).toContain('send-decision-letter');
  });

  test('parts the ways of siblings', () => {
    expect(conferred('protection-plan').stages).toEqual(['protection-plan']);
    expect(conferred('child-in-need').stages).toEqual(['child-in-need']);
    expect(conferred('early-help').stages).toEqual(['closure']);
  });

  test('has its letter sent, then its minutes drafted, approved and sent', () => {
    const child = conferred('protection-plan').does('send-decision-letter').does('draft-minutes');
    child.does('approve-minutes', { authorisation: 'return' });
    expect(child.open).toContain('draft-minutes');
    child.does('draft-minutes').does('approve-minutes', { authorisation: 'authorise' }).does('send-minutes');
    expect(child.open).not.toContain('send-minutes');
  });
});

describe('a child protection plan', () => {
  test('runs core groups and visits again and again, beside the wait for the review', () => {
    const child = onPlan().does('hold-core-group', { coreGroupAgain: 'yes' });
    child.does('visit-child', { visitAgain: 'yes' });
    expect(child.open).toEqual(expect.arrayContaining(['hold-core-group', 'visit-child']));
    expect(child.open).not.toContain('book-review');
  });

  test('goes on after a review, and ends for a child in need plan with everything open in it', () => {
    const child = reviewed(onPlan().waitsFor('prepare-review'), 'continue-changed');
    expect(child.stages).toEqual(['protection-plan']);
    expect(child.open).not.toContain('book-review');
    reviewed(child.waitsFor('prepare-review'), 'end-child-in-need');
    expect(child.stages).toEqual(['child-in-need']);
    expect(child.open).not.toContain('visit-child');
  });

  test('meets new harm with a strategy discussion beside it, and an early review instead of a second conference', () => {
    const child = onPlan()
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
    const child = onPlan().hears('child born').does('record-birth');
    expect(child.open).toContain('book-review');
  });

  test('ends when the child dies or turns 18, with what goes on beside, and the case is closed', () => {
    for (const [news, record] of [
      ['child died', 'record-death'],
      ['turned 18', 'record-eighteenth'],
    ] as const) {
      const child = onPlan().hears('legal advice needed').hears(news).does(record);
      expect(child.stages).toEqual(['closure']);
      expect(child.open).not.toContain('hold-legal-planning');
    }
  });

  test('ends without closure when care planning takes its place', () => {
    const child = onPlan().hears('became looked after').does('record-looked-after', { planEndsNow: 'yes' });
    expect(child.stages).toEqual([]);
  });
});

describe('a child in need plan', () => {
  test('goes on while a strategy discussion is asked for, and gives way to a conference when one is needed', () => {
    const child = assessed('child-in-need').does('write-cin-plan');
    child.does('review-cin-plan', { childInNeedDecision: 'strategy-discussion' });
    expect(child.open).toEqual(expect.arrayContaining(['hold-discussion', 'review-cin-plan']));
    child
      .does('hold-discussion', { strategyDecision: 'section-47-joint' })
      .does('do-enquiry')
      .does('authorise-enquiry', { authorisation: 'authorise', enquiryOutcome: 'initial-conference' });
    expect(child.stages).toEqual(['initial-conference']);
  });

  test('ends at a review', () => {
    const child = assessed('child-in-need').does('write-cin-plan');
    child.does('visit-child-in-need', { visitAgain: 'yes' });
    expect(child.does('review-cin-plan', { childInNeedDecision: 'close' }).stages).toEqual(['closure']);
  });
});

describe('at any time', () => {
  test('immediate protection of a known child asks for a strategy discussion at once', () => {
    const child = referred('assessment').hears('immediate protection').does('record-protection');
    expect(child.open).toEqual(['end-protection', 'hold-discussion']);
    expect(child.waitsFor('police-protection').open).toEqual(['confirm-safety', 'hold-discussion']);
  });

  test('immediate protection before the referral is decided leaves the strategy discussion to that decision', () => {
    const child = new OneChild(version).does('record-contact');
    Object.assign(child.known, { referralOpen: true });
    child.hears('immediate protection').does('record-protection');
    expect(child.open).toEqual(['end-protection', 'screen-contact']);
  });

  test('a return interview that finds a risk raises a new worry', () => {
    const child = assessed('child-in-need')
      .hears('child missing')
      .does('record-missing')
      .does('record-return');
    child.does('hold-return-interview', { returnRisk: 'yes' });
    expect(child.open).toContain('consider-worry');
  });

  test('legal planning goes on to pre-proceedings, round by round, and to court', () => {
    const child = onPlan()
      .hears('legal advice needed')
      .does('hold-legal-planning', { legalDecision: 'pre-proceedings' })
      .does('send-letter')
      .does('review-pre-proceedings', { preProceedingsDecision: 'continue' })
      .does('review-pre-proceedings', { preProceedingsDecision: 'issue' });
    expect(child.open).toContain('record-proceedings');
  });
});
