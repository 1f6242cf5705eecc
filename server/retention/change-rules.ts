import type { Finding } from '#engine';
import { refuse, refuseWrite } from '../errors.ts';
import type { Store } from '../store/port.ts';
import type { RetentionRule } from './rules.ts';

/** Puts the authority's own rules in place of those there are. */
export async function changeRules(
  store: Store,
  { rules, revision }: { rules: RetentionRule[]; revision: number },
): Promise<{ revision: number }> {
  const findings = faultsOf(rules);
  if (findings.length > 0)
    refuse(422, 'not-valid', findings.map((one) => one.message).join(' '), { findings });
  const put = await store.put({ kind: 'setting', id: 'retention', body: { rules }, expecting: revision });
  if (!put.ok) refuseWrite(put);
  return { revision: put.revision };
}

/** A child no rule holds for would be kept for ever, and two rules of one name could not be told apart. */
function faultsOf(rules: RetentionRule[]): Finding[] {
  const say = (message: string): Finding => ({ check: 'retention', level: 'error', message });
  const ids = new Set(rules.map((rule) => rule.id));
  const forAll = rules.some(
    (rule) => rule.facts.length === 0 && rule.from !== 'hold' && rule.inForce !== false,
  );
  return [
    ...(ids.size < rules.length ? [say('Two rules have the same id: give each its own.')] : []),
    ...(forAll ? [] : [say('No rule holds for every child: keep one that asks for no fact.')]),
  ];
}
