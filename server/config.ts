import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isAddress, isOrigin, overTls } from './addresses.ts';
import { secretOf, settingOf, type Environment } from './secret-file.ts';
import { settingNames } from './settings.ts';
import { unsafeTogether } from './unsafe-settings.ts';

/** What the server runs with. */
export interface Config {
  port: number;
  host: string;
  dataDir: string;
  /** a proxy in front of this server ends TLS and tells who asks: whoever connects, or only from these addresses */
  trustProxy: boolean | string[];
  logLevel: string;
  /** how long a proxy is given to notice that this server leaves */
  drainSeconds: number;
  authority: { id: string; name: string };
  /** origin under which browsers reach the service */
  publicUrl?: string;
  /** absent: the store is SQLite in `dataDir` */
  mongodbUrl?: string;
  masterKeyFile?: string;
  anchorDir?: string;
  localAccounts: boolean;
  provider?: { issuer: string; clientId: string; clientSecret: string; publicUrl: string };
  scimToken?: string;
  metricsToken?: string;
}

export { isLoopback } from './addresses.ts';

export type ConfigRead = { ok: true; config: Config } | { ok: false; faults: string[] };

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const ourPrefixes =
  /^(OIDC|SCIM|METRICS|MONGODB|MASTER_KEY|ANCHOR|LOCAL_ACCOUNTS|TRUST_PROXY|PUBLIC_URL|DRAIN)/;
const leastToken = 32;

/** Reads the environment once, at the start. Every fault has a message of its own that says what to do. */
export function readConfig(env: Environment): ConfigRead {
  const faults: string[] = [];
  const config: Config = {
    ...listening(env, faults),
    ...storing(env, faults),
    ...signingIn(env, faults),
    ...optional('scimToken', tokenOf(env, 'SCIM_TOKEN', faults)),
    ...optional('metricsToken', tokenOf(env, 'METRICS_TOKEN', faults)),
  };
  for (const name of Object.keys(env)) {
    if (ourPrefixes.test(name) && !settingNames.includes(name))
      faults.push(`${name} is not a setting: see docs/settings.md for those there are.`);
  }
  faults.push(...unsafeTogether(env, config));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, config };
}

function listening(env: Environment, faults: string[]) {
  const asked = settingOf(env, 'PORT') ?? '3000';
  const port = Number(asked);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    faults.push(`PORT is "${asked}": give a number from 0 to 65535.`);
  const logLevel = settingOf(env, 'LOG_LEVEL') ?? 'info';
  if (!logLevels.includes(logLevel))
    faults.push(`LOG_LEVEL is "${logLevel}": use one of ${logLevels.join(', ')}.`);
  const drain = settingOf(env, 'DRAIN_SECONDS') ?? '0';
  if (!/^\d{1,3}$/.test(drain)) faults.push(`DRAIN_SECONDS is "${drain}": give seconds, from 0 to 999.`);
  const publicUrl = settingOf(env, 'PUBLIC_URL');
  if (publicUrl !== undefined && !isOrigin(publicUrl))
    faults.push(
      'PUBLIC_URL is not an origin of https: give it as https://throughline.example.gov.uk, without a path.',
    );
  const trustProxy = trusted(settingOf(env, 'TRUST_PROXY') ?? 'no', faults);
  const host = settingOf(env, 'HOST') ?? '127.0.0.1';
  return {
    port,
    host,
    trustProxy,
    logLevel,
    drainSeconds: Number(drain),
    ...optional('publicUrl', publicUrl),
  };
}

function trusted(asked: string, faults: string[]): boolean | string[] {
  if (asked === 'yes' || asked === 'no') return asked === 'yes';
  const addresses = asked.split(',').map((one) => one.trim());
  const wrong = addresses.filter((one) => !isAddress(one));
  if (wrong.length === 0) return addresses;
  faults.push(`TRUST_PROXY is "${asked}": say yes, no, or the addresses of the proxies, such as 10.0.0.4.`);
  return false;
}

function storing(env: Environment, faults: string[]) {
  // one that was given empty is a fault: it may not become the invented authority's
  const name = (env['AUTHORITY'] ?? 'Northmoor Council').trim();
  const id = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  if (id === '') faults.push('AUTHORITY is empty: give the name of the authority.');
  const mongodbUrl = secretOf(env, 'MONGODB_URL', faults);
  if (mongodbUrl !== undefined && !/^mongodb(\+srv)?:\/\/[^/]/.test(mongodbUrl))
    faults.push(
      'MONGODB_URL is not an address of MongoDB: it begins with mongodb:// and names the replica set.',
    );
  const masterKeyFile = settingOf(env, 'MASTER_KEY_FILE');
  if (masterKeyFile !== undefined && !may(masterKeyFile, constants.R_OK))
    faults.push(
      `MASTER_KEY_FILE names ${masterKeyFile}, which can't be read: name a file that this server may read.`,
    );
  const anchorDir = settingOf(env, 'ANCHOR_DIR');
  if (anchorDir !== undefined && !(isFolder(anchorDir) && may(anchorDir, constants.W_OK)))
    faults.push(
      `ANCHOR_DIR names ${anchorDir}, which is no folder that this server may write to: make it first.`,
    );
  return {
    ...{ dataDir: resolve(settingOf(env, 'DATA_DIR') ?? './data'), authority: { id, name } },
    ...optional('mongodbUrl', mongodbUrl),
    ...optional('masterKeyFile', masterKeyFile),
    ...optional('anchorDir', anchorDir),
  };
}

function signingIn(env: Environment, faults: string[]) {
  const local = settingOf(env, 'LOCAL_ACCOUNTS') ?? 'yes';
  if (!['yes', 'no'].includes(local)) faults.push(`LOCAL_ACCOUNTS is "${local}": say yes or no.`);
  const issuer = settingOf(env, 'OIDC_ISSUER');
  if (issuer !== undefined && !overTls(issuer))
    faults.push(
      'OIDC_ISSUER is not an address of https: give the provider’s address as its metadata names it.',
    );
  const clientId = settingOf(env, 'OIDC_CLIENT_ID');
  const clientSecret = secretOf(env, 'OIDC_CLIENT_SECRET', faults);
  const publicUrl = settingOf(env, 'PUBLIC_URL');
  const complete = issuer && clientId && clientSecret && publicUrl;
  return {
    localAccounts: local === 'yes',
    ...optional('provider', complete ? { issuer, clientId, clientSecret, publicUrl } : undefined),
  };
}

function tokenOf(env: Environment, name: string, faults: string[]): string | undefined {
  const token = secretOf(env, name, faults);
  if (token !== undefined && token.length < leastToken)
    faults.push(
      `${name} is shorter than ${String(leastToken)} characters: make one with openssl rand -base64 32.`,
    );
  return token;
}

function optional<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]?: V });
}

function may(path: string, how: number): boolean {
  try {
    accessSync(path, how);
    return true;
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
