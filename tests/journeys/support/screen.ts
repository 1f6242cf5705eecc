import type { FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import { buildApp } from '../../../server/app.ts';
import { Workplace, type Who } from '../../server/support/workplace.ts';
import { capture } from './look.ts';
import { visitor, type Visitor } from './visitor.ts';

/** Names of a workplace that stand on pages people look at. */
const called: Record<Who, string> = {
  ...{ bea: 'Hilary Snow', fay: 'Gareth Pugh', tia: 'Ruth Okafor', tom: 'Denise Coyle', sam: 'Ellie Marsh' },
  ...{ kim: 'Kwame Boateng', cyd: 'Joan Aldridge', sue: 'Margaret Vance', hal: 'Frances Holm' },
};

/** A workplace with its pages, and a screen that its people sit down at one after the other. */
export class Screen {
  declare place: Workplace;
  declare visit: Visitor;
  declare private app: FastifyInstance;

  async open(): Promise<void> {
    this.place = await Workplace.open({ called });
    const { store, clock, versions } = this.place.server;
    this.app = await buildApp({
      ...{ store, clock, versions, secure: false, version: '0.0.0', pages: inject('pages') },
      ...{ trustProxy: false, logLevel: 'silent' },
    });
    await this.app.listen({ port: 0, host: '127.0.0.1' });
    this.visit = await visitor(this.app.listeningOrigin);
  }

  async close(): Promise<void> {
    await this.visit?.leave();
    await this.app?.close();
    await this.place.close();
  }

  /** Time goes on to this moment. */
  until(moment: string): void {
    const { clock } = this.place.server;
    clock.pass((Date.parse(moment) - Date.parse(clock.now())) / 1000);
  }

  /** Somebody sits down, who has signed in, and opens an address. */
  async at(who: Who, path: string): Promise<Page> {
    const { context, page } = this.visit;
    const [name = '', value = ''] = (await this.place.as(who)).cookie().split('=');
    await context.addCookies([{ name, value, url: this.app.listeningOrigin }]);
    await page.goto(path);
    await shown(page);
    return page;
  }
}

/** What the page loads is there. */
export async function shown(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  await page.locator('.tl-loading').first().waitFor({ state: 'detached' });
}

/** Opens a workplace before the tests of a file, prepares it, and closes it after; a test that fails ends the journey. */
export function screenOf(prepare: (place: Workplace) => Promise<void>): Screen {
  const screen = new Screen();
  let broken = false;
  beforeAll(async () => {
    await screen.open();
    await prepare(screen.place);
  });
  beforeEach(({ skip }) => skip(broken, 'the journey ended before'));
  afterEach(async ({ task }) => {
    broken ||= task.result?.state === 'fail';
    if (broken) await capture(screen.visit.page, `failed-${task.file.name.replaceAll(/\W+/g, '-')}`);
    expect(screen.visit.faults, 'faults of the pages').toEqual([]);
  });
  afterAll(() => screen.close());
  return screen;
}
