import { isLoopback, overTls } from './addresses.ts';
import { settingOf, type Environment } from './secret-file.ts';

interface Read {
  host: string;
  trustProxy: boolean | string[];
  localAccounts: boolean;
}

/** What each setting may be on its own, but not together. One message for each. */
export function unsafeTogether(env: Environment, { host, trustProxy, localAccounts }: Read): string[] {
  const has = (name: string): boolean => settingOf(env, name) !== undefined;
  const given = (name: string): boolean => has(name) || has(`${name}_FILE`);
  const oidc = has('OIDC_ISSUER');
  const faults: [boolean, string][] = [
    [
      !isLoopback(host) && trustProxy === false,
      `HOST is ${host}, which other machines reach, and this server speaks plain http: put a proxy with TLS in front and say so by TRUST_PROXY.`,
    ],
    [
      given('MONGODB_URL') && !has('MASTER_KEY_FILE'),
      'MONGODB_URL needs MASTER_KEY_FILE: with several servers the key has to be given, none makes one by itself.',
    ],
    [!localAccounts && !oidc, 'LOCAL_ACCOUNTS is no and there is no OIDC_ISSUER: nobody could sign in.'],
    [oidc && !has('OIDC_CLIENT_ID'), 'OIDC_ISSUER needs OIDC_CLIENT_ID.'],
    [oidc && !given('OIDC_CLIENT_SECRET'), 'OIDC_ISSUER needs OIDC_CLIENT_SECRET_FILE.'],
    [oidc && !has('PUBLIC_URL'), 'OIDC_ISSUER needs PUBLIC_URL: the provider sends people back to it.'],
    [
      !oidc && (has('OIDC_CLIENT_ID') || given('OIDC_CLIENT_SECRET')),
      'OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are of no use without OIDC_ISSUER: set it, or unset them.',
    ],
    [
      oidc && trustProxy !== false && overTls(env['PUBLIC_URL'] ?? '')?.protocol === 'http:',
      'PUBLIC_URL is plain http behind a proxy: cookies of the service travel over TLS only, so give it as https.',
    ],
  ];
  return faults.filter(([wrong]) => wrong).map(([, message]) => message);
}
