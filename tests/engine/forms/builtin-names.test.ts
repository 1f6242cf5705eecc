import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { evaluate, isFunction } from 'feelin';
import { expect, it } from 'vitest';
import { builtinNames } from '../../../engine/forms/builtin-names.ts';

it('knows every function that FEEL brings along, and no other', () => {
  const folder = dirname(createRequire(import.meta.url).resolve('feelin'));
  const declared = readFileSync(join(folder, 'builtins.d.ts'), 'utf8');
  const names = [...declared.matchAll(/^ {4}'?([a-z][a-z ]*?)'?:/gm)].map(([, name]) => name);
  // names of several words with an “and” are read as a conjunction, and so can't be called
  const callable = names.filter((name = '') => {
    const { value } = evaluate(name, {});
    return isFunction(value) || typeof value === 'function';
  });
  expect([...builtinNames].sort()).toEqual(callable.sort());
  expect(callable.length).toBeGreaterThan(70);
});
