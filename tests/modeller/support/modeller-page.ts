import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { startEditorServer, type EditorServer } from './editor-server.ts';

export { redesigned } from './editor-server.ts';

export interface ModellerPage {
  open: (files: Record<string, string>, width?: number) => Promise<{ page: Page; problems: string[] }>;
}

/** The editor alone on a page, in the browser of the tests. */
export function modellerPage(): ModellerPage {
  let server: EditorServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await startEditorServer();
    browser = await chromium.connect(inject('browser'));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return {
    async open(files, width = 1280) {
      server.files = files;
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.stack ?? error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      await page.goto(server.url);
      await page.waitForSelector('pathway-panel h2');
      return { page, problems };
    },
  };
}
