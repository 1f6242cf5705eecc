import { isAnswered, questionsOf } from '#engine';
import type { Answers, Case, Form } from '#engine';

/**
 * Puts made-up answers in step with each other and with what is known: a conference of a child on a plan is a review,
 * a plan needs the threshold met, the category stays unless it was decided to change it.
 */
export function makeCoherent(form: Form, kase: Case, answers: Answers, children: string[]): void {
  const asks = (id: string): boolean =>
    questionsOf(form).some((question) => question.id === id && isAnswered(question));
  const known = (child: string, term: string): unknown =>
    kase.known[child]?.[term]?.value ?? kase.known['']?.[term]?.value;
  if (asks('conferenceType')) {
    answers.answers['conferenceType'] = conferenceType(kase, children, known);
  }
  for (const child of children) {
    const own = (answers.perChild[child] ??= {});
    const conference = own['conferenceDecision'];
    const review = own['reviewDecision'];
    const strategy = own['strategyDecision'];
    if (asks('threshold') && conference !== undefined) {
      own['threshold'] = conference === 'protection-plan' || conference === 'adjourned' ? 'yes' : 'no';
    }
    if (asks('threshold') && typeof review === 'string') {
      own['threshold'] = review.startsWith('end-') ? 'no' : 'yes';
    }
    if (asks('thresholdMet') && typeof strategy === 'string') {
      own['thresholdMet'] = ['assessment', 'child-in-need', 'no-further-action'].includes(strategy)
        ? 'no'
        : 'yes';
    }
    if (asks('recommendation'))
      own['recommendation'] = onPlan(kase, [child]) ? 'continue-plan' : 'protection-plan';
    if (asks('planEndsNow')) own['planEndsNow'] = onPlan(kase, [child]) ? 'no' : 'no-plan';
    if (asks('latestCategory')) own['latestCategory'] = categoryNow(known, child, review);
    if (asks('turned18On')) {
      const born = kase.children.find((one) => one.id === child)?.born;
      if (born) own['turned18On'] = `${String(Number(born.slice(0, 4)) + 18)}${born.slice(4)}`;
    }
  }
}

type Known = (child: string, term: string) => unknown;

function conferenceType(kase: Case, children: string[], known: Known): string {
  if (onPlan(kase, children)) return 'review';
  if (children.every((child) => !kase.children.find((one) => one.id === child)?.born)) return 'pre-birth';
  return children.some((child) => known(child, 'referralOutcome') === 'transfer-in')
    ? 'transfer-in'
    : 'initial';
}

function onPlan(kase: Case, children: string[]): boolean {
  return children.some((child) => isOpen(kase, child, 'plan-started', 'plan-ended'));
}

function categoryNow(known: Known, child: string, review: unknown): unknown {
  const now = known(child, 'latestCategory') ?? known(child, 'category') ?? 'NEG';
  if (review !== 'continue-changed') return now;
  return now === 'EMO' ? 'NEG' : 'EMO';
}

function isOpen(kase: Case, child: string, opens: string, closes: string): boolean {
  const happened = kase.happenings.filter((one) => one.child === child && !one.replacedBy);
  const last = happened.findLast((one) => one.fact === opens || one.fact === closes);
  return last?.fact === opens;
}
