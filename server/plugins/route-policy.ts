import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { confirmedLately, may, type Action, type Answer, type Thing } from '../access/index.ts';
import type { Clock } from '../clock.ts';
import { notFoundMessage, refuse, refuseAbsent } from '../errors.ts';

/** What a route asks before it does anything: may this person do this to that thing? */
export interface Policy {
  action: Action;
  /** undefined: there is no such thing, which looks the same as one that may not be known of */
  thing(request: FastifyRequest): Thing | undefined | Promise<Thing | undefined>;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    may?: Policy;
    /** asks whoever wants it to have shown within the last ten minutes that it is them */
    stepUp?: boolean;
    /** asked by the page itself, not by a person at work: does not keep a session alive */
    live?: boolean;
  }
  interface FastifyRequest {
    /** what the route is about, once access to it was asked for */
    thing: Thing | undefined;
  }
  interface FastifyInstance {
    /** every route, as the tests of access read it */
    routeTable: RouteOptions[];
  }
}

const refusalSchema = {
  type: 'object',
  properties: {
    refusal: {
      type: 'object',
      properties: {
        reason: { type: 'string' },
        message: { type: 'string' },
        findings: { type: 'array', items: { type: 'object', additionalProperties: true } },
      },
      required: ['reason', 'message', 'findings'],
      additionalProperties: false,
    },
  },
  required: ['refusal'],
  additionalProperties: true,
} as const;

/** Asks the one question of access on every route, and stops the start when a route does not say what to ask. */
export function routePolicy(app: FastifyInstance, clock: Clock): void {
  const routes: RouteOptions[] = [];
  app.decorate('routeTable', routes);
  app.decorateRequest('thing', undefined);
  app.decorateRequest('deniedBy', undefined);
  app.addHook('onRoute', (route) => {
    routes.push(route);
    if (!route.url.startsWith('/api/')) return;
    const answers = (route.schema?.response ?? {}) as object;
    route.schema = { ...route.schema, response: { '4xx': refusalSchema, '5xx': refusalSchema, ...answers } };
  });
  app.addHook('onReady', async () => {
    const faults = routes.flatMap(faultsOf);
    if (faults.length > 0) throw new Error(`The server does not start: ${faults.join(' ')}`);
  });
  app.addHook('preHandler', async (request) => {
    const policy = request.routeOptions.config.may;
    // addresses without a route have no policy and no handler but the one that says so
    if (policy) await ask(request, policy);
    if (request.routeOptions.config.stepUp && !confirmedLately(request.person, clock.now())) {
      refuse(403, 'step-up', 'Show once more that it is you: this asks for it. Then it is done.');
    }
  });
}

function faultsOf(route: RouteOptions): string[] {
  const name = `${[route.method].flat().join(' ')} ${route.url}`;
  const missing = [
    route.config?.may ? [] : ['no access policy'],
    route.config?.audit ? [] : ['no audit declaration'],
    !route.url.startsWith('/api/') || hasAnswer(route) ? [] : ['no schema of its answer'],
  ].flat();
  return missing.length > 0 ? [`${name} has ${missing.join(' and ')}.`] : [];
}

function hasAnswer(route: RouteOptions): boolean {
  if ((route.schema as { hide?: boolean } | undefined)?.hide) return true;
  return Object.keys((route.schema?.response ?? {}) as object).some((status) => /^[23]/.test(status));
}

async function ask(request: FastifyRequest, policy: Policy): Promise<void> {
  // nobody learns whether a thing exists before saying who they are
  refuseUnless(request, may(request.person, policy.action, { kind: 'nothing' }), 'signed-out');
  request.thing = await policy.thing(request);
  if (!request.thing) refuseAbsent();
  refuseUnless(request, may(request.person, policy.action, request.thing));
}

/** Asks about one more thing inside a handler, where a command is about several. */
export function refuseUnlessMay(request: FastifyRequest, action: Action, thing: Thing): void {
  refuseUnless(request, may(request.person, action, thing));
}

function refuseUnless(request: FastifyRequest, answer: Answer, only?: 'signed-out'): void {
  if (answer.ok || (only !== undefined && answer.code !== only)) return;
  request.deniedBy = answer.code;
  if (answer.code === 'signed-out') refuse(401, 'signed-out', answer.say);
  if (answer.code === 'hidden') {
    request.hiddenRefusal = true;
    refuse(404, 'not-found', notFoundMessage);
  }
  refuse(403, answer.code, answer.say);
}

declare module 'fastify' {
  interface FastifyRequest {
    /** refused, though the answer says only that nothing was found */
    hiddenRefusal: boolean | undefined;
    /** the answer of access, where it was a no: it stands in the audit, whatever the route leaves there else */
    deniedBy: Exclude<Answer, { ok: true }>['code'] | undefined;
  }
}
