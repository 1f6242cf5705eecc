import { describe, expect, it } from 'vitest';
import { brokenRules } from './broken-rules.ts';
import type { Written } from './broken-rules.ts';

/** form, rule, answers that break it, answers a word away that do not */
type Example = [form: string, rule: string, wrong: Written, right: Written];

const took = (agency: string, attended = 'in-person') => ({ name: agency, agency, attended });
const noPlan = { planOpen: false, childInNeedOpen: false, enquiryOpen: false };
const strategy = (answers: Record<string, unknown>, context: Record<string, unknown> = noPlan): Written => ({
  answers: { heldOn: '2026-09-03', ...answers },
  context,
});
const signed = (outcome: string, context: Record<string, unknown>): Written => ({
  answers: { authorisation: 'authorise', enquiryOutcome: outcome },
  context,
});
const policeEnded = (endedAt: string): Written => ({
  answers: { endedAt },
  context: {
    known: { protectionKind: 'police-protection' },
    facts: { policeProtectionStarted: '2026-09-05T13:00:00.000Z' },
  },
});
const orderEnded = (endedAt: string, orderExtended: string): Written => ({
  answers: { endedAt, orderExtended },
  context: {
    known: { protectionKind: 'emergency-protection-order' },
    facts: { emergencyProtectionOrderStarted: '2026-09-08' },
  },
});

