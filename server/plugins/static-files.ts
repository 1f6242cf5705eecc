import { existsSync } from 'node:fs';
import { join } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { nothing } from '../access/index.ts';
import { declareRoutes } from './declare-routes.ts';
import { unknownAddress } from './faults.ts';

/** The built pages. Any address that is no file and no interface is a page: the browser reads it from the address. */
export async function staticFiles(app: FastifyInstance, options: { folder: string }): Promise<void> {
  const built = existsSync(join(options.folder, 'index.html'));
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' && !request.url.startsWith('/api/') && !/\.\w+$/.test(pathOf(request.url));
    if (!isPage || !built) return unknownAddress(request, reply);
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
  if (!built) return;
  await app.register(async (scope) => {
    declareRoutes(scope, {
      may: { action: 'use-signed-out', thing: () => nothing },
      audit: { none: 'Files of the pages: the same for everyone.' },
    });
    await scope.register(files, {
      root: options.folder,
      decorateReply: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        // built files carry a hash in their name; what has none is asked for anew
        const lasting = /[.-][\w-]{8,}\.\w+$/.test(path) && !path.endsWith('.html');
        void reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  });
  await app.register(files, { root: options.folder, serve: false });
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}
