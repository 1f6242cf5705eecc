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

/** What a part imports at its beginning. */
const neededBy = (text: string): string[] =>
  [...text.matchAll(/\b(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)].map(([, name = '']) => name);

describe('what a browser loads', () => {
  const sizeOf = (wanted: (name: string) => boolean): number =>
    readdirSync(join(dist, 'assets'))
      .filter((name) => name.endsWith('.js') && wanted(name))
      .reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, 'assets', name))).length, 0);

  /** What is only loaded with a drawing, with the editor, by the pages of the working group, or when there is news. */
  const laterParts =
    /^(righting|practice|pathway-|NavigatedViewer|knowledge|group|office|papers|access|confirm|better|plans|staff-news|chart|plot)/;
  const drawing = /^(pathway-drawing|NavigatedViewer)/;
  const editor = /^(pathway-modeller|NavigatedViewer|knowledge)/;

  it('is under 63 kB for the pages of everyday work, and little more for the code of a drawing', () => {
    expect(sizeOf((name) => !laterParts.test(name))).toBeLessThan(63_000);
    expect(sizeOf((name) => drawing.test(name))).toBeLessThan(65_000);
  });

  it('is under 250 kB for the editor of the pathway, with all of bpmn-js and what it knows of drawings', () => {
    expect(sizeOf((name) => name.startsWith('pathway-modeller'))).toBeGreaterThan(50_000);
    expect(sizeOf((name) => editor.test(name))).toBeLessThan(250_000);
  });

  it('has no page but a draft’s that reaches for the editor', () => {
    const names = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'));
    const naming = names.filter((name) =>
      readFileSync(join(dist, 'assets', name), 'utf8').includes('pathway-modeller-'),
    );
    expect(naming.length).toBeGreaterThan(0);
    expect(naming.filter((name) => !/^(group|index|pathway-modeller)/.test(name))).toEqual([]);
    const start = readFileSync(join(dist, 'index.html'), 'utf8');
    expect(start).not.toMatch(/pathway-modeller|NavigatedViewer|knowledge/);
  });

  it('has no part that waits for itself: what it needs would not be there when it begins', () => {
    const names = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'));
    const needs = new Map(
      names.map((name) => [name, neededBy(readFileSync(join(dist, 'assets', name), 'utf8'))]),
    );
    const waitsFor = (part: string, seen: Set<string>): Set<string> => {
      for (const one of needs.get(part) ?? []) if (!seen.has(one)) waitsFor(one, seen.add(one));
      return seen;
    };
    // the part that begins holds the few lines by which others are loaded
    const circling = names.filter((name) => waitsFor(name, new Set()).has(name));
    expect(circling.filter((name) => !/^(index|service)-/.test(name))).toEqual([]);
  });

  it('draws charts with under 100 kB, which come with the first chart and with nothing else', () => {
    const names = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'));
    expect(sizeOf((name) => name.startsWith('plot'))).toBeGreaterThan(50_000);
    expect(sizeOf((name) => name.startsWith('plot'))).toBeLessThan(100_000);
    const atOnce = names.filter((name) =>
      /\b(from|import)\s*['"]\.\/plot-/.test(readFileSync(join(dist, 'assets', name), 'utf8')),
    );
    expect(atOnce).toEqual([]);
  });

  it('holds no script in the page itself and no font of GOV.UK', () => {
    const html = readFileSync(join(dist, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<script(?![^>]*src=)/);
    expect(readdirSync(join(dist, 'assets')).filter((name) => /\.woff2?$|crown/i.test(name))).toEqual([]);
  });
});
