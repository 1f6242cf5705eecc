import type { Day } from '#engine';
import type { Store } from '../store/port.ts';
import defaults from './rules.json' with { type: 'json' };

/** How long a record is kept, and for whom that holds. Rules read facts, never steps of a drawing. */
export interface RetentionRule {
  id: string;
  name: string;
  /** any one of them is enough; none: every child */
  facts: { fact: string; values?: string[] }[];
  /** what the years count from; 'hold': nothing is let go of while the rule is in force */
  from: 'born' | 'last-work' | 'fact' | 'hold';
  years: number;
  /** false: not at present */
  inForce?: boolean;
  source: string;
}

/** What is known of a child that rules read. */
export interface ChildFacts {
  child: string;
  born?: Day;
  /** the last day on which something happened for the child */
  lastWork: Day;
  happened: { fact: string; on: Day; value?: string }[];
  /** work with the child goes on */
  isOpen: boolean;
}

export const defaultRules = defaults.rules as RetentionRule[];

/** The authority's own rules, or the defaults while it has none. */
export async function rulesOf(store: Store): Promise<{ rules: RetentionRule[]; revision: number }> {
  const found = await store.document<{ rules: RetentionRule[] }>('setting', 'retention');
  return { rules: found?.body.rules ?? defaultRules, revision: found?.revision ?? 0 };
}
