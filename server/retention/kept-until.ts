import { addMonths } from '#engine';
import type { Day } from '#engine';
import type { ChildFacts, RetentionRule } from './rules.ts';

/** How long what is held of a child is kept: the longest of the rules that hold for them. */
export interface KeptUntil {
  child: string;
  until: Day;
  rule: { id: string; name: string; source: string };
  /** every rule that holds for the child, and the day it ends */
  classes: { id: string; name: string; until: Day }[];
  /** names of rules under which nothing is let go of at present */
  heldBy: string[];
  isOpen: boolean;
}

/** Applies the rules to one child. A child no rule holds for is kept: the rules must have one for every child. */
export function keptUntil(facts: ChildFacts, rules: RetentionRule[]): KeptUntil {
  const holding = rules.filter((rule) => rule.inForce !== false && matches(facts, rule).length > 0);
  const ends = holding
    .filter((rule) => rule.from !== 'hold')
    .map((rule) => ({ rule, until: endOf(facts, rule) }))
    .sort((one, other) => other.until.localeCompare(one.until));
  const [longest] = ends;
  return {
    child: facts.child,
    until: longest?.until ?? '9999-12-31',
    rule: longest ? named(longest.rule) : { id: 'none', name: 'No rule holds for this child', source: '' },
    classes: ends.map(({ rule, until }) => ({ id: rule.id, name: rule.name, until })),
    heldBy: holding.filter((rule) => rule.from === 'hold').map((rule) => rule.name),
    isOpen: facts.isOpen,
  };
}

/** Days on which what the rule reads happened; a rule that reads nothing holds for everyone. */
function matches(facts: ChildFacts, rule: RetentionRule): Day[] {
  if (rule.facts.length === 0) return [facts.lastWork];
  return facts.happened
    .filter(({ fact, value }) =>
      rule.facts.some((one) => one.fact === fact && (!one.values || one.values.includes(value ?? ''))),
    )
    .map(({ on }) => on);
}

function endOf(facts: ChildFacts, rule: RetentionRule): Day {
  const latest = matches(facts, rule).sort().at(-1) ?? facts.lastWork;
  const from = rule.from === 'born' ? (facts.born ?? facts.lastWork) : latest;
  return addMonths(rule.from === 'last-work' ? facts.lastWork : from, rule.years * 12);
}

function named({ id, name, source }: RetentionRule): KeptUntil['rule'] {
  return { id, name, source };
}

/** Whether what is held of the child may be let go of on a day. */
export function isDue({ until, isOpen, heldBy }: KeptUntil, today: Day): boolean {
  return until <= today && !isOpen && heldBy.length === 0;
}
