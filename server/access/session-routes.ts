import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from '../errors.ts';
import { done, flag, line, listOf, named, object, sent, text } from '../schemas.ts';
import type { Services } from '../services.ts';
import { accountOf, type Account } from './accounts.ts';
import type { Action } from './actions.ts';
import { browserKind } from './browser-kind.ts';
import { confirmsBy } from './confirmation-routes.ts';
import { makeFirstAdministrator } from './first-administrator.ts';
import { may } from './may.ts';
import { passwordFault } from './passwords.ts';
import type { Person } from './person.ts';
import { performsOf } from './rights.ts';
import { closeSession, csrfOf, openSession, personFrom } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { reachOf } from './teams-in-reach.ts';
import { nothing } from './thing.ts';
import type { SignInWays } from './ways.ts';

const person = object({ id: text, name: text, roles: listOf(named), team: named }, ['id', 'name', 'roles']);
const session = object(
  {
    ...{
      signedIn: flag,
      person,
      csrf: text,
      demonstration: flag,
      authority: object({ name: text }, ['name']),
    },
    may: listOf(text),
    // how one can sign in here, and how whoever is signed in shows once more that it is them
    ways: object({ local: flag, provider: flag }, ['local', 'provider']),
    confirms: text,
  },
  ['signedIn', 'csrf', 'demonstration', 'authority'],
);
const same = (action: Action): [string, Action] => [action, action];
/** what the navigation offers, and the right each of them needs */
const offers: [string, Action][] = [
  ['record-contact', 'open-contact'],
  ['list-work', 'list-work'],
  ['allocate', 'give-task'],
  ['see-stages', 'see-stages'],
  ['find-families', 'find-families'],
  ['manage-accounts', 'manage-accounts'],
  ['read-audit', 'read-audit'],
  // what pages about records offer: who looked, how long they are kept, a person's own
  ...(['see-who-looked', 'see-retention', 'export-record', 'hold-record'] as const).map(same),
  ...(['propose-disposal', 'approve-disposal'] as const).map(same),
  // what is given or taken for a time, and what the authority decides of roles
  ...(
    [
      'break-glass',
      'see-identified',
      'read-shared',
      'manage-roles',
      'cover-absence',
      'see-operations',
    ] as const
  ).map(same),
  ['redraw-pathway', 'redraw-pathway'],
  ['approve-pathway', 'approve-pathway'],
  ['move-cases', 'move-cases'],
  // whoever has a part in changing the pathway is led to it
  ...(['redraw-pathway', 'approve-pathway', 'move-cases'] as const).map((action): [string, Action] => [
    'change-pathway',
    action,
  ]),
];
const open = { action: 'use-signed-out', thing: () => nothing } as const;
/** tries a minute from one address, beside the count for each name */
const slowly = { rateLimit: { max: 30, timeWindow: '1 minute' } };

/** Who is signed in; signing in and out. */
export function sessionRoutes(app: FastifyInstance, services: Services, ways: SignInWays): void {
  const { about } = services.store;
  const says = (token: string, who: Person | undefined, account?: Account) => ({
    ...{ signedIn: who !== undefined, csrf: csrfOf(token), demonstration: about.demonstration },
    ...{ authority: { name: about.authority.name }, ways },
    ...(who ? { person: { id: who.id, name: who.name, roles: who.roles, team: who.team } } : {}),
    confirms: who && confirmsBy(account, ways, about.demonstration),
    may: [
      ...new Set(offers.filter(([, action]) => may(who, action, nothing).ok).map(([offer]) => offer)),
      // one's own absence is one's own to say, where one's work is a colleague's to do
      ...(who && performsOf(who.roles).length > 0 ? ['cover'] : []),
      // whoever sees how the work of more than one team stands
      ...(who && ['service', 'all'].includes(reachOf(who, 'see-stages') ?? '') ? ['oversee'] : []),
    ],
  });

  app.get('/api/session', {
    schema: { summary: 'Who is signed in', tags: ['session'], response: { 200: session } },
    config: { may: open, audit: { none: 'Tells a browser about itself.' } },
    handler: async (request, reply) => {
      const token = request.token ?? (isFromElsewhere(request) ? '' : reply.startSession());
      const account = request.person && (await accountOf(services.store, request.person.id));
      return says(token, request.person, account?.body);
    },
  });

  app.post('/api/sign-in', {
    schema: {
      ...{ summary: 'Sign in with a local account', tags: ['session'], response: { 200: session } },
      body: sent({ name: line, password: { type: 'string', minLength: 1, maxLength: 200 } }),
    },
    config: { may: open, audit: { action: 'sign-in' }, ...slowly },
    handler: async (request: FastifyRequest<{ Body: { name: string; password: string } }>, reply) => {
      if (!ways.local) {
        refuse(422, 'no-local-accounts', 'Passwords are not used here. Sign in with your authority instead.');
      }
      const { name, password } = request.body;
      const tried = await signIn(services, name, password, request.ip);
      if (!tried.ok) refuseSignIn(tried.waitSeconds);
      const browser = browserKind(request.headers['user-agent']);
      const token = await openSession(services, tried.account.id, undefined, browser);
      if (request.token) await closeSession(services, request.token);
      reply.startSession(token);
      request.person = await personFrom(services, tried.account);
      return says(token, request.person, tried.account);
    },
  });

  app.post('/api/sign-out', {
    schema: { summary: 'Sign out', tags: ['session'], response: { 200: done } },
    config: { may: open, audit: { action: 'sign-out' } },
    handler: async (request, reply) => {
      if (request.token) await closeSession(services, request.token);
      reply.endSession();
      return { ok: true };
    },
  });
}

/** Followed from another site, where the browser keeps its cookie back: a new one would end the session it has. */
function isFromElsewhere({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** The account that begins an empty store. */
export function firstAdministratorRoute(app: FastifyInstance, services: Services): void {
  app.post('/api/first-administrator', {
    schema: {
      ...{ summary: 'Make the first account, with the one-time link', tags: ['session'] },
      ...{ response: { 200: done } },
      body: sent({
        token: line,
        name: line,
        displayName: line,
        password: { type: 'string', maxLength: 200 },
      }),
    },
    config: { may: open, audit: { action: 'make-first-administrator' }, ...slowly },
    handler: async (request: FastifyRequest<{ Body: FirstAdministrator }>) => {
      const fault = passwordFault(request.body.password, request.body.name);
      if (fault) refuse(422, 'password', fault);
      const made = await makeFirstAdministrator(services, request.body);
      if (!made.ok) {
        refuse(
          422,
          made.reason,
          'This link was used already or is more than a day old. Start the server again to get a new one.',
        );
      }
      return { ok: true };
    },
  });
}

interface FirstAdministrator {
  token: string;
  name: string;
  displayName: string;
  password: string;
}

function refuseSignIn(waitSeconds: number | undefined): never {
  if (waitSeconds === undefined) {
    refuse(401, 'sign-in', 'Name and password do not fit together. Check both and try again.');
  }
  const minutes = Math.ceil(waitSeconds / 60);
  const wait = waitSeconds < 60 ? 'a minute' : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  refuse(429, 'too-many-tries', `Too many tries with this name. Wait ${wait}, then try again.`);
}
