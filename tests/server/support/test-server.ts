import type { FastifyInstance, InjectOptions } from 'fastify';
import { createAccount, hashPassword, openSession, putTeam } from '../../../server/access/index.ts';
import { publishedVersions, shippedVersions } from '../../support/shipped-version.ts';
import { buildApp, type AppOptions } from '../../../server/app.ts';
import type { Versions } from '../../../server/host.ts';
import type { LogTo } from '../../../server/plugins/log.ts';
import type { Store } from '../../../server/store/index.ts';
import { movingClock, type MovingClock } from './moving-clock.ts';
import { storeIn, temporaryFolder } from './temporary-store.ts';

export interface Answer<T = unknown> {
  status: number;
  body: T;
  headers: Record<string, unknown>;
}

/** A browser of one person: it keeps the cookie and sends the token with every change, as our pages do. */
export interface Browser {
  get<T = never>(url: string): Promise<Answer<T>>;
  post<T = never>(url: string, body?: object): Promise<Answer<T>>;
  put<T = never>(url: string, body?: object): Promise<Answer<T>>;
  /** anything else about the request */
  send<T = never>(options: InjectOptions): Promise<Answer<T>>;
  cookie(): string;
}

export interface TestServer {
  app: FastifyInstance;
  store: Store;
  clock: MovingClock;
  versions: Versions;
  folder: string;
  /** a browser in which nobody is signed in */
  browser(): Promise<Browser>;
  /** a browser in which somebody with these roles is signed in */
  signedIn(roles: string | string[], team?: string, id?: string): Promise<Browser>;
  close(): Promise<void>;
}

export const teams = [
  { id: 'north', name: 'North team', service: 'children' },
  { id: 'south', name: 'South team', service: 'children' },
  { id: 'elsewhere', name: 'Another service', service: 'adults' },
];

/** The server as in production, on a store of its own, with three teams and a clock that stands still. */
export async function testServer(
  options: {
    demonstration?: boolean;
    /** published versions are kept in the store, as in production; else there is one that no test publishes beside */
    published?: boolean;
    prepare?: (app: FastifyInstance) => void;
    /** folder of entries of the audit that the store does not take; absent: they wait in memory */
    auditReserve?: string;
    /** every line of the log, at its most talkative */
    logTo?: LogTo;
    /** how people and directories get in, as the environment sets it in production */
    entrance?: Pick<AppOptions, 'provider' | 'localAccounts' | 'scimToken'>;
  } = {},
): Promise<TestServer> {
  const { prepare, published, entrance, logTo, auditReserve, ...store_ } = options;
  const folder = temporaryFolder();
  const clock = movingClock();
  const store = storeIn(folder.path, { now: () => Date.parse(clock.now()), ...store_ });
  for (const team of teams) await putTeam(store, team);
  const versions = published ? await publishedVersions(store, clock) : shippedVersions;
  const app = await buildApp({
    ...{
      store,
      clock,
      versions,
      secure: false,
      version: '0.0.0',
      pages: `${folder.path}/pages`,
    },
    ...(auditReserve === undefined ? {} : { auditReserve }),
    ...{ trustProxy: false, logLevel: logTo ? 'trace' : 'silent', ...(logTo ? { logTo } : {}), ...entrance },
  });
  prepare?.(app);
  await app.ready();
  let made = 0;
  return {
    ...{ app, store, clock, versions, folder: folder.path },
    browser: () => browser(app),
    async signedIn(roles, team = 'north', id = `person-${(made += 1)}`) {
      const known = await store.document('account', id);
      const account = { id, name: id, displayName: id, roles: [roles].flat(), team };
      if (!known) await createAccount(store, account);
      return browser(app, await openSession({ store, clock }, id));
    },
    async close() {
      await app.close();
      await store.close();
      folder.remove();
    },
  };
}

export async function accountWithPassword(
  store: Store,
  name: string,
  password: string,
  roles: string[] = ['social-worker'],
): Promise<string> {
  const made = await createAccount(store, {
    ...{ name, displayName: name, roles, team: 'north', password: await hashPassword(password) },
  });
  return made.id;
}

async function browser(app: FastifyInstance, token?: string): Promise<Browser> {
  let cookie = token ? `throughline=${token}` : '';
  let csrf = '';
  const send = async <T>(options: InjectOptions): Promise<Answer<T>> => {
    const response = await app.inject({
      ...options,
      headers: { ...(cookie ? { cookie } : {}), 'x-csrf-token': csrf, ...options.headers },
    });
    for (const one of response.cookies) cookie = one.value ? `${one.name}=${one.value}` : '';
    const isJson = String(response.headers['content-type']).includes('json');
    const body = (isJson ? response.json() : response.body) as T;
    const told = (body as { csrf?: string } | null)?.csrf;
    if (told) csrf = told;
    return { status: response.statusCode, body, headers: response.headers };
  };
  await send({ method: 'GET', url: '/api/session' });
  return {
    send,
    get: (url) => send({ method: 'GET', url }),
    post: (url, body = {}) => send({ method: 'POST', url, payload: body }),
    put: (url, body = {}) => send({ method: 'PUT', url, payload: body }),
    cookie: () => cookie,
  };
}
