// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { matchPattern } from '../../../web-components/controllers/route.ts';
import { findRoute } from '../../../web-components/pages/routes.ts';

const nameOf = (path: string): string => findRoute(new URL(path, 'http://here')).route.name;

describe('an address', () => {
  it.each([
    ['/work?view=team', 'work'],
    ['/tasks/t1', 'task'],
    ['/tasks/t1/check', 'task-check'],
    ['/families/f1/add/visit', 'addition'],
    ['/families/f1/news', 'news'],
    ['/records/r1/print', 'record-print'],
    ['/contact/new', 'contact'],
    ['/stages/', 'stages'],
    ['/tasks/', 'not-found'],
    ['/nowhere', 'not-found'],
  ])('%s shows the page %s', (path, name) => {
    expect(nameOf(path)).toBe(name);
  });

  it('gives its parts to the page', () => {
    expect(matchPattern('/families/:id/add/:form', '/families/f%201/add/visit')).toEqual({
      id: 'f 1',
      form: 'visit',
    });
  });
});
