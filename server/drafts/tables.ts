import { compileBeside, engineVersion } from '#engine';
import type { Finding, KnownTables, Tables } from '#engine';
import type { Host } from '../host.ts';
import { groundOf, tablesId } from '../pathways/index.ts';

/** What became of compiling a drawing: its tables, or why there are none. */
export type Compiled = { tables: Tables } | { findings: Finding[] };

/** Stages compiled for drafts of this process: one that did not change is not compiled again. */
const known: KnownTables = new Map();
const mostKnown = 400;
const running = new Map<string, Promise<Compiled>>();
const failed = new Map<string, Compiled>();
let last: Promise<unknown> = Promise.resolve();

/** The tables of a drawing if they are there; undefined while they are still to be made. */
export async function tablesReady(host: Host, xml: string): Promise<Compiled | undefined> {
  const id = tablesId(xml);
  const kept = await host.store.document<Tables>('tables', id);
  if (kept?.body.engine === engineVersion) return { tables: kept.body };
  return failed.get(id);
}

/**
 * The tables of a drawing, made in a thread of its own when they are not there yet: one drawing at a time, so that a
 * server goes on answering. Live pages hear when they are done.
 */
export async function tablesOf(host: Host, xml: string): Promise<Compiled> {
  const id = tablesId(xml);
  const ready = await tablesReady(host, xml);
  if (ready) return ready;
  const under = running.get(id) ?? inTurn(() => make(host, id, xml));
  running.set(id, under);
  void under.finally(() => running.delete(id)).catch(() => undefined);
  return under;
}

function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const next = last.then(act, act);
  last = next.catch(() => undefined);
  return next;
}

async function make(host: Host, id: string, xml: string): Promise<Compiled> {
  const { moddle } = await groundOf();
  const made = await compileBeside(xml, { pathway: moddle }, known).then(
    (tables): Compiled => ({ tables }),
    (defect: unknown): Compiled => ({ findings: [notCompiled(defect)] }),
  );
  if (known.size > mostKnown) known.clear();
  if ('findings' in made) {
    failed.set(id, made);
    return made;
  }
  const kept = await host.store.document('tables', id);
  const change = { kind: 'pathway' as const };
  await host.store.put({ kind: 'tables', id, body: made.tables, expecting: kept?.revision ?? 0, change });
  return made;
}

function notCompiled(defect: unknown): Finding {
  const why = defect instanceof Error ? defect.message.split('\n')[0] : 'for no reason it gave';
  const message = `The drawing can’t be walked through yet: ${why ?? ''}. Put right what the other findings say first.`;
  return { check: 'drawing-is-walked', level: 'error', message };
}
