import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import chromiumPackage, { inflate } from '@sparticuz/chromium';
import { chromium, type LaunchOptions } from 'playwright-core';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** where journeys reach the browser */
    browser: string;
    /** folder of the built pages */
    pages: string;
  }
}

const root = join(import.meta.dirname, '..', '..', '..');
/** Nothing but what a page asks for: without these the browser looks up addresses of its own. */
const quiet = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--font-render-hinting=none'],
];

/** One browser for all journeys, from a package: it brings the few libraries it needs, so nothing is installed. */
export default async function startBrowser(project: TestProject): Promise<() => Promise<void>> {
  const server = await chromium.launchServer(await browserOptions());
  project.provide('browser', server.wsEndpoint());
  const pages = await builtPages();
  project.provide('pages', pages);
  return async () => {
    await server.close();
    if (pages !== process.env['JOURNEY_PAGES']) rmSync(pages, { recursive: true });
  };
}

/** How the browser of the package is started: it brings the libraries it needs. */
export async function browserOptions(): Promise<LaunchOptions> {
  const executablePath = await chromiumPackage.executablePath();
  const libraries = await inflate(besidePackage('al2023.tar.br'));
  return {
    ...{ executablePath, args: quiet, headless: true },
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: join(libraries, 'lib'),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(libraries, '..', 'fonts') }),
    },
  };
}

/** The pages as `npm test` has just built them, or built now: what lies in dist/ may be of yesterday. */
async function builtPages(): Promise<string> {
  const built = process.env['JOURNEY_PAGES'];
  if (built !== undefined) return built;
  const outDir = mkdtempSync(join(tmpdir(), 'throughline-pages-'));
  await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  return outDir;
}

function besidePackage(file: string): string {
  const built = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  return join(dirname(built), '..', 'bin', file);
}
