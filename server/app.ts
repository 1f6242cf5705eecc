import rateLimit from '@fastify/rate-limit';
import fastify, { LogController, type FastifyInstance } from 'fastify';
import {
  accountLogRoutes,
  accountRoutes,
  confirmationRoute,
  demonstrationRoutes,
  firstAdministratorRoute,
  ownSessionRoutes,
  passwordRoutes,
  roleRequestRoutes,
  roleRoutes,
  sessionRoutes,
  staffRoutes,
  type SignInWays,
} from './access/index.ts';
import { trustsProxyAt } from './addresses.ts';
import { attachmentRoutes } from './attachments/index.ts';
import { auditRoutes, lookRoutes, printRoute, verificationRoutes } from './audit/index.ts';
import { outputRoutes } from './outputs/index.ts';
import { invitationRoutes } from './partners/index.ts';
import { peopleRoutes } from './people/index.ts';
import { auditing } from './plugins/audit-trail.ts';
import { compiledOnce } from './plugins/compiled-once.ts';
import { faultAnswers } from './plugins/faults.ts';
import { securityHeaders } from './plugins/headers.ts';
import { healthRoutes } from './plugins/health.ts';
import { limits } from './plugins/limits.ts';
import { liveEvents } from './plugins/live.ts';
import { logOptions, requestIds, requestLog, type LogTo } from './plugins/log.ts';
import { metrics } from './plugins/metrics.ts';
import { openapi } from './plugins/openapi.ts';
import { routePolicy } from './plugins/route-policy.ts';
import { sessions } from './plugins/session.ts';
import { staticFiles } from './plugins/static-files.ts';
import { caseRoutes, peopleOfCases, recordRoutes } from './cases/index.ts';
import { pathwayRoutes } from './drafts/index.ts';
import { improvementRoutes } from './improvements/index.ts';
import type { Host, Versions } from './host.ts';
import { openProvider, providerRoutes, rulesRoutes, type ProviderSettings } from './identity/index.ts';
import { dayRoutes } from './day/index.ts';
import { disclosureRoutes } from './disclosure/index.ts';
import { insightRoutes } from './insight/index.ts';
import { funnelRoutes, measureRoutes } from './measures/index.ts';
import { moveRoutes } from './moving/index.ts';
import { importRoutes, scimRoutes } from './provisioning/index.ts';
import { onDuty, operationsRoutes } from './operations/index.ts';
import { oversightRoutes } from './oversight/index.ts';
import { bookingRoutes, meetingRoutes } from './meetings/index.ts';
import { planRoutes } from './plans/index.ts';
import { practiceRoutes } from './practice/index.ts';
import { publishingRoutes } from './publishing/index.ts';
import { rehearsalRoutes } from './rehearsal/index.ts';
import { retentionRoutes } from './retention/index.ts';
import type { Services } from './services.ts';
import { sharingRoutes } from './sharing/index.ts';
import { coverRoutes } from './cover/index.ts';
import { escalationRoutes } from './escalations/index.ts';
import { glassRoutes, notify } from './glass/index.ts';
import { worklistRoutes } from './worklists/index.ts';
import { withholdingRoutes } from './withholding/index.ts';
import { additionRoutes, allocationRoutes, handOverRoutes, taskRoutes } from './tasks/index.ts';

export interface AppOptions extends Services {
  /** folder of the built pages */
  pages: string;
  version: string;
  /** the pathway that is published here */
  versions: Versions;
  /** folder outside the database in which heads of chains are kept */
  anchors?: string;
  /** folder outside the store in which entries of the audit wait that it does not take; absent: they wait in memory */
  auditReserve?: string;
  /** false only on this machine over plain http */
  secure: boolean;
  /** the proxies in front that are believed */
  trustProxy: boolean | string[];
  metricsToken?: string;
  logLevel: string;
  logTo?: LogTo;
  /** the authority's own sign-in; absent: there is none */
  provider?: ProviderSettings;
  /** false: nobody signs in with a password that is kept here */
  localAccounts?: boolean;
  /** what the authority's directory shows; absent: it brings no accounts */
  scimToken?: string;
}

const mostBytes = 2 * 1024 * 1024;

