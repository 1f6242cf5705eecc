import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReverseProxy {
  address: string;
  close(): Promise<void>;
}

/**
 * Stands for the proxy that ends TLS: sends on to one server, and says who asked, whatever the browser said of itself.
 */
export async function reverseProxy(to: string, requestId: string): Promise<ReverseProxy> {
  const server: Server = createServer((asked, answer) => {
    const headers = {
      ...asked.headers,
      ...{ 'x-forwarded-for': '192.0.2.7', 'x-forwarded-proto': 'https', 'x-request-id': requestId },
    };
    const on = request(`${to}${asked.url ?? '/'}`, { method: asked.method, headers }, (from) => {
      answer.writeHead(from.statusCode ?? 502, from.headers);
      from.pipe(answer);
    });
    on.on('error', () => answer.writeHead(502).end());
    asked.pipe(on);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
