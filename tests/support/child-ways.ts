import type { Version } from '#engine';
import { OneChild } from './one-child.ts';

/** One child brought to a place in the shipped pathway by what is decided on the way. */
export function waysOf(version: Version) {
  const begun = (): OneChild => new OneChild(version);

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
      .knows({ enquiryOpen: true, assessmentOpen: true })
      .does('authorise-enquiry', { authorisation: 'authorise', enquiryOutcome: outcome })
      .knows({ enquiryOpen: false });

  const conferred = (decision: string): OneChild =>
    enquired('initial-conference')
      .does('book-conference')
      .does('write-report')
      .does('authorise-report', { authorisation: 'authorise' })
      .does('share-report')
      .does('hold-conference', { conferenceDecision: decision });

  const onPlan = (): OneChild => {
    const child = conferred('protection-plan');
    child.knows({ planOpen: true });
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
  return { begun, referred, assessed, enquired, conferred, onPlan, reviewed };
}
