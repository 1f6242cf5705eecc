import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, inject } from 'vitest';
import { readVersionFolder } from './version-folder.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** The editor as it is built, alone on a page, under the content security policy of the product. */
export interface ModellerPage {
  open: (files: Record<string, string>, width?: number) => Promise<{ page: Page; problems: string[] }>;
}

export function modellerPage(): ModellerPage {
  let dist = '';
  let server: Server;
  let browser: Browser;
  let served = '{}';
  beforeAll(async () => {
    dist = await mkdtemp(join(tmpdir(), 'modeller-'));
    await build({
      ...{
        root: join(root, 'tests/modeller/support'),
        configFile: join(root, 'vite.config.ts'),
        logLevel: 'error',
      },
      css: {
        preprocessorOptions: { scss: { loadPaths: [root, join(root, 'node_modules')], quietDeps: true } },
      },
      build: {
        ...{ outDir: dist, emptyOutDir: true },
        rolldownOptions: { input: join(import.meta.dirname, 'page.html') },
      },
    });
    server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://page').pathname;
      response.setHeader('content-security-policy', policy);
      if (path === '/files.json') return void response.end(served);
      const wanted = join(dist, normalize(path));
      const found = existsSync(wanted) && extname(wanted) !== '' ? wanted : join(dist, 'page.html');
      response.setHeader('content-type', types[extname(found)] ?? 'application/octet-stream');
      createReadStream(found).pipe(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await chromium.connect(inject('browser'));
  });
  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
    await rm(dist, { recursive: true, force: true });
  });
  return {
    async open(files, width = 1280) {
      served = JSON.stringify({ files, ...shipped() });
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.stack ?? error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      const address = server.address();
      await page.goto(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`);
      await page.waitForSelector('pathway-panel h3');
      return { page, problems };
    },
  };
}

/** What the page has beside a draft's files: our attributes, and what the law asks. */
const shipped = (): object => ({
  moddle: JSON.parse(readFileSync(join(root, 'processes/pathway.moddle.json'), 'utf8')) as unknown,
  statutory: JSON.parse(
    readFileSync(join(root, 'processes/child-protection/statutory.json'), 'utf8'),
  ) as unknown,
});

/** The files of the pathway that a new installation runs. */
export const redesigned = (): Record<string, string> =>
  readVersionFolder(join(root, 'processes/child-protection/2-redesigned'));
