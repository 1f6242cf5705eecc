import { beforeAll, describe, expect, test } from 'vitest';
import { waysOf } from '../support/child-ways.ts';
import { shippedVersion } from '../support/shipped-version.ts';

let ways: ReturnType<typeof waysOf>;
beforeAll(async () => {
  ways = waysOf(await shippedVersion());
});

describe('from the first contact', () => {
  test('a contact that is no referral ends, and nobody decides on a referral', () => {
    const child = ways.begun().does('record-contact').does('screen-contact', { contactOutcome: 'advice' });
    expect(child.open).toEqual([]);
  });

  test('a referral without further action ends once the referrer is told', () => {
    expect(ways.referred('no-further-action').open).toEqual([]);
  });

  test('an old decision on a referral does not decide a new contact', () => {
    const child = ways.begun();
    child.known = { referralOutcome: 'assessment', assessmentOutcome: 'child-in-need' };
    child.does('record-contact').does('screen-contact', { contactOutcome: 'existing-case' });
    expect(child.open).toEqual([]);
  });

  test('a child who moves in with a plan goes straight to a conference', () => {
    const child = ways.referred('transfer-in').does('record-transfer');
    expect(child.stages).toEqual(['initial-conference']);
    expect(child.open).toEqual(['book-conference', 'write-report']);
  });
});

describe('an assessment', () => {
  test('that is returned goes back to its author', () => {
    const child = ways
      .referred('assessment')
      .does('write-assessment')
      .does('authorise-assessment', { authorisation: 'return' });
    expect(child.open).toEqual(['write-assessment']);
  });

  test('is shared with the family once it is authorised, beside what follows', () => {
    expect(ways.assessed('child-in-need').open).toEqual(['share-assessment', 'write-cin-plan']);
    expect(ways.assessed('early-help').stages).toEqual(['closure']);
  });

  test('in which harm comes to light gives way to a strategy discussion, and opens again beside the enquiry', () => {
    const child = ways
      .referred('assessment')
      .hears('new worry')
      .does('consider-worry', { worryDecision: 'strategy-discussion' });
    expect(child.open).toEqual(['hold-discussion']);
    child.knows({ assessmentOpen: true });
    child.does('hold-discussion', { strategyDecision: 'section-47-single' });
    expect(child.stages).toEqual(['section-47-enquiry']);
    expect(child.open).toEqual(['do-enquiry', 'send-strategy-record', 'write-assessment']);
  });

  test('that ends in a strategy discussion leads to one, and to no second assessment beside the enquiry', () => {
    const child = ways.assessed('strategy-discussion');
    expect(child.stages).toEqual(['strategy-discussion']);
    child.knows({ assessed: true, assessmentOpen: false });
    child.does('hold-discussion', { strategyDecision: 'section-47-joint' });
    expect(child.open).toEqual(['do-enquiry', 'send-strategy-record', 'share-assessment']);
  });
});

describe('a strategy discussion', () => {
  test('that starts an enquiry straight from a referral opens the assessment beside it', () => {
    const child = ways.referred('strategy-discussion').does('hold-discussion', {
      strategyDecision: 'section-47-joint',
    });
    expect(child.open).toEqual(['do-enquiry', 'send-strategy-record', 'write-assessment']);
  });

  test('that finds no reason to suspect harm leads to an assessment, or to closure', () => {
    const help = ways
      .referred('strategy-discussion')
      .does('hold-discussion', { strategyDecision: 'assessment' });
    expect(help.stages).toEqual(['assessment']);
    const over = ways.referred('strategy-discussion').does('hold-discussion', {
      strategyDecision: 'no-further-action',
    });
    expect(over.open).toEqual(['close-case', 'send-strategy-record']);
  });

  test('that agrees on help leads to a child in need plan, with an assessment under way going on beside it', () => {
    const child = ways
      .assessed('strategy-discussion')
      .knows({ assessed: true, enquiryOutcome: 'assessment' });
    child.does('hold-discussion', { strategyDecision: 'child-in-need' });
    expect(child.open).toEqual(['send-strategy-record', 'share-assessment', 'write-cin-plan']);
    const early = ways
      .referred('assessment')
      .hears('strategy discussion needed')
      .knows({ assessmentOpen: true });
    early.does('hold-discussion', { strategyDecision: 'child-in-need' });
    expect(early.open).toEqual(['send-strategy-record', 'write-assessment', 'write-cin-plan']);
    expect(early.stages).toEqual(['child-in-need']);
  });

  test('is held again within the enquiry when something new happens, and the enquiry goes on', () => {
    const child = ways
      .referred('strategy-discussion')
      .does('hold-discussion', { strategyDecision: 'section-47-joint' })
      .does('send-strategy-record')
      .hears('strategy discussion needed');
    expect(child.stages).toEqual(['section-47-enquiry']);
    expect(child.open).toEqual(['hold-discussion', 'write-assessment']);
    child.does('hold-discussion', { strategyDecision: 'section-47-joint' }).does('send-strategy-record');
    expect(child.open).toEqual(['do-enquiry', 'write-assessment']);
  });

  test('still to be held takes further news in, and no second one opens', () => {
    const child = ways.referred('strategy-discussion').hears('strategy discussion needed');
    expect(child.open).toEqual(['hold-discussion']);
  });
});

describe('an enquiry', () => {
  test('not borne out leads to a child in need plan without a conference', () => {
    expect(ways.enquired('child-in-need').stages).toEqual(['child-in-need']);
  });

  test('may hand back to the assessment, which is then open once, in the pathway', () => {
    const child = ways.enquired('assessment');
    expect(child.stages).toEqual(['assessment']);
    expect(child.open).toEqual(['send-strategy-record', 'write-assessment']);
  });
});
