import { byTime, soonInWords, weekdayInWords as sayWeekday } from '#engine/browser';
import { sayDay } from '../words/dates.ts';

/** Words of the page of one's day. */
export const day = {
  title: 'Today',
  sayWeekday,
  saySoon: soonInWords,
  groups: {
    late: 'Late',
    today: 'For today',
    soon: 'The next seven days',
    waits: 'Others wait for you',
    later: 'Later',
  },
  noneToday: 'Nothing else is due today.',
  none: 'Nothing is due today.',
  noneSoon: (last: string) => `Nothing is due before ${sayWeekday(last)} is over.`,
  kinds: { see: 'To be seen', visit: 'Visit', meeting: 'Meeting', action: 'From the plan' },
  /** of what ends at an hour of another day */
  byTime,
  ofFamily: (family: string) => `, ${family}`,
  by: (on: string) => `At the latest on ${sayDay(on)}`,
  afterLast: (on: string) => `Too late: it had to be by ${sayDay(on)}`,
  booked: (on: string, time?: string) =>
    `Booked for ${sayDay(on)}${time ? ` at ${time}` : ''}: nothing is recorded of it yet`,
  at: (place: string) => `Where: ${place}`,
  lastSeen: (on: string) => `Last seen on ${sayDay(on)}`,
  notSeen: 'Not seen yet, as far as it is recorded',
  covering: (name: string) => `Covering for ${name}`,
  minutes: 'You take the minutes',
  noDay: 'No day is known',
  sometime: 'No time given',
  authorise: (name = 'A colleague') => `${name} waits for your decision`,
  returned: (name: string | undefined) =>
    name ? `${name} sent it back to you` : 'It was opened again for you',
  free: 'Nobody has it yet: it could be yours to decide',
  escalated: (name: string, when: string) => `${name} took it further to you on ${when}`,
  family: 'The family',
  allEscalations: (count: number) => `All ${String(count)} taken further`,
  allAuthorisations: (count: number) => `All ${String(count)} to be authorised`,
  more: (count: number) => `Show ${String(count)} more`,
  later: (count: number) => `Later, or without a day (${String(count)})`,
  changed: 'What changed in your families',
  since: (when: string) => `What others did since ${when}.`,
  noChanges: (when: string) => `Nobody else has done anything in them since ${when}.`,
  latest: (shown: number, count: number) => `The latest ${String(shown)} of ${String(count)}.`,
  away: 'I have seen these',
  isAway: 'Put away. What changes from now on will stand here.',
  work: (count: number) => (count === 1 ? '1 task in all' : `${String(count)} tasks in all`),
  toWork: 'My work',
  toTake: 'Waiting to be taken',
} as const;
