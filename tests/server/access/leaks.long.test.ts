import { expect, it } from 'vitest';
import { everythingAsked } from './leaks/asked.ts';
import { readers, type ReaderName } from './leaks/canaries.ts';
import { furnished } from './leaks/furnish.ts';
import { lookEverywhere } from './leaks/look.ts';

it('no byte of what is kept from a reader leaves by any route, and whoever may read it does', async () => {
  const all = await furnished();
  const { asked } = everythingAsked(all.place.server.app.routeTable, all);
  const looked = await lookEverywhere(all.place, asked, Object.keys(readers) as ReaderName[]);
  await all.place.close();
  expect(looked.odd).toEqual([]);
  expect(looked.leaks).toEqual([]);
  expect(looked.unseen).toEqual([]);
  expect(looked.asked).toBeGreaterThan(3000);
});
