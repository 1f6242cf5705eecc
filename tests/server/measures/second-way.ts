import { day, plusDays, plusMonths, workingDays, type Fact, type Told } from './read-history.ts';

/** What history does not say, noted as it was done: who held the family, and scores in its map. */
export interface Beside {
  born(child: string): string | undefined;
  expected(child: string): string | undefined;
  /** who held the episode, from which day on */
  held(episode: string): { worker?: string; from: string }[];
  /** how many scores of the child stood in the map, from which day on */
  scales(episode: string): { on: string; count: number }[];
}

export interface Tally {
  numerator: number;
  denominator?: number;
  rows: string[];
  bands?: Record<string, number>;
  median?: number;
}

/** Every figure of M1 to M32 by plain loops: by measure and figure. */
export function secondWay(
  told: Told[],
  { from, to, today, children }: { from: string; to: string; today: string; children: number },
  beside: Beside,
): Map<string, Tally> {
  const found = new Map<string, Tally>();
  const row = (one: Told, on: string, counted: boolean): string =>
    `${one.id} ${on} ${counted ? 'counts' : ''}`;
  const add = (id: string, one: Told, on: string, counted: boolean, share = true): void => {
    const known = found.get(id) ?? { numerator: 0, rows: [], ...(share ? { denominator: 0 } : {}) };
    if (counted) known.numerator += 1;
    if (share) known.denominator = (known.denominator ?? 0) + 1;
    known.rows.push(row(one, on, counted));
    found.set(id, known);
  };
  const band = (id: string, name: string): void => {
    const known = found.get(id);
    if (!known) throw new Error(`nothing is counted in ${id}`);
    known.bands = { ...known.bands, [name]: (known.bands?.[name] ?? 0) + 1 };
  };
  const rated = (id: string): void => {
    const known = found.get(id);
    if (known) known.denominator = children;
  };
  const inside = (on: string): boolean => on >= from && on <= to;
  const byChild = new Map<string, Told[]>();
  for (const one of told) byChild.set(one.child, [...(byChild.get(one.child) ?? []), one]);
  const every = (one: Told): Fact[] => (byChild.get(one.child) ?? []).flatMap(({ facts }) => facts);
  const lengths = new Map<string, number[]>();
  const length = (id: string, value: number): void =>
    void lengths.set(id, [...(lengths.get(id) ?? []), value]);

  /** the last of these on or before a day */
  const lastOf = (one: Told, names: string[], on: string): Fact | undefined => {
    let last: Fact | undefined;
    for (const fact of one.facts) if (names.includes(fact.fact) && fact.day <= on) last = fact;
    return last;
  };
  /** those from a day on, before the counted thing happens again */
  const following = (one: Told, at: Fact, again: string[]): Fact[] => {
    const end = one.facts.find((other) => other.day > at.day && again.includes(other.fact))?.day ?? '9999';
    return one.facts.filter((other) => other.day >= at.day && other.day < end);
  };
  const sameDay = (one: Told, on: string, ...names: string[]): boolean =>
    one.facts.some((other) => other.day === on && names.includes(other.fact));
  /** the first since the last of `since` before a day */
  const firstSince = (one: Told, name: string, since: string[], on: string): Fact | undefined => {
    let began = '';
    for (const other of one.facts) if (other.day < on && since.includes(other.fact)) began = other.day;
    return one.facts.find((other) => other.fact === name && other.day >= began && other.day <= on);
  };
  const times = (one: Told, start: string, ends: string[]): [string, string | undefined][] => {
    const spans: [string, string | undefined][] = [];
    let since = '';
    for (const { fact, day: on } of one.facts) {
      if (since && ends.includes(fact) && !(fact === start && on === since)) {
        spans.push([since, on]);
        since = '';
      }
      if (fact === start && !since) since = on;
    }
    if (since) spans.push([since, one.closed]);
    return spans;
  };
  const openAt = (one: Told, start: string, ends: string[], on = to): string | undefined => {
    for (const [since, until] of times(one, start, ends))
      if (since <= on && (!until || until > on)) return since;
    return undefined;
  };
  const overMonths = (a: string, b: string, count: number): boolean => b > plusMonths(a, count);
  const unborn = (one: Told, on: string): boolean => {
    const born = beside.born(one.child);
    return born ? born > on : beside.expected(one.child) !== undefined;
  };
  const conferences = ['initial-conference-held', 'review-held'];
  const ended = ['initial-conference-held', 'conference-not-required', 'case-closed'];
  const noteWorkers: Set<string> = new Set();
  let allocated = 0;

  for (const one of told) {
    for (const at of one.facts) {
      if (at.fact === 'referral-received' && inside(at.day)) {
        add('M1/referrals', one, at.day, true, false);
        add('M1/rate', one, at.day, true);
        add('M25/started', one, at.day, true, false);
        const earlier = every(one).some(
          (other) =>
            other.fact === 'referral-received' && other.day < at.day && other.day > plusMonths(at.day, -12),
        );
        add('M2/re-referred', one, at.day, earlier);
        const after = following(one, at, ['referral-received']);
        add(
          'M4/nfa',
          one,
          at.day,
          after.some((other) => other.fact === 'referral-no-further-action'),
        );
        const notInNeed = (other: Fact): boolean =>
          other.fact === 'case-closed' && (other.value === 'RC8' || other.value === 'RC9');
        add('M5/not-in-need', one, at.day, after.some(notInNeed));
      }
      if (at.fact === 'referral-decided' && inside(at.day)) {
        const received = lastOf(one, ['referral-received'], at.day);
        if (received) add('M3/in-time', one, at.day, workingDays(received.day, at.day) <= 1);
      }
      if (at.fact === 'assessment-authorised' && inside(at.day)) {
        add('M6/completed', one, at.day, true, false);
        const start = lastOf(one, ['assessment-started'], at.day);
        const referred = lastOf(one, ['referral-received'], at.day);
        if (start) {
          const took = workingDays(start.day, at.day);
          add('M7/from-start', one, at.day, took <= 45);
          length('M7/from-start', took);
          band('M7/from-start', assessmentBand(took));
        }
        if (referred) add('M7/from-referral', one, at.day, workingDays(referred.day, at.day) <= 45);
        if (start && !unborn(one, at.day)) {
          const seen = (name: string): boolean =>
            one.facts.some((other) => other.fact === name && other.day >= start.day && other.day <= at.day);
          add('M9/seen', one, at.day, seen('child-seen'));
          add('M9/seen-alone', one, at.day, seen('child-seen-alone'));
        }
      }
      if (at.fact === 'strategy-discussion-held' && inside(at.day)) {
        add('M10/enquiry', one, at.day, at.value === 'section-47-joint' || at.value === 'section-47-single');
        add('M10/quorate', one, at.day, sameDay(one, at.day, 'strategy-discussion-quorate'));
      }
      if (at.fact === 'enquiry-started' && inside(at.day)) {
        add('M11/enquiries', one, at.day, true, false);
        add('M11/rate', one, at.day, true);
        const ratio = found.get('M12/to-conference') ?? { numerator: 0, denominator: 0, rows: [] };
        ratio.denominator = (ratio.denominator ?? 0) + 1;
        ratio.rows.push(`${one.id} ${at.day} beside`);
        found.set('M12/to-conference', ratio);
      }
      if (at.fact === 'enquiry-completed' && inside(at.day)) add('M12/outcomes', one, at.day, true, false);
      if (at.fact === 'initial-conference-held' && inside(at.day)) {
        const ratio = found.get('M12/to-conference') ?? { numerator: 0, denominator: 0, rows: [] };
        ratio.numerator += 1;
        ratio.rows.push(row(one, at.day, true));
        found.set('M12/to-conference', ratio);
        const began = firstSince(one, 'enquiry-started', ended, at.day);
        const notice = firstSince(
          one,
          'transfer-in-notified',
          ['initial-conference-held', 'case-closed'],
          at.day,
        );
        if (began) {
          const took = workingDays(began.day, at.day);
          add('M13/in-time', one, at.day, took <= 15);
          length('M13/in-time', took);
        } else if (notice) add('M13/transfer-in', one, at.day, workingDays(notice.day, at.day) <= 15);
        add('M14/plan', one, at.day, sameDay(one, at.day, 'plan-started'));
      }
      if (at.fact === 'plan-started' && inside(at.day)) {
        add('M15/started', one, at.day, true, false);
        const before = every(one).some((other) => other.fact === 'plan-started' && other.day < at.day);
        add('M17/ever', one, at.day, before || sameDay(one, at.day, 'earlier-plans-known'));
        const lately = every(one).some(
          (other) => other.fact === 'plan-ended' && other.day < at.day && other.day > plusMonths(at.day, -24),
        );
        add('M17/two-years', one, at.day, lately);
        const met = following(one, at, ['plan-started']).some(
          (other) => other.fact === 'core-group-held' && workingDays(at.day, other.day) <= 10,
        );
        if (met || workingDays(at.day, today) > 10) add('M21/first', one, at.day, met);
      }
      if (at.fact === 'plan-ended' && inside(at.day)) {
        add('M15/ended', one, at.day, true, false);
        const start = lastOf(one, ['plan-started'], at.day);
        if (start) {
          add('M19/two-years', one, at.day, at.day >= plusMonths(start.day, 24));
          add('M19/three-months', one, at.day, at.day <= plusMonths(start.day, 3));
        }
        add(
          'M30/looked-after',
          one,
          at.day,
          at.value === 'looked-after' || sameDay(one, at.day, 'became-looked-after'),
        );
      }
      if (at.fact === 'plan-category-changed' && inside(at.day)) add('M16/changes', one, at.day, true, false);
      if (conferences.includes(at.fact) && inside(at.day)) {
        const shared = firstSince(one, 'report-shared', [...conferences, 'case-closed'], at.day);
        add('M23/report', one, at.day, shared !== undefined && workingDays(shared.day, at.day) >= 2);
        const sent = (name: string, most: number): boolean =>
          following(one, at, conferences).some(
            (other) => other.fact === name && workingDays(at.day, other.day) <= most,
          );
        for (const [id, name, most] of [
          ['letter', 'decision-letter-sent', 1],
          ['minutes', 'minutes-sent', 15],
        ] as const) {
          const inTime = sent(name, most);
          if (inTime || workingDays(at.day, today) > most) add(`M23/${id}`, one, at.day, inTime);
        }
        add('M24/family', one, at.day, sameDay(one, at.day, 'family-took-part'));
        add('M24/quorate', one, at.day, sameDay(one, at.day, 'conference-quorate'));
      }
      if (at.fact === 'child-took-part' && inside(at.day) && at.value !== 'PN0') {
        add('M24/child', one, at.day, at.value !== 'PN7');
      }
      if (at.fact === 'case-closed' && inside(at.day)) {
        add('M27/closed', one, at.day, true, false);
        band('M27/closed', at.value);
      }
      const steps = [
        'assessment-authorised',
        'child-in-need-plan-reviewed',
        'initial-conference-held',
        'review-held',
      ];
      if (steps.includes(at.fact) && (at.value === 'early-help' || at.value === 'end-early-help')) {
        if (inside(at.day)) add('M27/stepped-down', one, at.day, true, false);
        if (at.day >= plusMonths(from, -12) && at.day <= plusMonths(to, -12)) {
          const back = every(one).some(
            (other) =>
              other.fact === 'referral-received' && other.day > at.day && other.day <= plusMonths(at.day, 12),
          );
          add('M27/back', one, at.day, back);
        }
      }
      if (at.fact === 'child-returned' && inside(at.day)) {
        const after = following(one, at, ['child-returned']);
        const held = after.find((other) => other.fact === 'return-interview-held');
        const hours = held ? (Date.parse(held.on) - Date.parse(at.on)) / 3_600_000 : Infinity;
        const long = (Date.parse(today) - Date.parse(at.day)) / 86_400_000 > 3;
        if (held || long) add('M31/in-time', one, at.day, hours <= 72);
        add(
          'M31/offered',
          one,
          at.day,
          after.some((other) => other.fact === 'return-interview-offered'),
        );
        add('M31/held', one, at.day, held !== undefined);
      }
      if (
        ['referral-decided', 'assessment-authorised', 'enquiry-completed', 'case-closed'].includes(at.fact) &&
        inside(at.day)
      ) {
        add(
          'M32/decisions',
          one,
          at.day,
          sameDay(one, at.day, 'decision-reasoned', 'management-oversight-recorded'),
        );
      }
    }

    // as at the last day
    const assessing = openAt(one, 'assessment-started', [
      'assessment-authorised',
      'case-closed',
      'referral-received',
    ]);
    if (assessing) add('M8/over', one, assessing, workingDays(assessing, to) > 45);
    const plan = openAt(one, 'plan-started', ['plan-ended']);
    if (plan) {
      add('M15/open', one, plan, true, false);
      add('M15/rate', one, plan, true);
      add('M16/categories', one, plan, true, false);
      band('M16/categories', lastOf(one, ['plan-started', 'plan-category-changed'], to)?.value ?? '');
      add('M18/two-years', one, plan, to >= plusMonths(plan, 24));
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
        allocated += 1;
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
  for (const id of ['M1/rate', 'M11/rate', 'M15/rate', 'M25/rate']) rated(id);
  const caseload = found.get('M28/caseload');
  if (caseload) Object.assign(caseload, { numerator: allocated, denominator: noteWorkers.size });
  for (const [id, all] of lengths) {
    const sorted = all.sort((a, b) => a - b);
    const [low, high] = [
      sorted[Math.ceil(sorted.length / 2) - 1] ?? 0,
      sorted[Math.floor(sorted.length / 2)] ?? 0,
    ];
    Object.assign(found.get(id) ?? {}, { median: (low + high) / 2 });
  }
  return found;
}

function assessmentBand(took: number): string {
  if (took === 0) return 'Same day';
  for (const [name, most] of [
    ['1 to 10 working days', 10],
    ['11 to 20', 20],
    ['21 to 30', 30],
    ['31 to 40', 40],
    ['41 to 45', 45],
    ['46 to 50', 50],
    ['51 to 60', 60],
  ] as const) {
    if (took <= most) return name;
  }
  return '61 or more';
}

function planBand(start: string, on: string): string {
  if (on <= plusMonths(start, 3)) return 'Up to 3 months';
  if (on <= plusMonths(start, 6)) return 'Over 3, up to 6 months';
  if (on < plusMonths(start, 12)) return 'Over 6 months, under a year';
  return on < plusMonths(start, 24) ? '1 year, under 2' : '2 years or more';
}

export { day };
