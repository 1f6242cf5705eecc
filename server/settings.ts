/** A setting of the environment, as it is documented and as `--check` prints it. */
export interface Setting {
  name: string;
  /** what it is for, and what to give */
  says: string;
  /** what holds when it is absent, in words */
  absent: string;
  /** never printed; may be given as `<name>_FILE`, the path of a file that holds it */
  secret?: boolean;
}

/** Every setting there is. docs/settings.md is written from this table, and a test compares the two. */
export const settings: readonly Setting[] = [
  {
    name: 'AUTHORITY',
    says: 'Name of the authority. It is written into a new store and is not changed after.',
    absent: 'Northmoor Council, the invented one',
  },
  {
    name: 'DATA_DIR',
    says: 'Folder of the store: the SQLite file, the attachments and, where no other is named, the anchors. On a local disk, never on a network share.',
    absent: './data',
  },
  { name: 'PORT', says: 'Port to listen on, 0 for any free one.', absent: '3000' },
  {
    name: 'HOST',
    says: 'Address to listen on. Another than this machine needs TRUST_PROXY, because the server itself speaks plain http.',
    absent: '127.0.0.1, this machine only',
  },
  {
    name: 'TRUST_PROXY',
    says: 'How a reverse proxy that ends TLS is known: `yes` where nothing but the proxy can reach this port, or the addresses of the proxies (`10.0.0.4, 10.1.0.0/16`). Only then are its x-forwarded-for and x-request-id believed.',
    absent: 'no: there is no proxy',
  },
  {
    name: 'PUBLIC_URL',
    says: 'Origin under which browsers reach the service, such as `https://throughline.example.gov.uk`. The provider of sign-in sends people back there.',
    absent: 'not known; needed with OIDC_ISSUER',
  },
  {
    name: 'DRAIN_SECONDS',
    says: 'How long this server goes on after it was told to end, while `/api/health/ready` already says no, so that the proxy sends nobody new.',
    absent: '0',
  },
  {
    name: 'LOG_LEVEL',
    says: 'fatal, error, warn, info, debug, trace or silent. No level writes personal data.',
    absent: 'info',
  },
  {
    name: 'MONGODB_URL',
    says: 'Address of a MongoDB replica set, with user and database. Needs MASTER_KEY_FILE.',
    absent: 'the store is SQLite in DATA_DIR',
    secret: true,
  },
  {
    name: 'MASTER_KEY_FILE',
    says: 'File with the key that wraps all others: 32 bytes in base64, as `openssl rand -base64 32` makes them. Keep a copy where no backup of the data is.',
    absent: 'SQLite makes one in `DATA_DIR/keys/master.key`',
  },
  {
    name: 'ANCHOR_DIR',
    says: 'Folder, outside the database and best on another machine, that the heads of the audit and of all histories are written to.',
    absent: '`DATA_DIR/anchors`',
  },
  {
    name: 'LOCAL_ACCOUNTS',
    says: 'Whether people may sign in with a password kept here: yes or no. `no` needs OIDC_ISSUER.',
    absent: 'yes',
  },
  {
    name: 'OIDC_ISSUER',
    says: 'Address of the OpenID Connect provider of the authority.',
    absent: 'sign-in by local accounts only',
  },
  { name: 'OIDC_CLIENT_ID', says: 'How the provider knows this service.', absent: 'needed with OIDC_ISSUER' },
  {
    name: 'OIDC_CLIENT_SECRET',
    says: 'Secret of this service at the provider.',
    absent: 'needed with OIDC_ISSUER',
    secret: true,
  },
  {
    name: 'SCIM_TOKEN',
    says: 'Token with which the identity provider brings accounts and teams in by SCIM: 32 characters or more.',
    absent: 'SCIM is off',
    secret: true,
  },
  {
    name: 'METRICS_TOKEN',
    says: 'Token with which Prometheus reads /metrics: 32 characters or more.',
    absent: '/metrics answers this machine only',
    secret: true,
  },
];

/** Names that may stand in the environment: each setting, and the file of each secret. */
export const settingNames: readonly string[] = settings.flatMap(({ name, secret }) =>
  secret ? [name, `${name}_FILE`] : [name],
);

/** docs/settings.md as it has to stand. */
export function settingsPage(): string {
  const said = settings.map(({ name, says, absent, secret }) => {
    const file = secret
      ? `\n\nA secret: give the path of a file as \`${name}_FILE\` (it wins over \`${name}\`).`
      : '';
    return `## ${name}\n\n${says}\n\nWhen absent: ${absent}.${file}\n`;
  });
  const intro =
    'Everything is set by the environment and read once, at the start. `npm run check-config` prints what would be used, or every fault at once, and ends.';
  return `# Settings\n\n${intro}\n\n${said.join('\n')}`;
}
