import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Answers } from '#engine';
import { buildApp } from '../../server/app.ts';
import { toBooking, toConference } from '../server/support/to-conference.ts';
import { Workplace, days, type Family, type Who } from '../server/support/workplace.ts';
import { look, lookBothWidths } from './support/look.ts';
import { visitor, type Visitor } from './support/visitor.ts';

/** Four brothers and sisters, one with a name that no line holds. */
const siblings = [
  { first: 'Maximiliana-Josephine Oluwaseun', born: '2012-03-02' },
  { first: 'Ben', born: '2016-05-06' },
  { first: 'Cleo', born: '2021-05-06' },
  { first: 'Dot', born: '2025-02-06' },
];

describe('plans and meetings in the browser', () => {
  let place: Workplace;
  let app: FastifyInstance;
  let screen: Visitor;
  let [planned, meeting, booked]: Family[] = [];
  beforeAll(async () => {
    place = await Workplace.open();
    planned = await toConference(place, siblings);
    meeting = await toConference(place, siblings);
    booked = await toBooking(place, siblings);
    const decided = { conferenceDecision: ['protection-plan'], category: ['NEG'] };
    await place.complete(planned, 'cyd', 'hold-conference', decided, (answers: Answers) => {
      answers.answers['nextSteps'] = [
        { what: 'Go to the doctor', who: 'Dana Marsh', agency: 'family', byWhen: '2026-09-20' },
      ];
      answers.answers['safetyRules'] = [
        {
          rule: 'Gran comes at night',
          whoDoesWhat: 'Gran',
          whenTriggered: 'At once',
          howWeKnow: 'She rings',
        },
      ];
    });
    await place.give(meeting.id, 'hold-conference', 'cyd');
    await place.give(booked.id, 'book-conference', 'bea');
    place.server.clock.pass(days(14));
    const { store, clock, versions } = place.server;
    app = await buildApp({
      ...{ store, clock, versions, secure: false, version: '0.0.0', pages: inject('pages') },
      ...{ trustProxy: false, logLevel: 'silent' },
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
    screen = await visitor(app.listeningOrigin);
  });
  afterEach(() => expect(screen.faults).toEqual([]));
  afterAll(async () => {
    await screen?.leave();
    await app?.close();
    await place.close();
  });

  const open = async (who: Who, path: string) => {
    const [name = '', value = ''] = (await place.as(who)).cookie().split('=');
    await screen.context.addCookies([{ name, value, url: app.listeningOrigin }]);
    await screen.page.goto(path);
    await screen.page.locator('.tl-loading').first().waitFor({ state: 'detached' });
    await screen.page.locator('h1').waitFor();
    return screen.page;
  };

  it('a plan is worked through by keyboard: why it was not done is asked, what is done stays done', async () => {
    const page = await open('sam', `/families/${planned?.id ?? ''}/plan`);
    await lookBothWidths(page, 'plan');
    const item = page.locator('.tl-plan-item', { hasText: 'Go to the doctor' });
    await page
      .getByRole('button', { name: 'Not done, or no longer needed: Go to the doctor' })
      .press('Enter');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByText('Say why it was not done').waitFor();
    await look(page);
    screen.forgive();
    await page.getByLabel('What came of it').fill('The rash is gone');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.locator('summary', { hasText: 'Done, not done or no longer needed' }).press('Enter');
    await item.getByText('Not done', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'It was tested: Gran comes at night' }).press('Enter');
    await page.getByLabel('What happened').fill('Dad came home late');
    await page.getByLabel('Who did what').fill('Gran stayed until morning');
    await page.getByLabel('It held').press('Space');
    await look(page);
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    const rule = page.locator('.tl-plan-item', { hasText: 'Gran comes at night' });
    await rule.getByText(/Last tested on/).waitFor();
    expect(await rule.getByText('It held').first().isVisible()).toBe(true);
  });

  it('a conference is held on the screen: who is there is ticked, whether that is enough is said, and nothing is lost', async () => {
    const task = (await place.task(meeting?.id ?? '', 'hold-conference')).id;
    const page = await open('cyd', `/meetings/${task}`);
    const tick = (name: string, how: string) =>
      page.locator('.tl-came__person', { hasText: name }).getByLabel(how).press('Space');
    await tick('Dana Marsh', 'In the room');
    await tick('sam', 'By video');
    await page.getByText('There are not enough of us to decide.').waitFor();
    for (const [name, agency] of [
      ['Ms Okafor', 'school'],
      ['PC Lind', 'police'],
    ] as const) {
      await page.getByLabel('Name').fill(name);
      await page.locator('#came-agency').selectOption(agency);
      await page.getByRole('button', { name: 'Put them in the list' }).press('Enter');
      await page.locator('.tl-came__person', { hasText: name }).waitFor();
    }
    await page.getByText('There are enough of us to decide.').waitFor();
    await page
      .getByText(/^Saved/)
      .first()
      .waitFor();
    await lookBothWidths(page, 'meeting');
    await page.reload();
    await page.getByText('There are enough of us to decide.').waitFor();
    await page.getByRole('button', { name: 'What we decide for each child' }).press('Enter');
    await page.getByRole('heading', { level: 2, name: 'What we decide for each child' }).waitFor();
    const of = (child: string) => page.locator('.tl-child', { hasText: child });
    await of('Ben').first().getByLabel('A child protection plan', { exact: true }).press('Space');
    await of('Cleo').first().getByLabel('Adjourned: the conference meets again').press('Space');
    await page.getByText('When do we meet again?').waitFor();
    await page.getByRole('button', { name: 'Add a line for everyone who is here' }).press('Enter');
    await page.getByText('PC Lind').first().waitFor();
    await lookBothWidths(page, 'meeting-decisions');
    const kept = await place.server.store.list('documents', { kind: 'draft', owner: task }, { limit: 100 });
    expect(kept.rows.map(({ id }) => id.split('/')[1])).toEqual(
      expect.arrayContaining(['attendance', 'quorate']),
    );
  });

  it('a booking shows what a day means while it is chosen, and who may come is taken with one press', async () => {
    const task = (await place.task(booked?.id ?? '', 'book-conference')).id;
    const page = await open('bea', `/bookings/${task}`);
    const day = page.locator('[data-key="conferenceOn"]');
    for (const [part, value] of [
      ['Day', '25'],
      ['Month', '12'],
      ['Year', '2026'],
    ] as const) {
      await day.getByLabel(part).fill(value);
    }
    await page.getByText('Nobody works on 25 December 2026: choose another day.').waitFor();
    await page.getByText(/after it is due\. The day it is due does not move/).waitFor();
    await page.getByRole('button', { name: 'Invite all of these' }).press('Enter');
    await page.locator('[data-key="attendance"]').getByText('Dana Marsh').waitFor();
    await lookBothWidths(page, 'booking');
  });
});
