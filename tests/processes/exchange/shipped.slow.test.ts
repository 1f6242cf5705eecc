import { join } from 'node:path';
import { expect, test } from 'vitest';
import descriptor from '../../../processes/pathway.moddle.json' with { type: 'json' };
import { exchange } from '../../../server/pathways/exchange.ts';

test('the shipped pathways come through whole', async () => {
  const shipped = await exchange(join(import.meta.dirname, '../../../processes'), descriptor);
  expect(shipped.length).toBeGreaterThanOrEqual(2);
  for (const one of shipped) expect(one).toMatchObject({ lost: [], warnings: [], findings: [] });
});