/** The whole server but its socket: what runs in production is what tests run. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { store, clock, secure, version } = options;
  const services: Services = { store, clock };
  const trusts = trustsProxyAt(options.trustProxy);
  const app = fastify({
    logger: logOptions(options.logLevel, options.logTo),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIds(trusts),
    // the nearest proxy alone is believed, not what it was told by others
    trustProxy: (address, hop) => hop === 0 && trusts(address),
    bodyLimit: mostBytes,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 300 },
    // what is under way when the server ends is answered
    forceCloseConnections: 'idle',
    // what was sent is taken as it is or refused: nothing is turned into something else, dropped or filled in
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } },
    schemaController: { compilersFactory: compiledOnce },
  });
  // the one kind that a form of another site could send besides those of forms
  app.removeContentTypeParser('text/plain');
  requestLog(app);
  faultAnswers(app);
  auditing(app, services, options.auditReserve);
  routePolicy(app, clock);
  await securityHeaders(app, { secure });
  await openapi(app, { version });
  limits(app);
  await app.register(rateLimit, { global: false });
  await sessions(app, { services, secure });

  dutyOf(app, clock.now());
  await routes(app, options);
  await staticFiles(app, { folder: options.pages });
  return app;
}

function dutyOf(app: FastifyInstance, since: string): void {
  app.decorate('duty', onDuty(since));
  app.addHook('onSend', async (_request, reply) => {
    // a browser that keeps its line open asks the next server
    if (app.duty.leaving) reply.header('connection', 'close');
  });
}

async function routes(app: FastifyInstance, options: AppOptions): Promise<void> {
  const { store, clock, secure, version, versions } = options;
  const services: Services = { store, clock };
  const host: Host = { store, clock, versions };
  healthRoutes(app, host, version);
  metrics(app, host, { token: options.metricsToken, proxied: options.trustProxy !== false });
  operationsRoutes(app, host, version);
  liveEvents(app, services);
  const ways: SignInWays = { local: options.localAccounts ?? true, provider: options.provider !== undefined };
  sessionRoutes(app, services, ways);
  confirmationRoute(app, services, ways);
  if (options.provider) providerRoutes(app, { services, secure, provider: openProvider(options.provider) });
  rulesRoutes(app, services);
  firstAdministratorRoute(app, services);
  if (store.about.demonstration) demonstrationRoutes(app, services);
  roleRoutes(app, services, notify);
  staffRoutes(app, services);
  accountRoutes(app, services, notify);
  accountLogRoutes(app, services);
  roleRequestRoutes(app, services);
  passwordRoutes(app, services, ways, notify);
  ownSessionRoutes(app, services);
  importRoutes(app, services, notify);
  await scimRoutes(app, services, options.scimToken);
  auditRoutes(app, services);
  verificationRoutes(app, services, options.anchors);
  lookRoutes(app, host);
  printRoute(app, services);
  peopleRoutes(app, services, peopleOfCases(host));
  await attachmentRoutes(app, services);
  taskRoutes(app, host);
  allocationRoutes(app, host);
  handOverRoutes(app, host);
  escalationRoutes(app, host);
  oversightOf(app, host);
  additionRoutes(app, host);
  caseRoutes(app, host);
  recordRoutes(app, host);
  outputRoutes(app, host);
  practiceRoutes(app, host);
  planRoutes(app, host);
  dayRoutes(app, host);
  meetingRoutes(app, host);
  bookingRoutes(app, host);
  withholdingRoutes(app, host);
  sharingRoutes(app, host);
  invitationRoutes(app, host);
  glassRoutes(app, services);
  coverRoutes(app, services);
  disclosureRoutes(app, host);
  retentionRoutes(app, host);
  pathwayRoutes(app, host);
  improvementRoutes(app, host);
  insightRoutes(app, host);
  rehearsalRoutes(app, host);
  moveRoutes(app, host);
  publishingRoutes(app, host);
}

/** How the work stands, for those who look after it. */
function oversightOf(app: FastifyInstance, host: Host): void {
  worklistRoutes(app, host);
  measureRoutes(app, host);
  funnelRoutes(app, host);
  oversightRoutes(app, host);
}
