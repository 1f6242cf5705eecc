/** How far those went who were referred, enquired about or conferenced. */
export const funnel = {
  title: 'From referral to plan',
  lead: 'How many children of those referred came to an assessment or an enquiry, and how many of those enquired about or conferenced came to a plan. Each time counts; the days are calendar days, to tell what led to what, and no limit to keep.',
  back: 'Oversight',
  backToAll: 'From referral to plan',
  again: 'Counted anew.',
  print: 'Print this page',
  source: 'Source',
  chart: 'Who went on, of those who set out',
  ways: { went: 'Went on', recent: 'Too recent to say', no: 'Did not' },
  columns: {
    from: 'Who set out',
    way: 'How it went',
    share: 'Share',
    count: 'Children',
  },
  fewer: 'fewer than 6',
  tooFew: 'too few to show',
  within: (from: string, days: number) => `${from}, ${String(days)} days`,
  /** one sentence for each passage of the chart */
  wentOn: (went: string, all: string, from: string, days: number) =>
    `${went} of ${all} ${lower(from)} went on within ${String(days)} days`,
  few: (from: string) => `of ${lower(from)} there are too few to show`,
  nobody: (from: string) => `there were no ${lower(from)}`,
  finding: (parts: string, when: string) => `${parts.charAt(0).toUpperCase()}${parts.slice(1)}, ${when}.`,
  recent: (count: string) => `For ${count} the days are not over yet.`,
  drill: (way: string) => `Show the children: ${way}`,
  of: (passage: string, way: string) => `${passage}: ${lower(way)}`,
  all: 'everyone',
  setOut: (from: string, when: string) => `${from} ${when}, the latest first.`,
  csv: 'Download this list (CSV)',
  csvNumbers: 'Download the numbers (CSV)',
} as const;

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
