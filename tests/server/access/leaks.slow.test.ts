import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everythingAsked } from './leaks/asked.ts';
import type { Asked } from './leaks/asked.ts';
import { canaries } from './leaks/canaries.ts';
import { furnished, type Furnished } from './leaks/furnish.ts';
import { lookEverywhere } from './leaks/look.ts';

/** The quick form of leaks.long.test.ts: the readers from whom most is kept, beside one who reads it. */
describe('what is kept from a reader', () => {
  let all: Furnished;
  let asked: Asked[];
  let unfilled: string[];
  beforeAll(async () => {
    all = await furnished();
    ({ asked, unfilled } = everythingAsked(all.place.server.app.routeTable, all));
  });
  afterAll(() => all.place.close());

  it('can be looked for on every route: each id in its address has a filler, each answer a reason or a body', () => {
    expect(unfilled).toEqual([]);
  });

  it('leaves by no route for a colleague with an interest, another service, an administrator or a partner', async () => {
    const looked = await lookEverywhere(all.place, asked, ['sam', 'kim', 'far', 'ada', 'per', 'par']);
    expect(looked.odd).toEqual([]);
    expect(looked.leaks).toEqual([]);
    expect(looked.unseen).toEqual([]);
  });

  it('would be found: what sam may read shows as soon as it is said that sam may not', async () => {
    const kept = { ...canaries, carried: { ...canaries.carried, for: [] } };
    const looked = await lookEverywhere(all.place, asked, ['sam'], kept);
    expect(looked.leaks.join(' ')).toContain('GET /api/records/:id');
    expect(looked.leaks.join(' ')).toContain('GET /api/tasks/:id');
  });
});
