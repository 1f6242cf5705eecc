import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

let dist = '';

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'pages-'));
  // Without this the test's own mode brings development builds in.
  vi.stubEnv('NODE_ENV', 'production');
  await build({ logLevel: 'error', build: { outDir: dist, emptyOutDir: true } });
});

afterAll(() => rm(dist, { recursive: true, force: true }));

describe('what a browser loads', () => {
  const sizeOf = (wanted: (name: string) => boolean): number =>
    readdirSync(join(dist, 'assets'))
      .filter((name) => name.endsWith('.js') && wanted(name))
      .reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, 'assets', name))).length, 0);

  it('is under 60 kB for the whole application and under 60 kB for the drawing’s code', () => {
    expect(sizeOf((name) => !name.startsWith('pathway-drawing'))).toBeLessThan(60_000);
    expect(sizeOf((name) => name.startsWith('pathway-drawing'))).toBeLessThan(60_000);
  });

  it('holds no script in the page itself and no font of GOV.UK', () => {
    const html = readFileSync(join(dist, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<script(?![^>]*src=)/);
    expect(readdirSync(join(dist, 'assets')).filter((name) => /\.woff2?$|crown/i.test(name))).toEqual([]);
  });
});
