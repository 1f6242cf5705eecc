import { asAtDay } from './as-at-day.ts';
import { counting, type Asked, type Beside, type Tally } from './counting.ts';
import { assessmentBand } from './length-bands.ts';
import { plusMonths, workingDays, type Fact, type Told } from './read-history.ts';

/** Every figure of M1 to M32 by plain loops: by measure and figure. */
export function secondWay(told: Told[], asked: Asked, beside: Beside): Map<string, Tally> {
  const { from, to, today } = asked;
  const c = counting(told, asked, beside);
  const { found, row, add, band, rated, inside, every, lengths, length, lastOf, following, sameDay } = c;
  const { firstSince, unborn, conferences, ended, noteWorkers } = c;

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
    asAtDay(one, asked, beside, c);
  }
  for (const id of ['M1/rate', 'M11/rate', 'M15/rate', 'M25/rate']) rated(id);
  const caseload = found.get('M28/caseload');
  if (caseload) Object.assign(caseload, { denominator: noteWorkers.size });
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
