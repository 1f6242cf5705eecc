import { addDays } from '#engine';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { JourneyPlace } from './journey-place.ts';
import { journeyServer, type JourneyServer } from './journey-server.ts';
import { capture } from './look.ts';
import type { Hurry } from './other-hand.ts';
import { completeForm, openFromQueue, type FormFilled } from './steps.ts';
import { signIn, signOut, visitor, type Visitor } from './visitor.ts';

export interface Filled extends Omit<FormFilled, 'hurry'> {
  /** name of a child or family, where several tasks of the name are open */
  whose?: string;
}

/** Questions about a day that is still to come: a week from now, unless the journey says another. */
const toCome = [
  ...['conferenceOn', 'firstCoreGroupOn', 'nextReviewOn', 'nextOn', 'nextCoreGroupOn', 'nextVisitOn'],
  ...['reviewOn', 'nextSteps.byWhen', 'enquiryPlan.byWhen', 'trajectory.expectedBy'],
];
const choose = { anonymous: 'no', visitFrequency: '10', childParticipation: 'spoke' };

/** What somebody fills in who has to go on, on that day. */
export function hurryOn(day: string): Hurry {
  const ahead = Object.fromEntries(toCome.map((question) => [question, addDays(day, 7)]));
  return { day, time: '08:55', ahead, choose };
}

/** A server, and two screens that people share: what the tests of one file, which build on each other, work with. */
export class Office {
  declare server: JourneyServer;
  /** the screen that most is done on */
  declare visit: Visitor;
  /** a second screen, for somebody who works at the same time */
  declare beside: Visitor;

  async open(when: string, place?: JourneyPlace): Promise<void> {
    const [day = '', time = ''] = when.split(' ');
    this.server = await journeyServer(day, time, place);
    this.visit = await visitor(this.server.url);
    this.beside = await visitor(this.server.url);
  }

  async close(): Promise<void> {
    await this.visit.leave();
    await this.beside.leave();
    await this.server.close();
  }

  /** London day and time from now on, as '2026-09-01 09:05'. */
  clock(when: string): Promise<void> {
    const [day = '', time = ''] = when.split(' ');
    return this.server.moveTo(day, time);
  }

  /** A person signs in at that time, opens a task from the queue, fills it, completes it and goes. */
  async does(who: string, when: string, what: string, filled: Filled = {}): Promise<void> {
    const { page } = this.visit;
    await this.clock(when);
    await signIn(page, who);
    await openFromQueue(page, what, filled.whose);
    await this.fills(filled);
    await signOut(page);
  }

  /** Fills the form on the first screen, and completes it. */
  fills(form: Omit<FormFilled, 'hurry'>): Promise<void> {
    return completeForm(this.visit.page, { ...form, hurry: hurryOn(this.server.today()) });
  }
}

/** Opens an office before the tests of a file and closes it after; a test that fails ends the journey. */
export function officeOpenFrom(when: string, makePlace?: () => JourneyPlace): Office {
  const office = new Office();
  let broken = false;
  beforeAll(() => office.open(when, makePlace?.()));
  beforeEach(({ skip }) => skip(broken, 'the journey ended before'));
  afterEach(async ({ task }) => {
    broken ||= task.result?.state === 'fail';
    if (broken) await capture(office.visit.page, `failed-${task.file.name.replaceAll(/\W+/g, '-')}`);
    expect(office.server.faults, 'faults the server logged').toEqual([]);
    expect([...office.visit.faults, ...office.beside.faults], 'faults of the pages').toEqual([]);
  });
  afterAll(() => office.close());
  return office;
}
