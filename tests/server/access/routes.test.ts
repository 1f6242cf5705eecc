import { expect, it } from 'vitest';
import { testServer } from '../support/test-server.ts';
import { matrix } from './reach.ts';

it('each route has a row in the matrix of access, and each row a route', async () => {
  const provider = {
    issuer: 'https://provider.test',
    clientId: 'x',
    clientSecret: 'x',
    publicUrl: 'https://here.test',
  };
  const server = await testServer({ demonstration: true, entrance: { provider } });
  const routes = server.app.routeTable
    .filter(({ url }) => url.startsWith('/api/') && !url.startsWith('/api/docs'))
    .map(({ method, url }) => `${String(method)} ${url}`);
  await server.close();
  expect(routes.filter((route) => !(route in matrix))).toEqual([]);
  expect(Object.keys(matrix).filter((row) => !routes.includes(row))).toEqual([]);
});
