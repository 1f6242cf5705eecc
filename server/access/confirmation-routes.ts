import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from '../errors.ts';
import { done, object } from '../schemas.ts';
import type { Services } from '../services.ts';
import { accountOf, type Account } from './accounts.ts';
import { confirmSession, sessionId } from './sessions.ts';
import { confirmPassword } from './sign-in.ts';
import { nothing } from './thing.ts';
import type { SignInWays } from './ways.ts';

/** How somebody can show once more who they are: an invented person of a demonstration only says so. */
export type Confirms = 'password' | 'provider' | 'demonstration';

export function confirmsBy(
  account: Account | undefined,
  ways: SignInWays,
  demonstration: boolean,
): Confirms | undefined {
  if (account?.password && ways.local) return 'password';
  if (demonstration) return 'demonstration';
  return ways.provider ? 'provider' : undefined;
}

/** Showing once more who one is, before what cannot be taken back: it holds for ten minutes. */
export function confirmationRoute(app: FastifyInstance, services: Services, ways: SignInWays): void {
  const { store, clock } = services;
  confirmedRoute(app);
  app.post('/api/session/confirmation', {
    schema: {
      ...{ summary: 'Show once more who you are', tags: ['session'], response: { 200: done } },
      body: object({ password: { type: 'string', maxLength: 200 } }, []),
    },
    config: {
      may: { action: 'be-signed-in', thing: () => nothing },
      audit: { action: 'confirm-session' },
      rateLimit: { max: 30, timeWindow: '1 minute' },
    },
    handler: async (request: FastifyRequest<{ Body: { password?: string } }>) => {
      const account = (await accountOf(store, request.person?.id ?? ''))?.body;
      const by = confirmsBy(account, ways, store.about.demonstration);
      if (account && by === 'password') await checkPassword(services, account, request.body.password ?? '');
      else if (by !== 'demonstration') {
        refuse(422, 'provider', 'Your account has no password here. Use the sign-in of your authority.');
      }
      const proof = { strong: false, at: clock.now() };
      const noted = await confirmSession(services, sessionId(request.token ?? ''), proof);
      if (!noted) refuse(401, 'signed-out', 'Sign in to go on.');
      return { ok: true };
    },
  });
}

/** A download can't ask who takes it: its page asks here first. */
function confirmedRoute(app: FastifyInstance): void {
  app.get('/api/session/confirmed', {
    schema: {
      ...{ summary: 'Whether one showed lately who one is', tags: ['session'], response: { 200: done } },
    },
    config: {
      ...{ may: { action: 'be-signed-in', thing: () => nothing }, stepUp: true },
      audit: { none: 'Reads nothing: what is opened after it has an entry of its own.' },
    },
    handler: () => ({ ok: true }),
  });
}

/** Counted as tries to sign in are: whoever finds a page left open gets no more guesses than anybody. */
async function checkPassword(services: Services, account: Account, password: string): Promise<void> {
  const tried = await confirmPassword(services, account, password);
  if (tried.ok) return;
  if (tried.waitSeconds === undefined) {
    refuse(422, 'password', 'This is not your password. Check it and try again.');
  }
  refuse(429, 'too-many-tries', 'Too many tries with this password. Wait a few minutes, then try again.');
}
