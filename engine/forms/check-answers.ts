import type { Answers, Block, Dictionary, Finding, Form } from '../contracts/index.ts';
import { keyOf, shownKeys } from './conditions.ts';
import { isAnswered, questionsOf } from './form-questions.ts';
import { missingFindings } from './missing-findings.ts';
import { ruleFindings } from './rule-findings.ts';
import type { ChildRuled } from './rule-findings.ts';
import { shapeFindings } from './shape-findings.ts';

export interface CheckAnswers {
  form: Form;
  dictionary: Pick<Dictionary, 'codeLists'>;
  blocks: Block[];
  answers: Answers;
  /** the children the form is completed for */
  children: ChildRuled[];
  /** whether rows of a shared block live with the family already; absent: none do */
  hasRows?: (block: string) => boolean;
  /** a draft is checked for what is wrong, a form being completed for what is missing as well */
  purpose: 'draft' | 'complete';
  /** a broken rule of level 'warn' is an error until `answers.reasons[rule id]` says why it is gone on all the same */
  reasonsNeeded?: boolean;
}

/**
 * Everything wrong with a form's answers, in the order of its questions, each finding beside its question (and child).
 * Nothing is coerced, filled in or dropped: what is not asked is refused.
 */
export function checkAnswers(check: CheckAnswers): Finding[] {
  const { form, answers, children, purpose } = check;
  const shape = shapeFindings(check, answers, purpose);
  if (shape.some((finding) => finding.check === 'answers-shape')) return shape;
  const strangers = strangerFindings(answers, children);
  if (purpose === 'draft') return inOrder(form, [...strangers, ...shape]);
  const shown = shownKeys(form, answers, children);
  const missing = missingFindings({ ...check, shown, hasRows: check.hasRows ?? (() => false) });
  const found = [
    ...strangers,
    ...shape,
    ...notAskedFindings(form, answers, children, shown),
    ...missing.filter(
      (one) => !(one.check === 'answer-missing' && shape.some((wrong) => isSamePlace(wrong, one))),
    ),
  ];
  const rules = ruleFindings({ ...check, shown, reasonsNeeded: check.reasonsNeeded ?? false });
  const stillOpen = rules.filter((rule) => !found.some((one) => isBeside(one, rule)));
  return inOrder(form, [...found, ...stillOpen]);
}

/** A rule over an answer that is missing or mistyped says nothing of use. */
function isBeside(one: Finding, rule: Finding): boolean {
  return one.question === rule.question && (one.child === undefined || one.child === rule.child);
}

/** An answer that is there but wrong is not missing as well. */
function isSamePlace(one: Finding, other: Finding): boolean {
  return one.question === other.question && one.child === other.child;
}

function strangerFindings(answers: Answers, children: ChildRuled[]): Finding[] {
  return Object.keys(answers.perChild)
    .filter((id) => !children.some((child) => child.id === id))
    .map((child) => ({
      ...{ check: 'child-unknown', level: 'error', child },
      message: 'These answers are about a child this form is not open for.',
    }));
}

/** Answers left over from before an earlier answer was changed: the page takes them out before it sends. */
function notAskedFindings(
  form: Form,
  answers: Answers,
  children: ChildRuled[],
  shown: Set<string>,
): Finding[] {
  return questionsOf(form)
    .filter(isAnswered)
    .flatMap((question) => {
      const say = (child?: string): Finding => ({
        ...{ check: 'answer-not-asked', level: 'error', question: question.id },
        ...(child === undefined ? {} : { child }),
        message: `“${question.label}” is not asked with the answers as they are now: take its answer out.`,
      });
      const left = (value: unknown, child?: string) =>
        value !== undefined && !shown.has(keyOf(question.id, child)) ? [say(child)] : [];
      return [
        ...(question.per === 'child' ? [] : left(answers.answers[question.id])),
        ...(question.per === 'family'
          ? []
          : children.flatMap(({ id }) => left(answers.perChild[id]?.[question.id], id))),
      ];
    });
}

function inOrder(form: Form, findings: Finding[]): Finding[] {
  const place = new Map(questionsOf(form).map(({ id }, at) => [id, at]));
  const at = ({ question }: Finding) => place.get(question ?? '') ?? -1;
  return findings.toSorted((a, b) => at(a) - at(b));
}
