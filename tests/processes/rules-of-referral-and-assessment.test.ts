import { describe, expect, it } from 'vitest';
import { brokenRules } from './broken-rules.ts';
import type { Written } from './broken-rules.ts';

/** form, rule, answers that break it, answers a word away that do not */
type Example = [form: string, rule: string, wrong: Written, right: Written];

const day = (question: string, on: string, more: Record<string, unknown> = {}): Written => ({
  answers: { [question]: on, ...more },
});
const outcome = (contactOutcome: string, answers: Record<string, unknown> = {}) => ({
  ...{ receivedAt: '2026-11-20T10:00:00.000Z', contactOutcome, ...answers },
});
const worry = { number: 1, childIds: ['c1'], whoIsWorried: 'School', worriedAbout: 'x', couldHappen: 'y' };
const goal = { number: 1, whatWeNeedToSee: 'x', whoWillDo: 'Mum', howLongFor: 'six months' };
const said = { childIds: ['c1'], date: '2026-11-20', ownWords: '“I know the bus.”' };

const examples: Example[] = [
  [
    'contact',
    'received-in-the-future',
    day('receivedAt', '2026-11-24T09:00:00.000Z'),
    day('receivedAt', '2026-11-23T09:00:00.000Z'),
  ],
  [
    'contact',
    'no-name-but-named',
    { answers: { referralSource: '9', anonymous: 'no' } },
    { answers: { referralSource: '9', anonymous: 'yes' } },
  ],
  [
    'screening',
    'received-in-the-future',
    day('receivedAt', '2026-11-24T09:00:00.000Z'),
    day('receivedAt', '2026-11-23T09:00:00.000Z'),
  ],
  [
    'screening',
    'more-than-40-weeks-before-birth',
    { answers: outcome('referral'), unborn: true, context: { child: { expected: '2027-09-10' } } },
    { answers: outcome('referral'), unborn: true, context: { child: { expected: '2027-08-27' } } },
  ],
  [
    'screening',
    'eighteen-already',
    { answers: outcome('referral'), context: { child: { born: '2008-11-23' } } },
    { answers: outcome('referral'), context: { child: { born: '2008-11-24' } } },
  ],
  [
    'screening',
    'history-not-read',
    { answers: outcome('advice', { historyReviewed: 'no' }) },
    { answers: outcome('advice', { historyReviewed: 'yes' }) },
  ],
  [
    'referral-decision',
    'assessment-before-referral',
    {
      ...day('assessmentStartDate', '2026-09-01', { referralOutcome: 'assessment' }),
      context: { facts: { referralReceived: '2026-09-02T09:00:00.000Z' } },
    },
    {
      ...day('assessmentStartDate', '2026-09-02', { referralOutcome: 'assessment' }),
      context: { facts: { referralReceived: '2026-09-02T09:00:00.000Z' } },
    },
  ],
  [
    'referral-decision',
    'assessment-in-the-future',
    day('assessmentStartDate', '2026-11-24', { referralOutcome: 'assessment' }),
    day('assessmentStartDate', '2026-11-23', { referralOutcome: 'assessment' }),
  ],
  [
    'referral-decision',
    'already-open',
    { answers: { referralOutcome: 'assessment' }, context: { planOpen: true, childInNeedOpen: false } },
    { answers: { referralOutcome: 'assessment' }, context: { planOpen: false, childInNeedOpen: false } },
  ],
  [
    'referral-decision',
    'protected-without-discussion',
    { answers: { referralOutcome: 'assessment' }, context: { emergencyOrderOpen: true } },
    { answers: { referralOutcome: 'strategy-discussion' }, context: { emergencyOrderOpen: true } },
  ],
  [
    'feedback-to-referrer',
    'feedbackToReferrerOn-not-in-the-future',
    day('feedbackToReferrerOn', '2026-11-24', { feedbackAnswer: 'told' }),
    day('feedbackToReferrerOn', '2026-11-23', { feedbackAnswer: 'told' }),
  ],
  [
    'feedback-to-referrer',
    'told-before-referral',
    {
      ...day('feedbackToReferrerOn', '2026-09-01', { feedbackAnswer: 'told' }),
      context: { facts: { referralReceived: '2026-09-02' } },
    },
    {
      ...day('feedbackToReferrerOn', '2026-09-02', { feedbackAnswer: 'told' }),
      context: { facts: { referralReceived: '2026-09-02' } },
    },
  ],
  [
    'child-and-family-assessment',
    'start-before-referral',
    { ...day('startDate', '2026-09-01'), context: { facts: { referralReceived: '2026-09-02' } } },
    { ...day('startDate', '2026-09-02'), context: { facts: { referralReceived: '2026-09-02' } } },
  ],
  [
    'child-and-family-assessment',
    'start-in-the-future',
    day('startDate', '2026-11-24'),
    day('startDate', '2026-11-23'),
  ],
  [
    'child-and-family-assessment',
    'childSeenOn-not-in-the-future',
    day('childSeenOn', '2026-11-24', { childSeen: 'seen-alone' }),
    day('childSeenOn', '2026-11-23', { childSeen: 'seen-alone' }),
  ],
  [
    'child-and-family-assessment',
    'factor-none-with-others',
    { answers: { factors: ['21', '3B'] } },
    { answers: { factors: ['21'] } },
  ],
  [
    'child-and-family-assessment',
    'factor-none-but-help',
    { answers: { factors: ['21'], assessmentOutcome: 'child-in-need' } },
    { answers: { factors: ['21'], assessmentOutcome: 'close' } },
  ],
  [
    'child-and-family-assessment',
    'too-many-worries',
    { answers: { dangerStatements: [worry, worry, worry, worry, worry] } },
    { answers: { dangerStatements: [worry, worry, worry, worry] } },
  ],
  [
    'child-and-family-assessment',
    'worry-without-goal',
    { answers: { dangerStatements: [worry, { ...worry, number: 2 }], safetyGoals: [goal] } },
    { answers: { dangerStatements: [worry], safetyGoals: [goal] } },
  ],
  [
    'child-and-family-assessment',
    'not-seen-and-ended',
    { answers: { childSeen: 'not-seen', assessmentOutcome: 'close' } },
    { answers: { childSeen: 'seen-alone', assessmentOutcome: 'close' } },
  ],
  [
    'child-and-family-assessment',
    'nobody-heard-the-child',
    { answers: { childVoice: [{ ...said, childIds: ['c2'] }] } },
    { answers: { childVoice: [said] } },
  ],
  [
    'authorise-assessment',
    'factor-none-with-others',
    { answers: { authorisation: 'authorise', factors: ['21', '3B'] } },
    { answers: { authorisation: 'authorise', factors: ['3B'] } },
  ],
  [
    'authorise-assessment',
    'ends-before-it-starts',
    { answers: { authorisation: 'authorise' }, context: { facts: { assessmentStarted: '2026-11-24' } } },
    { answers: { authorisation: 'authorise' }, context: { facts: { assessmentStarted: '2026-11-23' } } },
  ],
  [
    'share-assessment',
    'sharedWithFamilyOn-not-in-the-future',
    day('sharedWithFamilyOn', '2026-11-24', { shared: 'yes' }),
    day('sharedWithFamilyOn', '2026-11-23', { shared: 'yes' }),
  ],
  [
    'share-assessment',
    'shared-before-signed-off',
    {
      ...day('sharedWithFamilyOn', '2026-11-03', { shared: 'yes' }),
      context: { facts: { assessmentAuthorised: '2026-11-04' } },
    },
    {
      ...day('sharedWithFamilyOn', '2026-11-04', { shared: 'yes' }),
      context: { facts: { assessmentAuthorised: '2026-11-04' } },
    },
  ],
];

describe('from the first call to the assessment', () => {
  it.each(examples)('%s keeps its rule “%s”', (form, rule, wrong, right) => {
    expect(brokenRules(form, wrong)).toContain(rule);
    expect(brokenRules(form, right)).not.toContain(rule);
  });

  it('says nothing of rules where a question was answered with its way out', () => {
    const answers = {
      childVoice: { notPossible: 'Away at school camp' },
      dangerStatements: { notPossible: 'None' },
    };
    expect(brokenRules('child-and-family-assessment', { answers })).toEqual([]);
  });

  it('asks nobody for the words of a child who is not born yet', () => {
    const answers = { contactOutcome: 'referral' };
    expect(brokenRules('child-and-family-assessment', { answers: {}, unborn: true })).toEqual([]);
    expect(brokenRules('screening', { answers, unborn: true, context: { child: {} } })).toEqual([]);
  });
});
