import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testServer, type TestServer } from '../support/test-server.ts';

interface Description {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
}
interface Operation {
  summary?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; schema?: unknown }[];
  requestBody?: { content: Record<string, { schema: unknown }> };
  responses: Record<string, { description: string }>;
}

describe('the description of the interface', () => {
  let server: TestServer;
  let described: Description;
  beforeAll(async () => {
    server = await testServer({ demonstration: true });
    described = (await (await server.browser()).get<Description>('/api/docs/json')).body;
  });
  afterAll(() => server.close());
  const operations = () =>
    Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );

  it('is OpenAPI 3.1 with a title and a version', () => {
    expect(described).toMatchObject({ openapi: '3.1.0', info: { title: 'Throughline', version: '0.0.0' } });
  });

  it('has every route of the interface', () => {
    const routes = server.app.routeTable
      .filter((route) => route.url.startsWith('/api/') && !route.url.startsWith('/api/docs'))
      .map((route) => `${String(route.method).toLowerCase()} ${route.url.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(
      operations()
        .map(({ path, method }) => `${method} ${path}`)
        .sort(),
    ).toEqual(routes.sort());
  });

  it('says of each operation what it is for, what it answers, and how it refuses', () => {
    for (const { path, method, operation } of operations()) {
      const name = `${method} ${path}`;
      expect(operation.summary, name).toBeTruthy();
      expect(operation.tags, name).toHaveLength(1);
      expect(operation.responses['200'], name).toBeDefined();
      expect(operation.responses['4XX'] ?? operation.responses['4xx'], name).toBeDefined();
    }
  });

  it('describes each part of a path, and each body that is sent', () => {
    const noBody = [
      ...['/api/sign-out', '/api/attachments', '/api/improvements/mine/seen'],
      ...['/api/drafts/{id}/notes/{note}/settled'],
      ...['/api/moves/{id}/trial', '/api/moves/{id}/signature', '/api/pathway/news/{id}/read'],
      '/api/cases/{id}/disclosures/{disclosure}/completion',
      '/api/cases/{id}/disposals/{disposal}/approval',
      '/api/operations/incidents/{id}/retry',
      '/api/records/{id}/reopening/preview',
      '/api/covers/{id}/end',
      '/api/notices/{id}/read',
      '/api/cases/{id}/invitations/{invitation}/end',
      '/api/identified/end',
      ...['/api/sessions/others/end', '/api/sessions/{id}/end', '/api/accounts/{id}/sessions/end'],
      '/api/accounts/{id}/password-link',
      ...['/api/accounts/{id}/roles/confirm', '/api/accounts/{id}/roles/refuse'],
    ];
    for (const { path, method, operation } of operations()) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const described_ = (operation.parameters ?? [])
        .filter((one) => one.in === 'path')
        .map((one) => one.name);
      expect(described_, path).toEqual(named);
      if (method === 'get' || method === 'delete' || noBody.includes(path)) continue;
      expect(operation.requestBody?.content['application/json']?.schema, `${method} ${path}`).toBeDefined();
    }
  });

  it('can be read in a browser', async () => {
    const page = await (await server.browser()).get('/api/docs/');
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
  });
});