const examples: Example[] = [
  [
    'strategy-discussion',
    'heldOn-not-in-the-future',
    strategy({ heldOn: '2026-11-24' }),
    strategy({ heldOn: '2026-11-23' }),
  ],
  [
    'strategy-discussion',
    'before-referral',
    strategy({ heldOn: '2026-08-31' }, { facts: { referralReceived: '2026-09-01' } }),
    strategy({ heldOn: '2026-09-01' }, { facts: { referralReceived: '2026-09-01' } }),
  ],
  [
    'strategy-discussion',
    'agency-missing',
    strategy({ quorate: 'yes', attendance: [took('social-care'), took('police'), took('health', 'no')] }),
    strategy({ quorate: 'yes', attendance: [took('social-care'), took('police'), took('health', 'phone')] }),
  ],
  [
    'strategy-discussion',
    'enquiry-without-cause',
    strategy({ thresholdMet: 'no', strategyDecision: 'section-47-joint' }),
    strategy({ thresholdMet: 'yes', strategyDecision: 'section-47-joint' }),
  ],
  [
    'strategy-discussion',
    'cause-without-enquiry',
    strategy({ thresholdMet: 'yes', strategyDecision: 'child-in-need' }),
    strategy({ thresholdMet: 'yes', strategyDecision: 'child-in-need' }, { ...noPlan, enquiryOpen: true }),
  ],
  [
    'strategy-discussion',
    'protected-without-enquiry',
    strategy({ strategyDecision: 'assessment' }, { ...noPlan, policeProtectionOpen: true }),
    strategy({ strategyDecision: 'section-47-joint' }, { ...noPlan, policeProtectionOpen: true }),
  ],
  [
    'strategy-discussion',
    'no-plan-there',
    strategy({ strategyDecision: 'existing-plan' }),
    strategy({ strategyDecision: 'existing-plan' }, { ...noPlan, childInNeedOpen: true }),
  ],
  [
    'strategy-discussion',
    'no-review-to-bring-forward',
    strategy({ strategyDecision: 'early-review' }, { ...noPlan, childInNeedOpen: true }),
    strategy({ strategyDecision: 'early-review' }, { ...noPlan, planOpen: true }),
  ],
  [
    'strategy-discussion',
    'talk-again-in-the-past',
    strategy({ strategyDecision: 'further-discussion', furtherDiscussionBy: '2026-09-02' }),
    strategy({ strategyDecision: 'further-discussion', furtherDiscussionBy: '2026-09-04' }),
  ],
  [
    'strategy-discussion',
    'not-safe-tonight',
    strategy({ safeTonight: 'no', alsoNeeded: ['legal-advice'], bottomLines: { notPossible: 'None today' } }),
    strategy({ safeTonight: 'no', bottomLines: [{ what: 'Dad is not alone with Ellis' }] }),
  ],
  [
    'send-strategy-record',
    'sent-before-held',
    { answers: { recordSentOn: '2026-09-02' }, context: { facts: { strategyDiscussionHeld: '2026-09-03' } } },
    { answers: { recordSentOn: '2026-09-03' }, context: { facts: { strategyDiscussionHeld: '2026-09-03' } } },
  ],
  [
    'section-47-enquiry',
    'risk-without-conference',
    { answers: { substantiated: 'continuing-risk', enquiryOutcome: 'child-in-need' } },
    { answers: { substantiated: 'continuing-risk', enquiryOutcome: 'initial-conference' } },
  ],
  [
    'section-47-enquiry',
    'conference-without-harm',
    { answers: { substantiated: 'not-substantiated', enquiryOutcome: 'initial-conference' } },
    { answers: { substantiated: 'not-substantiated', enquiryOutcome: 'child-in-need' } },
  ],
  [
    'section-47-enquiry',
    'not-seen-and-ended',
    { answers: { childSeen: 'not-seen', enquiryOutcome: 'no-further-action' } },
    { answers: { childSeen: 'seen-with-others', enquiryOutcome: 'no-further-action' } },
  ],
  [
    'section-47-enquiry',
    'medicalOn-not-in-the-future',
    { answers: { medicalHeld: 'yes', medicalOn: '2026-11-24' } },
    { answers: { medicalHeld: 'yes', medicalOn: '2026-11-23' } },
  ],
  [
    'authorise-section-47',
    'done-before-it-starts',
    signed('child-in-need', { facts: { enquiryStarted: '2026-11-24' } }),
    signed('child-in-need', { facts: { enquiryStarted: '2026-11-23' } }),
  ],
  [
    'authorise-section-47',
    'risk-without-conference',
    signed('assessment', { known: { substantiated: 'continuing-risk' } }),
    signed('initial-conference', { known: { substantiated: 'continuing-risk' } }),
  ],
  [
    'new-worry',
    'no-work-open',
    { answers: { worryDecision: 'strategy-discussion' }, context: { episodeOpen: false } },
    { answers: { worryDecision: 'strategy-discussion' }, context: { episodeOpen: true } },
  ],
  [
    'new-worry',
    'danger-and-nothing',
    { answers: { immediateDanger: 'yes', worryDecision: 'no-further-action' } },
    { answers: { immediateDanger: 'no', worryDecision: 'no-further-action' } },
  ],
  [
    'new-worry',
    'danger-and-no-discussion',
    { answers: { immediateDanger: 'yes', worryDecision: 'part-of-current-work' }, context: noPlan },
    {
      answers: { immediateDanger: 'yes', worryDecision: 'part-of-current-work' },
      context: { ...noPlan, enquiryOpen: true },
    },
  ],
  [
    'protection-ended',
    'longer-than-72-hours',
    policeEnded('2026-09-08T13:00:01.000Z'),
    policeEnded('2026-09-08T13:00:00.000Z'),
  ],
  [
    'protection-ended',
    'ended-before-it-began',
    policeEnded('2026-09-05T12:59:00.000Z'),
    policeEnded('2026-09-05T13:00:00.000Z'),
  ],
  [
    'protection-ended',
    'longer-than-8-days',
    orderEnded('2026-09-17T09:00:00.000Z', 'no'),
    orderEnded('2026-09-17T09:00:00.000Z', 'yes'),
  ],
  [
    'protection-ended',
    'longer-than-15-days',
    orderEnded('2026-09-24T09:00:00.000Z', 'yes'),
    orderEnded('2026-09-23T09:00:00.000Z', 'yes'),
  ],
  [
    'missing-return',
    'back-before-gone',
    {
      answers: { returnedAt: '2026-09-05T09:00:00.000Z' },
      context: { facts: { childMissing: '2026-09-05T10:00:00.000Z' } },
    },
    {
      answers: { returnedAt: '2026-09-05T11:00:00.000Z' },
      context: { facts: { childMissing: '2026-09-05T10:00:00.000Z' } },
    },
  ],
  [
    'return-interview',
    'held-before-return',
    {
      answers: { rhiOffered: 'yes', interviewAnswer: 'accepted', heldAt: '2026-09-05T09:00:00.000Z' },
      context: { facts: { childReturned: '2026-09-05T10:00:00.000Z' } },
    },
    {
      answers: { rhiOffered: 'yes', interviewAnswer: 'accepted', heldAt: '2026-09-06T09:00:00.000Z' },
      context: { facts: { childReturned: '2026-09-05T10:00:00.000Z' } },
    },
  ],
];

describe('from the strategy discussion to what may happen at any time', () => {
  it.each(examples)('%s keeps its rule “%s”', (form, rule, wrong, right) => {
    expect(brokenRules(form, wrong)).toContain(rule);
    expect(brokenRules(form, right)).not.toContain(rule);
  });

  it.each([
    ['immediate-protection', 'policeProtectionStartedAt', { protectionKind: 'police-protection' }],
    ['missing-episode', 'missingFrom', {}],
    ['missing-return', 'returnedAt', {}],
    ['protection-ended', 'endedAt', {}],
    ['phone-contact', 'contactAt', {}],
  ])('%s takes no hour that is still to come for %s', (form, question, more) => {
    const at = (moment: string): Written => ({ answers: { ...more, [question]: moment } });
    const rule = `${question}-not-in-the-future`;
    expect(brokenRules(form, at('2026-11-24T08:00:00.000Z'))).toContain(rule);
    expect(brokenRules(form, at('2026-11-23T08:00:00.000Z'))).not.toContain(rule);
  });
});
