import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasAdministrator, offerFirstAdministrator } from './access/index.ts';
import { buildApp } from './app.ts';
import { startAnchoring } from './audit/index.ts';
import { systemClock } from './clock.ts';
import { isLoopback, readConfig, type Config } from './config.ts';
import { wakeCase } from './cases/index.ts';
import { configuredStore } from './configured-store.ts';
import { makeDemonstration } from './demo/index.ts';
import { everyJourney } from './journeys/index.ts';
import { closeOnSignal, sayConfiguration, startSayingHere } from './operations/index.ts';
import { openVersions } from './pathways/index.ts';
import { startTidying } from './storage/tidying.ts';
import { startPoller } from './timers/index.ts';
import { StoreNotOpened, type Store } from './store/index.ts';

// what is made is for the user of the service only, whatever the folders let in
process.umask(0o077);

const here = import.meta.dirname;

/** Says why the server does not start, one line for each reason, and ends. */
function stop(...reasons: string[]): never {
  for (const reason of reasons) process.stderr.write(`${reason}\n`);
  process.exit(1);
}

function configured(): Config {
  const read = readConfig(process.env);
  return read.ok ? read.config : stop(...read.faults);
}

async function opened(config: Config, empty: boolean): Promise<Store> {
  try {
    return await configuredStore(config, empty, systemClock.now());
  } catch (fault) {
    if (fault instanceof StoreNotOpened) stop(fault.message);
    throw fault;
  }
}

function version(): string {
  const file = join(here, '..', 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

const config = configured();
if (process.argv.includes('--check')) {
  process.stdout.write(sayConfiguration(process.env));
  process.exit(0);
}
const store = await opened(config, process.argv.includes('--empty'));
if (store.about.demonstration && (config.trustProxy !== false || !isLoopback(config.host))) {
  stop(
    `The store in ${config.mongodbUrl === undefined ? config.dataDir : 'the database'} is a demonstration, which is for this machine only. Start without HOST and TRUST_PROXY.`,
  );
}
const secure = config.trustProxy !== false || !isLoopback(config.host);
const versions = await openVersions(store, join(here, '..', 'processes'), 'child-protection');
const host = { store, clock: systemClock, versions };
// before anything else works on the cases: a wake-up would come between two commands of a story
if (store.about.demonstration && !(await store.document('setting', 'queues'))) {
  process.stdout.write('Making an invented authority, its families and their history …\n');
  const made = await makeDemonstration(host);
  process.stdout.write(
    `Made ${String(made.families)} families with ${String(made.children)} children in ${String(made.commands)} commands.\n`,
  );
}
// outside the database; better on another machine than beside it
const anchors = config.anchorDir ?? join(config.dataDir, 'anchors');
const app = await buildApp({
  ...{ ...host, secure, version: version() },
  ...{ pages: join(here, '..', 'dist'), trustProxy: config.trustProxy, logLevel: config.logLevel },
  ...{ anchors, localAccounts: config.localAccounts, auditReserve: join(config.dataDir, 'audit-reserve') },
  ...(config.provider ? { provider: config.provider } : {}),
  ...(config.scimToken === undefined ? {} : { scimToken: config.scimToken }),
  ...(config.metricsToken === undefined ? {} : { metricsToken: config.metricsToken }),
});
const poller = startPoller({
  ...{ store, clock: systemClock, owner: store.about.process },
  onDue: (caseId) => wakeCase(host, caseId),
  woken: (late) => app.wokenLate(late),
  failed: (caseId, attempts, fault) => {
    app.log.error(
      { case: caseId, attempts, fault: fault instanceof Error ? fault.name : 'unknown' },
      'not woken',
    );
  },
});
const anchoring = startAnchoring({
  ...{ store, clock: systemClock, folder: anchors },
  failed: ({ message }) => app.log.error({ message }, 'not anchored'),
});
const tidying = await startTidying({
  ...{ store, clock: systemClock },
  failed: (fault) => app.log.error({ fault: fault instanceof Error ? fault.name : 'unknown' }, 'not tidied'),
});
const present = startSayingHere(host, version(), app.duty.since);
closeOnSignal({
  ...{ app, store, drainSeconds: config.drainSeconds },
  rounds: [poller, anchoring, tidying, present],
});
await app.listen({ port: config.port, host: config.host });
const address = app.listeningOrigin;
// whoever asks first how the work stands does not wait for all of it; what an earlier release left is made anew
everyJourney(host).catch((fault: unknown) =>
  app.log.error({ fault: fault instanceof Error ? fault.name : 'unknown' }, 'journeys not read'),
);
process.stdout.write(`Throughline is ready: ${address}\n`);
if (!store.about.demonstration && !config.anchorDir) {
  process.stdout.write(
    `Heads of the chains are kept in ${anchors}: set ANCHOR_DIR to a folder on another machine.\n`,
  );
}
if (!store.about.demonstration && !(await hasAdministrator(store))) {
  const token = await offerFirstAdministrator({ store, clock: systemClock });
  process.stdout.write(
    `Make the first account, once, within a day: ${config.publicUrl ?? address}/first-administrator?token=${token}\n`,
  );
}
