import type { Finding, FormQuestion } from '../../contracts/index.ts';
import { called } from '../graph.ts';
import { orderedSteps } from '../order.ts';
import { questionsOf, termsAsked } from './asked.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/**
 * What was asked before on a way through is not asked as if for the first time: the later question carries the answer
 * forward, shows it beside, or gives its reason for asking again (WCAG 2.2, 3.3.7).
 */
export function termAskedAgain({ pathway, forms }: Drawing): Finding[] {
  const said = new Set<string>();
  return orderedSteps(pathway).flatMap(({ earlier, later }) => {
    const first = forms[earlier.form ?? ''];
    const second = forms[later.form ?? ''];
    if (!first || !second || first.id === second.id) return [];
    const before = new Set(termsAsked(first));
    return questionsOf(second)
      .filter((question) => before.has(question.term ?? '') && asksAfresh(question))
      .filter((question) => isNew(said, `${second.id} ${question.id}`))
      .map((question) => ({
        ...finding(
          'term-asked-again',
          'error',
          later,
          `${called(later)} asks “${question.label}” again, which ${called(earlier)} asked before. ` +
            'Carry the answer forward, show it beside, or give the reason for asking again.',
        ),
        question: question.id,
      }));
  });
}

const asksAfresh = ({ policy, policyReason }: FormQuestion): boolean =>
  (policy === 'ask' || policy === 'ask-again') && !policyReason;

function isNew(said: Set<string>, key: string): boolean {
  if (said.has(key)) return false;
  said.add(key);
  return true;
}
