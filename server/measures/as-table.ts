import type { FastifyReply } from 'fastify';

/** A table, and the families that are named in it. */
export interface TakenAway {
  table: string;
  cases: string[];
}

/** Sends a table as a file of its own. */
export function asTable(reply: FastifyReply, name: string, table: string): string {
  void reply.type('text/csv; charset=utf-8');
  void reply.header('content-disposition', `attachment; filename="${name}.csv"`);
  return table;
}

/** What stands in the audit of a table of names: the table, and each family that is in it. */
export function tookAway(thing: { kind: string; id: string }, cases: string[]) {
  const took = { action: 'export-measures', thing };
  return [took, ...cases.map((of) => ({ ...took, case: of }))];
}

/** A number of a table, to two places; empty where there is none. */
export const cellOf = (value: number | undefined): string =>
  value === undefined ? '' : String(Math.round(value * 100) / 100);
