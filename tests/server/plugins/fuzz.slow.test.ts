import { expect, test } from 'vitest';
import { fuzz } from '../../prove/fuzz.ts';

test('whatever is sent, the server answers or refuses as described, and no operator reaches the store', async () => {
  const found = await fuzz(300);
  const { broken, traces, breaches, operators } = found;
  expect({ broken, traces, breaches, operators }).toEqual({
    broken: [],
    traces: [],
    breaches: [],
    operators: [],
  });
  // some of it must get as far as the handlers, or nothing was tried
  expect(found.answers['2xx']).toBeGreaterThan(20);
  expect(found.reached.length).toBeGreaterThan(15);
});
