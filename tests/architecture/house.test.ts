import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { files, root, textOf } from './source-files.ts';

const sources = ['engine', 'server', 'modeller', 'web-components', 'tests'];
const lineCount = (path: string): number => textOf(path).replace(/\n$/, '').split('\n').length;

test('no source file is longer than 300 lines', () => {
  expect(files(sources, /\.(ts|cjs|js|css)$/).filter((path) => lineCount(path) > 300)).toEqual([]);
});

test('every top-level folder says in at most 40 lines what it is for', () => {
  const tops = ['processes', 'engine', 'server', 'modeller', 'web-components', 'tests'];
  const present = tops.filter((folder) => files([folder], /./).length > 0);
  expect(present.filter((folder) => !existsSync(join(root, folder, 'README.md')))).toEqual([]);
  expect(files(present, /README\.md$/).filter((path) => lineCount(path) > 40)).toEqual([]);
});

test('a pathway is data: no program lies in processes/', () => {
  expect(files(['processes'], /\.(ts|js|cjs|mjs)$/)).toEqual([]);
});

test('files are called in lower case, words joined by hyphens', () => {
  const named = files(sources, /\.(ts|cjs|css)$/).map((path) => path.split('/').at(-1) ?? '');
  expect(named.filter((name) => !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(name))).toEqual([]);
});

test('no file is called by a word that says nothing', () => {
  const empty = /(^|[-/])(manager|helpers?|utils?|common|base|data|info)(\.|-|\/)/;
  expect(files(sources, /\.ts$/).filter((path) => empty.test(path))).toEqual([]);
});

test('the lock file names no registry, so an install works behind any', () => {
  expect(files(['package-lock.json'], /./)).toEqual(['package-lock.json']);
  expect(textOf('package-lock.json')).not.toMatch(/"resolved"\s*:/);
});

test('no page puts text in as HTML', () => {
  const html = /unsafeHTML|unsafeSVG|innerHTML|outerHTML|insertAdjacentHTML|document\.write/;
  const shown = files(['web-components', 'modeller'], /\.ts$/);
  expect(shown.filter((path) => html.test(textOf(path)))).toEqual([]);
});

test('the server takes no chance that can be guessed', () => {
  expect(files(['server'], /\.ts$/).filter((path) => textOf(path).includes('Math.random'))).toEqual([]);
});
