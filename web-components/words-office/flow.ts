import { sayCount } from '../words/lists.ts';

/** How the work stood on another day, and how it goes from stage to stage. */
export const flow = {
  title: 'Cases by stage over time',
  back: 'Oversight',
  lead: 'The board at the end of another day beside today’s, how children went from stage to stage since, and how long they stay.',
  funnel: 'How far children go, from referral to plan',
  beside: 'Compare with',
  filters: 'Narrow what is shown',
  show: 'Show',
  dayMissing: 'Enter a day that has been.',
  team: 'Team',
  all: 'All',
  few: 'fewer than 6',
  stage: 'Stage',
  then: {
    title: (day: string) => `${day} and today`,
    columns: {
      now: 'Children today',
      then: 'Children then',
      families: 'Families today',
      late: 'Families past a timescale today',
      change: 'Change',
    },
    lateSays:
      'Past a timescale: one of a child’s timescales has passed, with or without a task for it. Cases by stage counts late tasks, so it can have fewer.',
    summary: (now: number, then: number, day: string) =>
      `${sayCount(now, 'child is', 'children are')} in a stage today; on ${day} ${then} were.`,
    chart: 'Children in each stage today',
  },
  went: {
    title: (day: string) => `Who went where since ${day}`,
    from: 'From',
    to: 'To',
    begun: 'Work began',
    ended: 'Work ended',
    children: 'Children',
    families: 'Families',
    none: 'Nobody went from one stage to another in this time.',
  },
  time: {
    title: 'How long children stay',
    lead: 'In days: half of the children stay no longer than the median, nine of ten no longer than the second number.',
    columns: {
      now: 'There now',
      median: 'Median so far',
      p90: '9 of 10 so far',
      left: 'Left since then',
      leftMedian: 'Median stay',
      leftP90: '9 of 10 stayed at most',
    },
    chart: 'Days in a stage, of children who left it: from the median to nine of ten',
    summary: (stage: string, median: number, p90: number, n: number) =>
      `The longest stay is in ${stage}: half of ${sayCount(n, 'child', 'children')} left within ${sayCount(median, 'day', 'days')}, nine of ten within ${p90}.`,
  },
  drill: (what: string) => `Show the children: ${what}`,
} as const;

/** Children behind a number. */
export const children = {
  back: 'Cases by stage over time',
  title: 'Children behind the number',
  lead: 'Children of families you may open, the longest first.',
  none: 'No child of a family you may open.',
  unnamed: (count: number) => `${sayCount(count, 'child is', 'children are')} counted here in all.`,
  columns: { child: 'Child', family: 'Family', since: 'Since', days: 'Days', worker: 'Worker' },
  caption: 'Children, the longest first',
  more: 'Show more',
} as const;
