import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtPages } from './support/built-pages.ts';

const pages = builtPages();

describe('what a browser loads', () => {
  const sizeOf = (wanted: (name: string) => boolean): number =>
    readdirSync(join(pages.dist(), 'assets'))
      .filter((name) => name.endsWith('.js') && wanted(name))
      .reduce((sum, name) => sum + gzipSync(readFileSync(join(pages.dist(), 'assets', name))).length, 0);

  it('is under 60 kB for the whole application and under 60 kB for the drawing’s code', () => {
    expect(sizeOf((name) => !name.startsWith('pathway-drawing'))).toBeLessThan(60_000);
    expect(sizeOf((name) => name.startsWith('pathway-drawing'))).toBeLessThan(60_000);
  });

  it('holds no script in the page itself and no font of GOV.UK', () => {
    const html = readFileSync(join(pages.dist(), 'index.html'), 'utf8');
    expect(html).not.toMatch(/<script(?![^>]*src=)/);
    expect(readdirSync(join(pages.dist(), 'assets')).filter((name) => /\.woff2?$|crown/i.test(name))).toEqual(
      [],
    );
  });
});
