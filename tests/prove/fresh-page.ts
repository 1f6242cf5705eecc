/**
 * On a machine without a network: starts what was installed, and looks at its first page in a browser.
 * `node fresh-page.ts <folder of the clone>`; says what it saw as one line of JSON.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { browserOptions } from '../journeys/support/browser-server.ts';

const [clone = ''] = process.argv.slice(2);
const began = performance.now();
const reached = await fetch('https://registry.npmjs.org', { signal: AbortSignal.timeout(3000) }).then(
  () => true,
  () => false,
);
const env = { ...process.env, PORT: '0', DATA_DIR: `${clone}/data` };
const child = spawn('npm', ['start'], {
  cwd: clone,
  env,
  detached: true,
  stdio: ['ignore', 'pipe', 'inherit'],
});
let address = '';
for await (const line of createInterface({ input: child.stdout })) {
  address = /ready: (\S+)/.exec(line)?.[1] ?? '';
  if (address) break;
}
const browser = await chromium.launch(await browserOptions());
const page = await browser.newPage();
const failed: string[] = [];
page.on('requestfailed', (request) => failed.push(request.url()));
page.on('pageerror', (fault) => failed.push(fault.message));
await page.goto(address);
const heading = (await page.locator('h1').first().textContent()) ?? '';
const usable = await page.getByRole('button').or(page.getByRole('link')).count();
const seconds = (performance.now() - began) / 1000;
await browser.close();
// npm hands no signal on to what it started: the whole group ends
if (child.pid) process.kill(-child.pid, 'SIGTERM');
process.stdout.write(`${JSON.stringify({ reached, heading: heading.trim(), usable, failed, seconds })}\n`);
process.exit(0);
