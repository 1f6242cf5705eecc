import { sayCount } from '../words/lists.ts';

const days = (count: number): string => sayCount(count, 'working day', 'working days');

/** Words of the page on which a meeting is booked. */
export const booking = {
  which: 'Which meeting',
  change: 'Change',
  changeWhich: 'which meeting it is',
  about: 'For',
  due: 'By when',
  noDue: 'No clock runs for this meeting.',
  in: (count: number) => `in ${days(count)}`,
  lateBy: (count: number) => `${days(count)} late already`,
  before: (day: string, count: number) =>
    count === 0 ? `${day} is the day it is due.` : `${day} is ${days(count)} before it is due.`,
  after: (day: string, count: number) =>
    `${day} is ${days(count)} after it is due. The day it is due does not move; you are asked why when you finish.`,
  notWorking: (day: string) => `Nobody works on ${day}: choose another day.`,
  clashes: 'Also on that day',
  whose: {
    chair: 'The chair has another meeting',
    worker: 'The family’s worker has another meeting',
    family: 'This family has another meeting',
  },
  at: (time: string) => `, ${time}`,
  noClashes:
    'Nothing else is booked that day for the chair, the worker or the family, as far as is known here.',
  planned: 'The family’s other days',
  plannedOn: {
    nextCoreGroupOn: 'Next core group',
    nextReviewOn: 'Next review',
    meetsAgainOn: 'Agreed when it was adjourned',
  },
  takeDay: (day: string) => `Take ${day}`,
  chairs: 'Colleagues who chair',
  needs: 'What people need to take part',
  noNeeds:
    'Nobody’s own page says that they need an interpreter or another way to take part. Ask all the same.',
  takeNeeds: 'Write these into the booking',
  invite: 'Who could be invited',
  inviteAll: 'Invite all of these',
  inviteNamed: (name: string) => `Invite ${name}`,
  afterwards:
    'When it is finished, the invitation can be printed from the record, for the family and in plain words.',
  back: 'Open it as the ordinary form',
  check: 'Check it and book',
} as const;
