import { chromium } from 'playwright-core';
import { browserOptions } from '../journeys/support/browser-server.ts';
import { startEditorServer } from '../modeller/support/editor-server.ts';
import '../modeller/support/page-types.ts';
import { figure } from './figure.ts';
import type { Figure } from './figure.ts';
import { Latencies } from './latencies.ts';

const TIMES = 5;

/** The shipped drawing, of more than 200 elements, opened in the editor; and one pass of the drawing's rules over it. */
export async function measureModeller(): Promise<Figure[]> {
  const server = await startEditorServer();
  const browser = await chromium.launch(await browserOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(server.url);
    await page.waitForSelector('pathway-panel h2');
    const [opening, checking] = [new Latencies(), new Latencies()];
    const { elements, ways } = await page.evaluate(() => window.inPage.timeToCheck());
    for (let time = 0; time < TIMES; time += 1) {
      opening.add(await page.evaluate(() => window.inPage.timeToOpen()));
      checking.add((await page.evaluate(() => window.inPage.timeToCheck())).took);
    }
    const what = `${String(elements)} elements, ${String(ways)} ways; median of ${String(TIMES)}`;
    return [
      figure('opening the drawing', opening.at(0.5) / 1000, 's', `${what} (goal: under 2 s)`),
      figure('a pass of the rules', checking.at(0.5), 'ms', `${what} (goal: under 300 ms)`),
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
