import type { Asked, Beside, Counting } from './counting.ts';
import { planBand } from './length-bands.ts';
import { plusDays, plusMonths, workingDays, type Told } from './read-history.ts';

/** What is open as at the last day, and who holds it. */
export function asAtDay(one: Told, { to }: Asked, beside: Beside, c: Counting): void {
  const {
    found,
    row,
    add,
    band,
    inside,
    lastOf,
    times,
    openAt,
    firstSince,
    overMonths,
    unborn,
    noteWorkers,
  } = c;
  const assessing = openAt(one, 'assessment-started', [
    'assessment-authorised',
    'case-closed',
    'referral-received',
  ]);
  if (assessing) {
    add('M8/over', one, assessing, workingDays(assessing, to) > 45);
    add('M7/open-from-start', one, assessing, workingDays(assessing, to) > 45);
    const referred = lastOf(one, ['referral-received'], to);
    if (referred) add('M7/open-from-referral', one, assessing, workingDays(referred.day, to) > 45);
  }
  const unanswered = openAt(one, 'referral-received', [
    ...['referral-decided', 'referral-no-further-action', 'case-closed', 'referral-received'],
  ]);
  if (unanswered) add('M3/undecided', one, unanswered, workingDays(unanswered, to) > 1);
  const called = openAt(one, 'enquiry-started', c.ended);
  if (called) add('M13/awaited', one, called, workingDays(called, to) > 15);
  const moved = openAt(one, 'transfer-in-notified', ['initial-conference-held', 'case-closed']);
  if (moved && !firstSince(one, 'enquiry-started', c.ended, to))
    add('M13/transfer-awaited', one, moved, workingDays(moved, to) > 15);
  const plan = openAt(one, 'plan-started', ['plan-ended']);
  if (plan) {
    add('M15/open', one, plan, true, false);
    add('M15/rate', one, plan, true);
    add('M16/categories', one, plan, true, false);
    band('M16/categories', lastOf(one, ['plan-started', 'plan-category-changed'], to)?.value ?? '');
    add('M18/two-years', one, plan, to >= plusMonths(plan, 24));
    add('M19/open-plans', one, plan, to >= plusMonths(plan, 24));
    band('M18/two-years', planBand(plan, to));
    const between = (name: string): string[] =>
      one.facts.flatMap((other) =>
        other.fact === name && other.day > plan && other.day <= to ? [other.day] : [],
      );
    if (overMonths(plan, to, 3)) {
      let last = plan;
      let kept = true;
      for (const on of [...between('review-held'), to]) {
        if (overMonths(last, on, last === plan ? 3 : 6)) kept = false;
        last = on;
      }
      add('M20/in-time', one, plan, kept);
    }
    const groups = one.facts.filter(
      (other) => other.fact === 'core-group-held' && other.day >= plan && other.day <= to,
    );
    if (groups.length > 0) {
      const met = [...between('core-group-held'), to];
      add(
        'M21/later',
        one,
        plan,
        met.every((on, at) => at === 0 || on <= plusDays(met[at - 1] ?? '', 42)),
      );
    }
    const visits = one.facts.filter(
      (other) => other.fact === 'child-seen-on-plan' && other.day >= plan && other.day <= to,
    );
    add('M22/in-time', one, plan, workingDays(visits.at(-1)?.day ?? plan, to) <= 10);
    if (visits.length > 0 && !unborn(one, to))
      add('M22/alone', one, plan, visits.at(-1)?.value === 'seen-alone');
    for (const [id, months] of [
      ['nine', 9],
      ['fifteen', 15],
      ['eighteen', 18],
    ] as const) {
      add(`M29/${id}`, one, plan, overMonths(plan, to, months));
    }
    if (groups.length >= 3) {
      const scores = (on: string): number =>
        beside.scales(one.id).findLast((other) => other.on <= on)?.count ?? 0;
      add('M29/no-scale', one, plan, scores(groups.at(-3)?.day ?? '') === scores(to));
    }
    const written = beside.actions(one.id).filter((other) => other.on <= to);
    const since = (id: string): string => {
      let first = to;
      for (const { on, open } of written.toReversed()) {
        if (!open.includes(id)) break;
        first = on;
      }
      return first > one.opened ? first : one.opened;
    };
    const stands = (written.at(-1)?.open ?? []).some((id) => plusDays(since(id), 60) < to);
    add('M29/action', one, plan, stands);
    const stage = ['pre-proceedings-ended', 'proceedings-issued', 'case-closed'];
    add('M30/pre-proceedings', one, plan, openAt(one, 'pre-proceedings-started', stage) !== undefined);
    const urgent = one.facts.some(
      (other) =>
        ['police-protection-started', 'emergency-protection-order-started'].includes(other.fact) &&
        other.day <= to &&
        other.day > plusMonths(to, -6),
    );
    add('M30/emergency', one, plan, urgent);
  }
  const need = ['referral-no-further-action', 'case-closed'];
  const needed = openAt(one, 'referral-received', need);
  if (needed) {
    add('M25/open', one, needed, true, false);
    add('M25/rate', one, needed, true);
  }
  for (const [, until] of times(one, 'referral-received', need)) {
    if (until && inside(until)) add('M25/ended', one, until, true, false);
  }
  const help = openAt(one, 'child-in-need-plan-started', ['child-in-need-plan-ended']);
  if (help) {
    const reviewed = lastOf(one, ['child-in-need-plan-reviewed'], to);
    const since =
      reviewed && reviewed.day >= help ? plusMonths(reviewed.day, 3) >= to : workingDays(help, to) <= 10;
    add('M26/reviews', one, help, since);
    const seen = lastOf(one, ['child-seen-in-need'], to);
    add('M26/visits', one, help, workingDays(seen && seen.day >= help ? seen.day : help, to) <= 20);
  }
  if (one.opened <= to && (!one.closed || one.closed > to)) {
    const holders = beside.held(one.id);
    const worker = (holders.findLast((other) => other.from <= to) ?? holders[0])?.worker;
    add('M28/caseload', one, one.opened, worker !== undefined);
    add('M28/unallocated', one, one.opened, worker === undefined);
    if (worker) {
      noteWorkers.add(worker);
    }
    const ratio = found.get('M28/changes') ?? { numerator: 0, denominator: 0, rows: [] };
    ratio.denominator = (ratio.denominator ?? 0) + 1;
    ratio.rows.push(`${one.id} ${one.opened} beside`);
    found.set('M28/changes', ratio);
    if ((Date.parse(to) - Date.parse(one.opened)) / 86_400_000 > 42) {
      const spoken = one.facts.some(
        (other) => other.fact === 'supervision-held' && other.day <= to && other.day > plusDays(to, -42),
      );
      add('M32/supervision', one, one.opened, spoken);
    }
  }
  let holder: string | undefined;
  for (const { worker, from: since } of beside.held(one.id)) {
    if (worker && holder && worker !== holder && inside(since)) {
      const ratio = found.get('M28/changes') ?? { numerator: 0, denominator: 0, rows: [] };
      ratio.numerator += 1;
      ratio.rows.push(row(one, since, true));
      found.set('M28/changes', ratio);
    }
    holder = worker ?? holder;
  }
}
