import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { addDays } from '#engine';
import { journeyServer, type JourneyServer } from './support/journey-server.ts';
import { look, photograph } from './support/look.ts';
import { completeForm, openFromQueue, type FormFilled } from './support/steps.ts';
import { signIn, signOut, visitor, type Visitor } from './support/visitor.ts';

let server: JourneyServer;
let visit: Visitor;
let broken = false;

beforeAll(async () => {
  server = await journeyServer('2026-09-01', '09:05');
  visit = await visitor(server.url);
});
beforeEach(({ skip }) => skip(broken, 'the journey ended before'));
afterEach(async ({ task }) => {
  broken ||= task.result?.state === 'fail';
  if (broken) await photograph(visit.page, 'where-it-failed');
  expect(server.faults, 'faults the server logged').toEqual([]);
  expect(visit.faults, 'faults of the pages').toEqual([]);
});
afterAll(async () => {
  await visit.leave();
  await server.close();
});

type Filled = Omit<FormFilled, 'hurry'> & {
  /** a child's name, where several tasks of the name are open */
  whose?: string;
  ahead?: Record<string, string>;
  choose?: Record<string, string>;
};

/** A person signs in at a London day and time, opens a task from the queue, fills it, completes it and goes. */
async function does(who: string, when: string, what: string, filled: Filled = {}): Promise<void> {
  const { page } = visit;
  const [day = '', time = ''] = when.split(' ');
  await server.moveTo(day, time);
  await signIn(page, who);
  await openFromQueue(page, what, filled.whose);
  await fills(filled);
  await signOut(page);
}

function fills({ ahead = {}, choose = {}, ...form }: Filled): Promise<void> {
  const day = server.today();
  const soon = Object.fromEntries(toCome.map((question) => [question, addDays(day, 7)]));
  const hurry = {
    day,
    time: '08:55',
    ahead: { ...soon, ...ahead },
    choose: { anonymous: 'no', visitFrequency: '10', ...choose },
  };
  return completeForm(visit.page, { ...form, hurry });
}

/** Questions about a day that is still to come. */
const toCome = [
  ...[
    'conferenceOn',
    'firstCoreGroupOn',
    'nextReviewOn',
    'nextOn',
    'nextCoreGroupOn',
    'nextVisitOn',
    'reviewOn',
  ],
  ...['nextSteps.byWhen', 'trajectory.expectedBy', 'enquiryPlan.byWhen'],
];

const both = (value: string): { Ella: string; Tom: string } => ({ Ella: value, Tom: value });

it('business support records a telephone call about two children', async () => {
  const { page } = visit;
  await page.goto('/');
  await page.getByRole('heading', { level: 1, name: 'Who would you like to be?' }).waitFor();
  await look(page, 'sign-in');
  await signIn(page, 'Priya Anand');
  await look(page, 'work-empty');
  await page.getByRole('link', { name: 'Record a contact' }).click();
  for (const [name, day] of [
    ['Ella Hartley', '3 4 2017'],
    ['Tom Hartley', '19 11 2020'],
  ] as const) {
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByRole('button', { name: 'Look' }).click();
    await page.getByRole('button', { name: /not on file|None of these/ }).click();
    const [date = '', month = '', year = ''] = day.split(' ');
    const form = page.locator('tl-new-child');
    await form.getByLabel('Day').fill(date);
    await form.getByLabel('Month').fill(month);
    await form.getByLabel('Year').fill(year);
    await form.getByRole('button', { name: 'Add this child' }).click();
  }
  await look(page, 'contact-new');
  await page.getByRole('button', { name: 'Start recording' }).click();
  await page.getByRole('heading', { level: 1, name: 'Record the contact' }).waitFor();
  await fills({
    given: { receivedAt: '2026-09-01 08:50' },
    picture: 'contact',
    happened: ['Screen the contact'],
  });
  await signOut(page);
});

it('the front door screens it and the manager decides on an assessment', async () => {
  await does('Gareth Pugh', '2026-09-01 11:00', 'Screen the contact', {
    given: { contactOutcome: both('referral') },
    next: ['Decide on the referral'],
    happened: ['Decide on the referral'],
    picture: 'screening',
  });
  await does('Marion Teal', '2026-09-01 14:00', 'Decide on the referral', {
    given: {
      referralOutcome: both('assessment'),
      primaryNeed: both('N1'),
      assessmentStartDate: both('2026-09-01'),
    },
    next: ['Write the assessment'],
    picture: 'decision',
  });
});

it('the manager gives the assessment to a social worker, who writes it', async () => {
  const { page } = visit;
  await signIn(page, 'Marion Teal');
  await page.getByRole('link', { name: /^Not yet allocated/ }).click();
  await page.getByRole('button', { name: 'Give: Write the assessment, Hartley' }).click();
  await page.getByLabel('Give “Write the assessment” for Hartley to').selectOption({ label: 'Ellie Marsh' });
  await page.locator('.tl-task__give').getByRole('button', { name: 'Give' }).click();
  await page.getByText('Given to Ellie Marsh: Write the assessment').waitFor({ state: 'attached' });
  await signOut(page);
  await does('Ellie Marsh', '2026-09-09 10:00', 'Write the assessment', {
    given: { assessmentOutcome: both('strategy-discussion') },
    picture: 'assessment',
  });
});

