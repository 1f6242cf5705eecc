import { expect, it } from 'vitest';
import { startContact } from './support/contact.ts';
import { withPassword } from './support/journey-server.ts';
import { look, lookBothWidths } from './support/look.ts';
import { officeOpenFrom } from './support/office.ts';
import { giveTask, openFromQueue } from './support/steps.ts';
import { signIn, signOut } from './support/visitor.ts';

/** From a telephone call about Ella and Tom to the end of her protection plan and of his child in need plan. */
const office = officeOpenFrom('2026-09-01 09:05');

const both = (value: string): { Ella: string; Tom: string } => ({ Ella: value, Tom: value });

/** The manager's board, open beside whoever works: what stands in a column, once it stands there by itself. */
async function onTheBoard(stage: string, ...names: string[]): Promise<void> {
  const { page } = office.beside;
  const column = page.locator('.tl-board__column').filter({
    has: page.getByRole('heading', { name: stage, exact: true }),
  });
  for (const name of names) await column.getByText(name).first().waitFor();
}

async function openBoard(): Promise<void> {
  await signIn(office.beside.page, 'Ruth Okafor');
  await office.beside.page.getByRole('link', { name: 'Cases by stage' }).click();
}

it('a telephone call about two children is recorded by business support', async () => {
  const { page } = office.visit;
  await page.goto('/');
  await page.getByRole('heading', { level: 1, name: 'Who would you like to be?' }).waitFor();
  await lookBothWidths(page, 'sign-in');
  await page.getByLabel('Username').fill(withPassword.id);
  await page.getByLabel('Password', { exact: true }).fill(withPassword.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('Nothing is waiting for you.').waitFor();
  await look(page, 'work-empty');
  await startContact(page, [
    ['Ella Hartley', '3 4 2017'],
    ['Tom Hartley', '19 11 2020'],
  ]);
  await office.fills({
    given: {
      receivedAt: '2026-09-01 08:50',
      referralSource: '2A',
      referrerName: 'Mrs Dunmore',
      referrerRole: 'Head teacher',
      referrerContact: '01632 960 114, after three',
      network: [
        { personId: 'new: Kerry Hartley', relationshipToEachChild: 'Mum of both', livesInHousehold: 'yes' },
      ],
      whatWorriesYou:
        'Ella came to school in yesterday’s clothes again and fell asleep in class. She says Mum “was on the floor and wouldn’t wake up”. She had made toast for Tom.',
      whatIsGoingWell: 'Ella is at school every day and asks for help. Gran lives round the corner.',
    },
    happened: ['Screen the contact'],
    picture: 'contact',
  });
  await signOut(page);
});

it('the front door screens it, and the manager decides on an assessment and gives it to a social worker', async () => {
  await office.does('Gareth Pugh', '2026-09-01 11:00', 'Screen the contact', {
    given: { contactOutcome: both('referral') },
    next: ['Decide on the referral'],
    happened: ['Decide on the referral'],
  });
  const { page } = office.visit;
  await office.clock('2026-09-01 14:00');
  await signIn(page, 'Marion Teal');
  await openFromQueue(page, 'Decide on the referral');
  await office.fills({
    given: { referralOutcome: both('assessment'), assessmentStartDate: both('2026-09-01') },
    next: ['Write the assessment'],
    happened: ['Write the assessment'],
    picture: 'decision',
  });
  await page.getByRole('link', { name: 'Back to my work' }).click();
  await giveTask(page, 'Write the assessment', 'Hartley', 'Ellie Marsh');
  await signOut(page);
});

it('a sentence half written is still there after the server went down and came back', async () => {
  const { page } = office.visit;
  await office.clock('2026-09-02 16:40');
  await signIn(page, 'Ellie Marsh');
  await openFromQueue(page, 'Write the assessment');
  await page.getByRole('link', { name: 'What life is like' }).click();
  const day = page.locator('tl-question[data-key="childsDay"]');
  await day.getByRole('textbox').pressSequentially('Ella is up first. She makes toast for Tom and');
  await day.getByText('Saved 16:40').waitFor();
  await office.server.stop();
  await office.server.start();
  await page.reload();
  await page.getByRole('heading', { level: 2, name: 'What life is like' }).waitFor();
  // what the open page asked of the server that was going down
  office.visit.forgive();
  expect(await day.getByRole('textbox').inputValue()).toBe('Ella is up first. She makes toast for Tom and');
  await signOut(page);
});

it('the harm found in the assessment leads to a strategy discussion and an enquiry', async () => {
  await office.does('Ellie Marsh', '2026-09-09 10:00', 'Write the assessment', {
    given: {
      childsDay: 'Ella is up first. She makes toast for Tom and walks him to nursery before school.',
      assessmentOutcome: both('strategy-discussion'),
    },
    picture: 'assessment',
  });
  await office.does('Ruth Okafor', '2026-09-10 09:30', 'Authorise the assessment', {
    given: { authorisation: 'authorise' },
    next: ['Hold the strategy discussion'],
  });
  await office.does('Ruth Okafor', '2026-09-10 15:00', 'Hold the strategy discussion', {
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
  });
  await office.does('Ellie Marsh', '2026-09-16 15:00', 'Carry out the enquiry', {
    given: { substantiated: both('continuing-risk'), enquiryOutcome: both('initial-conference') },
  });
  await office.clock('2026-09-17 09:00');
  await openBoard();
  await onTheBoard('Section 47 enquiry', 'Hartley', 'Ella', 'Tom');
  await office.does('Ruth Okafor', '2026-09-17 09:10', 'Authorise the enquiry', {
    given: { authorisation: 'authorise' },
    next: ['Book the conference', 'Write the report'],
  });
  await onTheBoard('Initial conference', 'Hartley', 'Ella', 'Tom');
  await signOut(office.beside.page);
});

it('the conference is booked while the report is written, agreed and shared', async () => {
  await office.does('Hilary Snow', '2026-09-17 11:00', 'Book the conference', {
    given: { conferenceType: 'initial', conferenceOn: '2026-09-25' },
  });
  await office.does('Ellie Marsh', '2026-09-18 11:00', 'Write the report', {
    given: {
      conferenceType: 'initial',
      recommendation: { Ella: 'protection-plan', Tom: 'child-in-need' },
      recommendedCategory: { Ella: 'NEG' },
    },
    picture: 'report',
  });
  await office.does('Ruth Okafor', '2026-09-21 09:00', 'Authorise the report', {
    given: { authorisation: 'authorise' },
  });
  await office.does('Ellie Marsh', '2026-09-22 15:00', 'Share the report with the family');
});

it('at the conference the children part ways, and the manager’s board shows it by itself', async () => {
  await office.clock('2026-09-25 12:50');
  await openBoard();
  await office.does('Joan Aldridge', '2026-09-25 13:00', 'Hold the conference', {
    given: {
      conferenceType: 'initial',
      threshold: { Ella: 'yes', Tom: 'no' },
      conferenceDecision: { Ella: 'protection-plan', Tom: 'child-in-need' },
      category: { Ella: 'NEG' },
      firstCoreGroupOn: '2026-10-06',
      firstReviewOn: '2026-12-14',
    },
    next: ['Write the plan', 'Write the child in need plan'],
    happened: ['Child protection plan', 'Child in need plan'],
    picture: 'conference',
  });
  await onTheBoard('Child protection plan', 'Hartley', 'Ella');
  await onTheBoard('Child in need plan', 'Hartley', 'Tom');
  await lookBothWidths(office.beside.page, 'stages-one-family');
  await signOut(office.beside.page);
  await office.does('Hilary Snow', '2026-09-28 10:00', 'Send the decision letter', { picture: 'letter' });
});

it('each child has a plan of their own, with core groups and visits', async () => {
  await office.does('Ellie Marsh', '2026-09-29 10:00', 'Write the plan');
  await office.does('Ellie Marsh', '2026-09-30 10:00', 'Write the child in need plan');
  await office.does('Ellie Marsh', '2026-10-02 16:00', 'Visit the child', {
    whose: 'Ella',
    given: { visitKind: 'protection', childSeen: { Ella: 'seen-alone' } },
  });
  await office.does('Ellie Marsh', '2026-10-06 14:00', 'Hold the core group', { picture: 'core-group' });
});

it('the family’s page, timeline, records and people tell the same story', async () => {
  const { page } = office.visit;
  await signIn(page, 'Ellie Marsh');
  await page.getByRole('link', { name: 'Hartley' }).first().click();
  await page.locator('pathway-drawing svg').first().waitFor();
  await lookBothWidths(page, 'family');
  for (const view of ['People', 'Timeline', 'Records']) {
    await page.getByRole('link', { name: view, exact: true }).click();
    await page.locator('main h2').first().waitFor();
    await lookBothWidths(page, `family-${view.toLowerCase()}`);
  }
  await page
    .getByRole('link', { name: /conference/i })
    .first()
    .click();
  await page.getByRole('link', { name: 'Print, or save as a document' }).waitFor();
  await lookBothWidths(page, 'record');
  await page.getByRole('link', { name: 'Print, or save as a document' }).click();
  await page.locator('.tl-paper h1').waitFor();
  await look(page, 'record-print');
  await signOut(page);
});

it('the review ends the protection plan', async () => {
  await office.does('Hilary Snow', '2026-11-05 10:00', 'Book the review', {
    given: { conferenceType: 'review', conferenceOn: '2026-12-10' },
    again: true,
  });
  await office.does('Ellie Marsh', '2026-11-30 10:00', 'Write the report', {
    given: { conferenceType: 'review', recommendation: { Ella: 'end-plan' } },
    again: true,
  });
  await office.does('Ruth Okafor', '2026-12-01 10:00', 'Authorise the report', {
    given: { authorisation: 'authorise' },
    again: true,
  });
  await office.does('Ellie Marsh', '2026-12-03 10:00', 'Share the report with the family', { again: true });
  await office.does('Joan Aldridge', '2026-12-10 13:00', 'Hold the review', {
    given: {
      threshold: { Ella: 'no' },
      reviewDecision: { Ella: 'end-child-in-need' },
      endReason: { Ella: 'goals-met' },
    },
    next: ['Write the child in need plan'],
    picture: 'review',
  });
});

it('brother and sister come to the end together, in one task', async () => {
  await office.does('Ellie Marsh', '2026-12-14 10:00', 'Write the child in need plan', { again: true });
  await office.does('Ellie Marsh', '2027-01-12 10:00', 'Review the plan', {
    given: { childInNeedDecision: both('close') },
    next: ['Close the case'],
  });
  await office.clock('2027-01-14 09:50');
  await openBoard();
  await onTheBoard('Closure', 'Hartley', 'Ella', 'Tom');
  await office.does('Ruth Okafor', '2027-01-14 10:00', 'Close the case', {
    given: { closureReason: both('RC7') },
    picture: 'closure',
  });
  await office.beside.page.locator('main').getByText('Hartley').first().waitFor({ state: 'detached' });
});
