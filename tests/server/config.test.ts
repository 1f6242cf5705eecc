import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trustsProxyAt } from '../../server/addresses.ts';
import { isLoopback, readConfig } from '../../server/config.ts';
import { settingNames, settingsPage } from '../../server/settings.ts';
import { temporaryFolder, type TemporaryFolder } from './support/temporary-store.ts';
import { textOf } from '../architecture/source-files.ts';

const faultsOf = (env: Record<string, string>): string[] => {
  const read = readConfig(env);
  return read.ok ? [] : read.faults;
};
const first = (faults: string[]): (string | undefined)[] => faults.map((fault) => fault.split(' ')[0]);

const long = 'x'.repeat(40);
const production = {
  ...{ AUTHORITY: 'Northmoor Council', HOST: '0.0.0.0', TRUST_PROXY: '10.0.0.0/8' },
  ...{ PUBLIC_URL: 'https://throughline.example.org', LOCAL_ACCOUNTS: 'no' },
  ...{ OIDC_ISSUER: 'https://provider.example.org', OIDC_CLIENT_ID: 'throughline' },
};

describe('the environment', () => {
  let folder: TemporaryFolder;
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder.path, name), text);
    return join(folder.path, name);
  };
  beforeAll(() => {
    folder = temporaryFolder();
  });
  afterAll(() => folder.remove());

  it('needs nothing: the server then listens on this machine only', () => {
    const read = readConfig({});
    expect(read).toMatchObject({ ok: true, config: { port: 3000, host: '127.0.0.1', trustProxy: false } });
  });

  it('is read whole: provider, store, keys and tokens', () => {
    const key = file('key', 'k');
    mkdirSync(join(folder.path, 'anchors'));
    const read = readConfig({
      ...production,
      ...{ OIDC_CLIENT_SECRET_FILE: file('secret', 'of the provider\n'), MASTER_KEY_FILE: key },
      ...{ MONGODB_URL_FILE: file('url', 'mongodb://one,two,three/throughline?replicaSet=rs0\n') },
      ...{ SCIM_TOKEN_FILE: file('scim', `${long}s`), METRICS_TOKEN: `${long}m` },
      ANCHOR_DIR: join(folder.path, 'anchors'),
    });
    expect(read).toMatchObject({
      ok: true,
      config: {
        ...{ localAccounts: false, trustProxy: ['10.0.0.0/8'], masterKeyFile: key },
        provider: { clientSecret: 'of the provider', publicUrl: production.PUBLIC_URL },
        ...{ mongodbUrl: 'mongodb://one,two,three/throughline?replicaSet=rs0' },
        ...{ scimToken: `${long}s`, metricsToken: `${long}m` },
      },
    });
  });

  it('gets one message for each fault, all at once', () => {
    const faults = faultsOf({
      ...{ PORT: 'x', TRUST_PROXY: 'maybe', LOG_LEVEL: 'loud', AUTHORITY: ' ', PUBLIC_URL: 'ftp://x' },
      ...{ MONGODB_URL: 'somewhere', MASTER_KEY_FILE: '/nowhere', ANCHOR_DIR: '/nowhere' },
      ...{ LOCAL_ACCOUNTS: 'perhaps', OIDC_ISSUER: 'provider', SCIM_TOKEN: 'short', METRICS_TOKEN: 'short' },
      ...{ OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'x' },
    });
    expect(first(faults)).toEqual([
      ...['PORT', 'LOG_LEVEL', 'PUBLIC_URL', 'TRUST_PROXY', 'AUTHORITY', 'MONGODB_URL', 'MASTER_KEY_FILE'],
      ...['ANCHOR_DIR', 'LOCAL_ACCOUNTS', 'OIDC_ISSUER', 'SCIM_TOKEN', 'METRICS_TOKEN'],
    ]);
  });

  it.each([
    ['another address without a proxy', { HOST: '0.0.0.0' }, 'HOST'],
    ['MongoDB without a master key', { MONGODB_URL: 'mongodb://somewhere' }, 'MONGODB_URL'],
    ['no way to sign in', { LOCAL_ACCOUNTS: 'no' }, 'LOCAL_ACCOUNTS'],
    ['a client without a provider', { OIDC_CLIENT_ID: 'x' }, 'OIDC_CLIENT_ID'],
  ])('may not be %s', (_, env, name) => {
    expect(first(faultsOf(env))).toEqual([name]);
  });

  it('with a provider says what the provider needs', () => {
    const faults = faultsOf({ OIDC_ISSUER: 'https://provider.example.org' });
    expect(faults.map((fault) => / needs (\w+)/.exec(fault)?.[1])).toEqual([
      ...['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET_FILE', 'PUBLIC_URL'],
    ]);
  });

  it('behind a proxy has no public address of plain http', () => {
    const faults = faultsOf({
      ...{ ...production, OIDC_CLIENT_SECRET: 's' },
      PUBLIC_URL: 'http://127.0.0.1:8080',
    });
    expect(first(faults)).toEqual(['PUBLIC_URL']);
  });

  it('takes a secret from its file before the environment, and says which file is missing or empty', () => {
    const read = readConfig({ METRICS_TOKEN: `${long}1`, METRICS_TOKEN_FILE: file('token', `${long}2\n`) });
    expect(read.ok && read.config.metricsToken).toBe(`${long}2`);
    expect(faultsOf({ METRICS_TOKEN_FILE: '/nowhere/token' })[0]).toContain('/nowhere/token');
    expect(faultsOf({ METRICS_TOKEN_FILE: file('empty', '\n') })[0]).toContain('is empty');
  });

  it('names a setting that is none, so that a slip of the pen is not silently nothing', () => {
    expect(first(faultsOf({ OIDC_CLIENTID: 'x', METRICS_TOKEN_FIEL: 'x', PATH: '/bin' }))).toEqual([
      ...['OIDC_CLIENTID', 'METRICS_TOKEN_FIEL'],
    ]);
  });

  it('is not repeated in a message where it may hold a secret', () => {
    const said = faultsOf({
      ...{ MONGODB_URL: 'user:canary@somewhere', SCIM_TOKEN: 'canary', METRICS_TOKEN: 'canary' },
      ...{ OIDC_CLIENT_SECRET: 'canary', OIDC_CLIENT_SECRET_FILE: '/nowhere' },
      ...{ OIDC_ISSUER: 'https://user:canary@provider', PUBLIC_URL: 'https://user:canary@here' },
    });
    expect(said.length).toBeGreaterThan(5);
    expect(said.join(' ')).not.toContain('canary');
  });

  it.each([
    ['127.0.0.1', true],
    ['127.8.8.8', true],
    ['::1', true],
    ['localhost', true],
    ['0.0.0.0', false],
    ['127.0.0.1.example.org', false],
    ['10.0.0.1', false],
  ])('%s is on this machine only: %s', (host, loopback) => {
    expect(isLoopback(host)).toBe(loopback);
  });

  it('says which proxies are believed, by address or by network', () => {
    const trusts = trustsProxyAt(['10.0.0.4', '10.1.0.0/16', 'fd00::/8']);
    const asked = ['10.0.0.4', '::ffff:10.0.0.4', '10.1.2.3', 'fd12::1', '10.0.0.5', '::1', 'no address'];
    expect(asked.map(trusts)).toEqual([true, true, true, true, false, false, false]);
    expect([true, false].map((one) => trustsProxyAt(one)('10.0.0.4'))).toEqual([true, false]);
  });
});

describe('docs/settings.md', () => {
  it('says what the table of settings says', async () => {
    await expect(settingsPage()).toMatchFileSnapshot('../../docs/settings.md');
  });

  it('has every setting that the server reads', () => {
    const read = ['server/config.ts', 'server/unsafe-settings.ts', 'server/main.ts'].flatMap((path) => {
      return [...textOf(path).matchAll(/'([A-Z][A-Z_]{3,})'|env\.([A-Z_]{4,})/g)].map(
        (one) => one[1] ?? one[2],
      );
    });
    const environment = read.filter((name) => !/^SIG/.test(name ?? ''));
    expect(environment.length).toBeGreaterThan(10);
    expect(environment.filter((name) => !settingNames.includes(name ?? ''))).toEqual([]);
  });
});
