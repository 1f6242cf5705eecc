import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityProvider, type IdentityProvider } from '../../support/identity-provider.ts';
import { reverseProxy, type ReverseProxy } from '../../support/reverse-proxy.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-store.ts';

const main = join(import.meta.dirname, '../../../server/main.ts');
const publicUrl = 'https://throughline.northmoor.example';
const secrets = { oidc: '', metrics: '', scim: '', master: '' };
const password = 'three words in a row';

interface Process {
  /** what it has printed so far */
  said(): string;
  address: string;
  /** ends it as systemd does; gives its exit code */
  stop(): Promise<number | null>;
}

let folder: TemporaryFolder;
let provider: IdentityProvider;
let env: Record<string, string>;

/** The environment of docs/operating.md, with secrets in files. */
function environment(): Record<string, string> {
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder.path, name), `${text}\n`, { mode: 0o600 });
    return join(folder.path, name);
  };
  Object.assign(secrets, {
    ...{ oidc: provider.clientSecret, master: randomBytes(32).toString('base64') },
    ...{ metrics: randomBytes(32).toString('base64'), scim: randomBytes(32).toString('base64') },
  });
  mkdirSync(join(folder.path, 'anchors'));
  return {
    ...{ AUTHORITY: 'Northmoor Council', DATA_DIR: join(folder.path, 'data'), PORT: '0' },
    ...{ ANCHOR_DIR: join(folder.path, 'anchors'), TRUST_PROXY: '127.0.0.1', PUBLIC_URL: publicUrl },
    MASTER_KEY_FILE: file('master.key', secrets.master),
    METRICS_TOKEN_FILE: file('metrics.token', secrets.metrics),
    SCIM_TOKEN_FILE: file('scim.token', secrets.scim),
    ...{ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: provider.clientId },
    OIDC_CLIENT_SECRET_FILE: file('oidc.secret', provider.clientSecret),
  };
}

async function start(...args: string[]): Promise<Process> {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  let said = '';
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /ready: (\S+)\n(?:.*\n)*?/.exec(said)?.[1];
      if (found && (said.includes('first account') || !args.includes('--empty'))) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void gone.then((code) => reject(new Error(`ended with ${String(code)}: ${said}`)));
  });
  return {
    ...{ address, said: () => said },
    stop: () => {
      child.kill('SIGTERM');
      return gone;
    },
  };
}

/** A browser: keeps cookies, and sends the token of the page with every change. */
function browserAt(address: string) {
  const cookies = new Map<string, string>();
  let csrf = '';
  return async (method: 'GET' | 'POST', path: string, body?: object): Promise<Response> => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(`${address}${path}`, {
      ...{ method, redirect: 'manual' },
      headers: { cookie, 'x-csrf-token': csrf, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    for (const one of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      cookies.set(name, value);
    }
    if (path === '/api/session') csrf = ((await response.clone().json()) as { csrf: string }).csrf;
    return response;
  };
}

describe('a production configuration as the operator’s guide has it', () => {
  let running: Process;
  let proxy: ReverseProxy;
  beforeAll(async () => {
    folder = temporaryFolder();
    provider = await identityProvider(publicUrl);
    env = environment();
    running = await start('--empty');
    proxy = await reverseProxy(running.address, 'a-request-of-the-proxy');
  });
  afterAll(async () => {
    await proxy.close();
    await running.stop();
    await provider.close();
    folder.remove();
  });

  it('is looked at before it is used, without a secret being printed', () => {
    const { stdout, status } = spawnSync(process.execPath, [main, '--check'], { env, encoding: 'utf8' });
    expect([status, stdout.includes('OIDC_CLIENT_SECRET')]).toEqual([0, true]);
    for (const secret of Object.values(secrets)) expect(stdout).not.toContain(secret);
    const wrong = spawnSync(process.execPath, [main], {
      env: { ...env, PORT: 'x', LOG_LEVEL: 'loud' },
      encoding: 'utf8',
    });
    expect([wrong.status, wrong.stderr.trim().split('\n').length]).toEqual([1, 2]);
  });

  it('lets the first administrator in, by the link it printed, through the proxy', async () => {
    const token = /first-administrator\?token=(\S+)/.exec(running.said())?.[1] ?? '';
    expect(running.said()).toContain(`${publicUrl}/first-administrator?token=`);
    const ask = browserAt(proxy.address);
    const first = await ask('GET', '/api/session');
    expect(first.headers.get('set-cookie')).toMatch(/^__Host-.*; Secure/);
    expect(first.headers.get('x-request-id')).toBe('a-request-of-the-proxy');
    const account = { token, name: 'ida', displayName: 'Ida Field', password };
    expect((await ask('POST', '/api/first-administrator', account)).status).toBe(200);
    await ask('GET', '/api/session');
    expect((await ask('POST', '/api/sign-in', { name: 'ida', password })).status).toBe(200);
    expect(await (await ask('GET', '/api/session')).json()).toMatchObject({
      signedIn: true,
      demonstration: false,
    });
    const status = (await (await ask('GET', '/api/operations')).json()) as object;
    expect(status).toMatchObject({ store: { ok: true, writable: true }, incidents: { count: 0 } });
  });

  it('sends whoever comes by the provider there and takes them back', async () => {
    const ask = browserAt(proxy.address);
    const out = await ask('GET', '/api/sign-in/provider');
    const address = out.headers.get('location') ?? '';
    expect(address).toContain(provider.issuer);
    provider.is({
      sub: 'ida-there',
      claims: { preferred_username: 'ida', name: 'Ida Field' },
      acr: 'mfa',
      amr: ['pwd', 'otp'],
    });
    const back = (await provider.through(address)).slice(publicUrl.length);
    expect((await ask('GET', back)).headers.get('location')).toMatch(/^\//);
  });

  it('gives its numbers and its door for accounts to whoever has the token, and to nobody else', async () => {
    const get = (path: string, token?: string) =>
      fetch(`${proxy.address}${path}`, token ? { headers: { authorization: `Bearer ${token}` } } : {});
    expect([(await get('/metrics')).status, (await get('/metrics', secrets.metrics)).status]).toEqual([
      403, 200,
    ]);
    expect([
      (await get('/scim/v2/Users')).status,
      (await get('/scim/v2/Users', secrets.scim)).status,
    ]).toEqual([401, 200]);
    expect((await get('/scim/v2/Users', secrets.metrics)).status).toBe(401);
    expect((await get('/api/health/ready')).status).toBe(200);
  });

  it('ends cleanly, leaves its anchors outside, and goes on without --empty', async () => {
    expect(await running.stop()).toBe(0);
    await proxy.close();
    expect(readdirSync(join(folder.path, 'anchors')).length).toBe(1);
    const files = readdirSync(join(folder.path, 'data'), { recursive: true }).map(String);
    expect(files.filter((name) => name.endsWith('master.key'))).toEqual([]);
    running = await start();
    proxy = await reverseProxy(running.address, 'a-request-of-the-proxy');
    const ask = browserAt(proxy.address);
    await ask('GET', '/api/session');
    expect((await ask('POST', '/api/sign-in', { name: 'ida', password })).status).toBe(200);
    expect(running.said()).not.toContain('first-administrator');
    for (const secret of Object.values(secrets)) expect(running.said()).not.toContain(secret);
  });
});
