import { createHash } from 'node:crypto';
import type { Table, Tables } from '../contracts/index.ts';
import { explore } from './explore.ts';
import { readDrawn } from './drawn.ts';
import { cutSheets } from './sheets.ts';

/** The versions whose behaviour the tables hold; tables made by others are made again. */
export const engineVersion = 'bpmn-engine 25.0.1, bpmn-elements 17.3.0';

/** Tables by the hash of the sheet they came from: a stage that did not change is not compiled again. */
export type KnownTables = Map<string, Table>;

/**
 * Compiles a drawing to finite tables, one per process and embedded stage, by running bpmn-elements through
 * everything that can happen. `moddleOptions` is as bpmn-engine takes it: `{ pathway: descriptor }`.
 * `known` is read and added to. What is wrong with the drawing stands in a table's `findings`; rejects only when the
 * XML can't be read as BPMN at all. Runs without a pause between events of the host: a server compiles in a worker
 * (`compileBeside`).
 */
export async function compile(
  xml: string,
  moddleOptions: Record<string, unknown> = {},
  known: KnownTables = new Map(),
): Promise<Tables> {
  const tables: Record<string, Table> = {};
  for (const sheet of cutSheets(await readDrawn(xml, moddleOptions))) {
    const hash = createHash('sha256').update(engineVersion).update(JSON.stringify(sheet)).digest('hex');
    const table = known.get(hash) ?? explore(sheet);
    known.set(hash, table);
    tables[sheet.process] = table;
  }
  return { engine: engineVersion, tables };
}