it('the harm found leads to a strategy discussion and an enquiry', async () => {
  await does('Ruth Okafor', '2026-09-10 09:30', 'Authorise the assessment', {
    given: { authorisation: 'authorise' },
    next: ['Hold the strategy discussion'],
    picture: 'authorise',
  });
  await does('Ruth Okafor', '2026-09-10 15:00', 'Hold the strategy discussion', {
    given: {
      heldOn: '2026-09-10',
      attendance: [
        { name: 'Ruth Okafor', agency: 'social-care', attended: 'in-person' },
        { name: 'DS Priti Rao', agency: 'police', attended: 'online' },
        { name: 'Dr Amal Said', agency: 'health', attended: 'phone' },
      ],
      thresholdMet: both('yes'),
      strategyDecision: both('section-47-joint'),
    },
    next: ['Carry out the enquiry'],
    picture: 'strategy',
  });
  await does('Ellie Marsh', '2026-09-16 15:00', 'Carry out the enquiry', {
    given: { substantiated: both('continuing-risk'), enquiryOutcome: both('initial-conference') },
    picture: 'enquiry',
  });
  await does('Ruth Okafor', '2026-09-17 09:00', 'Authorise the enquiry', {
    given: { authorisation: 'authorise' },
    next: ['Book the conference'],
  });
});

it('the report is written, agreed and shared while the conference is booked', async () => {
  await does('Hilary Snow', '2026-09-17 11:00', 'Book the conference', {
    given: { conferenceOn: '2026-09-25' },
    picture: 'book',
  });
  await does('Ellie Marsh', '2026-09-18 11:00', 'Write the report', {
    given: { recommendation: { Ella: 'protection-plan', Tom: 'child-in-need' } },
    picture: 'report',
  });
  await does('Ruth Okafor', '2026-09-21 09:00', 'Authorise the report', {
    given: { authorisation: 'authorise' },
  });
  await does('Ellie Marsh', '2026-09-22 15:00', 'Share the report with the family', {});
});

it('the conference makes a plan for one child, and the other part ways', async () => {
  await does('Joan Aldridge', '2026-09-25 13:00', 'Hold the conference', {
    given: {
      threshold: { Ella: 'yes', Tom: 'no' },
      conferenceDecision: { Ella: 'protection-plan', Tom: 'child-in-need' },
      category: { Ella: 'NEG' },
      firstCoreGroupOn: '2026-10-06',
      firstReviewOn: '2026-12-14',
    },
    picture: 'conference',
  });
  await does('Hilary Snow', '2026-09-28 10:00', 'Send the decision letter', { picture: 'letter' });
});

it('each child has a plan, with core groups and visits', async () => {
  await does('Ellie Marsh', '2026-09-29 10:00', 'Write the plan', { picture: 'plan' });
  await does('Ellie Marsh', '2026-09-30 10:00', 'Write the child in need plan', { picture: 'cin-plan' });
  await does('Ellie Marsh', '2026-10-02 16:00', 'Visit the child', { whose: 'Ella', picture: 'visit' });
  await does('Ellie Marsh', '2026-10-06 14:00', 'Hold the core group', { picture: 'core-group' });
});

it('the review ends the protection plan', async () => {
  await does('Hilary Snow', '2026-11-05 10:00', 'Book the review', {
    given: { conferenceType: 'review', conferenceOn: '2026-12-10' },
  });
  await does('Ellie Marsh', '2026-11-30 10:00', 'Write the report', {
    given: { conferenceType: 'review', recommendation: { Ella: 'end-plan' } },
  });
  await does('Ruth Okafor', '2026-12-01 10:00', 'Authorise the report', {
    given: { authorisation: 'authorise' },
  });
  await does('Ellie Marsh', '2026-12-03 10:00', 'Share the report with the family', {});
  await does('Joan Aldridge', '2026-12-10 13:00', 'Hold the review', {
    given: {
      threshold: { Ella: 'no' },
      reviewDecision: { Ella: 'end-child-in-need' },
      endReason: { Ella: 'goals-met' },
    },
    picture: 'review',
  });
});

it('both children come to the end of their child in need plans together', async () => {
  await does('Ellie Marsh', '2026-12-14 10:00', 'Write the child in need plan', {});
  await does('Ellie Marsh', '2027-01-12 10:00', 'Review the plan', {
    given: { childInNeedDecision: both('close') },
    picture: 'cin-review',
  });
  await does('Ruth Okafor', '2027-01-14 10:00', 'Close the case', {
    given: { closureReason: both('RC7') },
    picture: 'closure',
  });
});
