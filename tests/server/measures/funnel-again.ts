import { plusDays, type Told } from './read-history.ts';

/**
 * How far those went who set out, by plain loops over what a history tells: who was referred, who came to an enquiry,
 * who came to a conference. Each is named by episode, day, way and days.
 */
export function funnelAgain(
  told: Told[],
  { from, to, today }: { from: string; to: string; today: string },
): Map<string, string[]> {
  const referral: string[] = [];
  const enquiry: string[] = [];
  const conference: string[] = [];
  for (const one of told) {
    const soonest = (name: string, since: string, days: number): number | undefined => {
      for (let after = 0; after <= days; after += 1) {
        const on = plusDays(since, after);
        for (const other of one.facts) if (other.fact === name && other.day === on) return after;
      }
      return undefined;
    };
    const open = (since: string, days: number): string =>
      plusDays(since, days) >= today ? 'too-recent' : 'no';
    for (const { fact, day } of one.facts) {
      if (day < from || day > to) continue;
      if (fact === 'referral-received') {
        const assessed = soonest('assessment-started', day, 30);
        const enquired = soonest('enquiry-started', day, 30);
        let way = open(day, 30);
        if (assessed !== undefined) way = enquired === undefined ? 'assessment' : 'assessment+enquiry';
        else if (enquired !== undefined) way = 'enquiry';
        const first = Math.min(assessed ?? Infinity, enquired ?? Infinity);
        referral.push(`${one.id} ${day} ${way} ${first === Infinity ? 'undefined' : String(first)}`);
      }
      if (fact === 'enquiry-started' || fact === 'initial-conference-held') {
        const days = fact === 'enquiry-started' ? 60 : 45;
        const planned = soonest('plan-started', day, days);
        const way = planned === undefined ? open(day, days) : 'plan';
        (fact === 'enquiry-started' ? enquiry : conference).push(
          `${one.id} ${day} ${way} ${String(planned)}`,
        );
      }
    }
  }
  return new Map([
    ['referral', referral],
    ['enquiry', enquiry],
    ['conference', conference],
  ]);
}
