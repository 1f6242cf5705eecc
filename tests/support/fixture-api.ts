import { createReadStream, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { answerFor, makeState, type FixtureState } from './fixture/answer.ts';

/**
 * A server with invented data and no rules, for looking at pages: it serves the built browser files under the same
 * content security policy as production and remembers drafts, allocations and completions while it runs.
 */
export interface Fixture {
  url: string;
  state: FixtureState;
  /** as it was at the beginning, for the next test */
  renew: () => void;
  close: () => Promise<void>;
}

const policy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

export async function startFixture(dist: string, port = 0): Promise<Fixture> {
  const state = makeState();
  const server = createServer((request, response) => void handle(request, response, state, dist));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  const at = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${at}`,
    state,
    renew: () => void Object.assign(state, makeState(), { listeners: state.listeners }),
    close: () => close(server, state),
  };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  state: FixtureState,
  dist: string,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://fixture');
  if (url.pathname === '/api/live') return live(response, state);
  if (!url.pathname.startsWith('/api/')) return file(url.pathname, response, dist);
  if (state.offline) {
    response.destroy();
    return;
  }
  const body = await read(request);
  const answer = answerFor(state, request.method ?? 'GET', url, body);
  if (answer.page !== undefined) {
    response.writeHead(answer.status, { 'content-type': 'text/html; charset=utf-8' });
    response.end(answer.page);
    return;
  }
  response.writeHead(answer.status, { 'content-type': 'application/json' });
  response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
}

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function live(response: ServerResponse, state: FixtureState): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(':\n\n');
  const tell = (entry: object): void => void response.write(`data: ${JSON.stringify(entry)}\n\n`);
  state.listeners.add(tell);
  response.on('close', () => {
    state.listeners.delete(tell);
  });
}

function file(path: string, response: ServerResponse, dist: string): void {
  const wanted = join(dist, normalize(path));
  const found = extname(path) !== '' && existsSync(wanted) ? wanted : join(dist, 'index.html');
  response.writeHead(200, {
    'content-type': types[extname(found)] ?? 'application/octet-stream',
    'content-security-policy': policy,
  });
  createReadStream(found).pipe(response);
}

function close(server: Server, state: FixtureState): Promise<void> {
  state.listeners.clear();
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
