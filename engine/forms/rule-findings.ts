import type { Answers, Finding, Form, FormQuestion, FormRule } from '../contracts/index.ts';
import { isWayOut, keyOf } from './conditions.ts';
import type { ChildAsked } from './conditions.ts';
import { evaluateFeel } from './feel.ts';
import { questionsOf } from './form-questions.ts';

/** A child with what rules may read beside the form's own answers: `known`, `facts`, `child`, `today`, open states. */
export interface ChildRuled extends ChildAsked {
  context?: Record<string, unknown>;
}

export interface Ruling {
  form: Form;
  answers: Answers;
  children: ChildRuled[];
  shown: Set<string>;
  /** a broken rule of level 'warn' holds the form up until a reason is given in `answers.reasons` */
  reasonsNeeded: boolean;
}

/**
 * What a schema can't say. A rule beside a child's own question is asked for each child; one beside a question of the
 * family speaks once, unless it names “[child]”.
 */
export function ruleFindings(ruling: Ruling): Finding[] {
  const questions = questionsOf(ruling.form);
  const read = new Map(ruling.children.map((child) => [child, readOf(ruling.answers, child)]));
  const isBroken = (rule: FormRule, child: ChildRuled): boolean =>
    evaluateFeel(rule.when, read.get(child) ?? {}) === true;
  return ruling.form.rules.flatMap((rule) => {
    const question = questions.find(({ id }) => id === rule.question);
    if (!question) return [];
    const broken = ruling.children.filter(
      (child) => isAskedOf(ruling, question, child) && isBroken(rule, child),
    );
    const isOfEach = question.per === 'child' || rule.say.includes('[child]');
    if (isOfEach) return broken.map((child) => findingOf(ruling, rule, child.id));
    return broken.length > 0 ? [findingOf(ruling, rule)] : [];
  });
}

function isAskedOf({ shown }: Ruling, question: FormQuestion, child: ChildRuled): boolean {
  return shown.has(question.per === 'child' ? keyOf(question.id, child.id) : question.id);
}

/** What rules read of one child: the form's answers, and what surrounds them. */
function readOf(answers: Answers, child: ChildRuled): Record<string, unknown> {
  const { context = {}, id, unborn } = child;
  const own = { ...answers.answers, ...answers.perChild[id] };
  const given = Object.fromEntries(
    Object.entries(own).map(([key, value]) => [key, isWayOut(value) ? null : value]),
  );
  const about = { ...(context['child'] as Record<string, unknown> | undefined), id, unborn };
  return { ...context, unborn, ...given, child: about };
}

function findingOf({ answers, reasonsNeeded }: Ruling, rule: FormRule, child?: string): Finding {
  const reason = answers.reasons?.[rule.id]?.trim() ?? '';
  const holdsUp = rule.level === 'refuse' || (reasonsNeeded && reason === '');
  return {
    check: `rule:${rule.id}`,
    level: holdsUp ? 'error' : 'warning',
    question: rule.question,
    ...(child === undefined ? {} : { child }),
    message: rule.say,
  };
}
