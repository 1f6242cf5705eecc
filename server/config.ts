import { join, resolve } from 'node:path';

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  /** where heads of the chains are kept: best on another machine */
  anchorDir: string;
  /** a proxy in front of this server ends TLS and tells who asks */
  trustProxy: boolean;
  logLevel: string;
  authority: { id: string; name: string };
}

export type ConfigRead = { ok: true; config: Config } | { ok: false; faults: string[] };

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Reads the environment once, at the start. Every fault has a message that says what to do. */
export function readConfig(env: Record<string, string | undefined>): ConfigRead {
  const faults: string[] = [];
  const port = Number(env['PORT'] ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    faults.push(`PORT is "${env['PORT'] ?? ''}": give a number from 0 to 65535.`);
  }
  if (env['MONGODB_URL']) {
    faults.push('MONGODB_URL is set, but this release stores in DATA_DIR only: unset it to start.');
  }
  const trust = env['TRUST_PROXY'] ?? 'no';
  if (!['yes', 'no'].includes(trust)) faults.push(`TRUST_PROXY is "${trust}": say yes or no.`);
  const logLevel = env['LOG_LEVEL'] ?? 'info';
  if (!logLevels.includes(logLevel)) {
    faults.push(`LOG_LEVEL is "${logLevel}": use one of ${logLevels.join(', ')}.`);
  }
  const name = (env['AUTHORITY'] ?? 'Northmoor Council').trim();
  const id = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  if (id === '') faults.push('AUTHORITY is empty: give the name of the authority.');
  if (faults.length > 0) return { ok: false, faults };
  const config = {
    ...{ port, host: env['HOST'] ?? '127.0.0.1', dataDir: resolve(env['DATA_DIR'] ?? './data') },
    anchorDir: resolve(env['ANCHOR_DIR'] ?? join(env['DATA_DIR'] ?? './data', 'anchors')),
    ...{ trustProxy: trust === 'yes', logLevel, authority: { id, name } },
  };
  return { ok: true, config };
}

/** True for addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
