import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse, refuseAbsent } from '../errors.ts';
import { done, line, object, params, sent, text } from '../schemas.ts';
import type { Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';
import type { Store } from '../store/port.ts';
import { accountOf, isOpen, type Account } from './accounts.ts';
import { offerPasswordLink, setPassword } from './password-link.ts';
import type { Tell } from './tell.ts';
import { nothing, type Thing } from './thing.ts';
import type { SignInWays } from './ways.ts';

/** A link with which somebody chooses a password; made by an administrator, who never learns the password. */
export function passwordRoutes(app: FastifyInstance, services: Services, ways: SignInWays, tell: Tell): void {
  const { store, clock } = services;

  app.post('/api/accounts/:id/password-link', {
    schema: {
      ...{ summary: 'Make a link to choose a password', tags: ['accounts'], params: params('id') },
      response: { 200: object({ token: text, expires: text }, ['token', 'expires']) },
    },
    config: {
      may: {
        action: 'manage-accounts',
        thing: (request): Thing => ({ kind: 'account', id: (request.params as { id: string }).id }),
      },
      audit: { action: 'make-password-link' },
      stepUp: true,
    },
    handler: async (request: FastifyRequest<{ Params: { id: string } }>) => {
      if (!ways.local) {
        refuse(422, 'no-local-accounts', 'Passwords are not used here: people sign in with the authority.');
      }
      const account = (await accountOf(store, request.params.id))?.body;
      if (!account) refuseAbsent();
      if (!isOpen(account, clock.now())) {
        refuse(422, 'ended', 'This account is disabled or has ended. Open it again first.');
      }
      if (ways.provider && (await signsInElsewhere(store, account))) {
        const message = 'This person signs in with the authority: there is no password to choose here.';
        refuse(422, 'signs-in-elsewhere', message);
      }
      const by = signedIn(request).id;
      // told before there is a link: whoever it is for hears of it, whatever comes of it
      await tell(services, { to: account.id, by, kind: 'password-link' });
      const link = await offerPasswordLink(services, account.id);
      if (!link) refuse(503, 'unavailable', 'The link could not be kept. Try again shortly.');
      return link;
    },
  });

  app.post('/api/new-password', {
    schema: {
      ...{ summary: 'Choose a password, with the one-time link', tags: ['session'] },
      ...{ response: { 200: done } },
      body: sent({ token: line, password: { type: 'string', maxLength: 200 } }),
    },
    config: {
      may: { action: 'use-signed-out', thing: () => nothing },
      audit: { action: 'choose-password' },
      rateLimit: { max: 30, timeWindow: '1 minute' },
    },
    handler: async (request: FastifyRequest<{ Body: { token: string; password: string } }>) => {
      const set = await setPassword(services, request.body);
      if (!set.ok) refuse(422, set.reason, set.message);
      return { ok: true };
    },
  });
}

/** Whether the authority's own sign-in is the way in for an account: a password would go round what it asks for. */
async function signsInElsewhere(store: Store, { id, source }: Account): Promise<boolean> {
  if (source === 'scim' || source === 'oidc') return true;
  const { rows } = await store.list('documents', { kind: 'identity', owner: id }, { limit: 1 });
  return rows.length > 0;
}
