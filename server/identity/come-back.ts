import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  browserKind,
  closeSessionAt,
  confirmSession,
  openSession,
  personFrom,
  type Proof,
} from '../access/index.ts';
import { secondsAfter } from '../clock.ts';
import type { Services } from '../services.ts';
import type { Attempt } from './attempt.ts';
import { accountOfSubject, enter } from './enter.ts';
import { rememberProviderSession } from './log-out.ts';
import type { Provider } from './provider.ts';
import { identityRules } from './rules.ts';
import { readStatement, type Claims, type Statement } from './statement.ts';

interface Returned {
  services: Services;
  provider: Provider;
  request: FastifyRequest;
  reply: FastifyReply;
  /** what this browser left with; undefined: it never did, too long ago, or it came back before */
  attempt: Attempt | undefined;
}

/** A browser comes back from the provider: it goes on signed in, or to a page that says why not. */
export async function comeBack(returned: Returned): Promise<FastifyReply> {
  const { services, provider, request, reply, attempt } = returned;
  if (!attempt) return back(request, reply, '/sign-in', 'attempt');
  const { body: rules } = await identityRules(services.store);
  const query = request.url.split('?', 2)[1] ?? '';
  const page = attempt.confirms === undefined ? '/sign-in' : '/confirmed';
  // whatever does not hold (state, code, nonce, signature) is one no: which of them is nobody's business
  const claims = await provider.finish(query, attempt, rules).catch(() => undefined);
  if (!claims) return back(request, reply, page, 'provider');
  const said = readStatement(claims, rules);
  const proof = proofOf(said, services);
  if (attempt.confirms !== undefined) return confirm(returned, attempt, said, proof);
  const entered = await enter(services, said, rules);
  if (!entered.ok) return back(request, reply, page, entered.reason);
  const { account } = entered;
  await remember(services, claims, account.id);
  const token = await openSession(services, account.id, proof, browserKind(request.headers['user-agent']));
  if (attempt.session !== undefined) await closeSessionAt(services, attempt.session);
  reply.startSession(token);
  request.person = await personFrom(services, account);
  return reply.redirect(attempt.then, 302);
}

/** The provider's own clock says how long ago somebody showed who they are; where it does not, it is long ago. */
function proofOf(said: Statement, { clock }: Services): Proof {
  const longAgo = 24 * 60 * 60;
  return { strong: said.strong, at: secondsAfter(clock.now(), -(said.age ?? longAgo)) };
}

async function remember(services: Services, { iss: issuer, sid }: Claims, account: string): Promise<void> {
  await rememberProviderSession(services, { issuer, sid, account });
}

/** The same person as the session's, with more than one factor: another one's word confirms nothing. */
async function confirm(
  { services, request, reply }: Returned,
  attempt: Attempt,
  said: Statement,
  proof: Proof,
): Promise<FastifyReply> {
  const account = await accountOfSubject(services, said.issuer, said.subject);
  if (account === undefined || account !== attempt.confirms) {
    return back(request, reply, '/confirmed', 'another-person');
  }
  if (!said.strong) return back(request, reply, '/confirmed', 'one-factor');
  const noted = await confirmSession(services, attempt.session ?? '', proof);
  return noted ? reply.redirect('/confirmed', 302) : back(request, reply, '/confirmed', 'attempt');
}

function back(request: FastifyRequest, reply: FastifyReply, page: string, reason: string): FastifyReply {
  request.refusedFor = reason;
  return reply.redirect(`${page}?refused=${reason}`, 302);
}
