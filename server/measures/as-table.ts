import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Counted, Thing } from '../access/index.ts';

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

/** The measure or passage that a route names: it belongs to no family, and stands in the audit. */
export const thingOf =
  (kind: Counted) =>
  (request: FastifyRequest): Thing => ({ kind, id: (request.params as { id: string }).id });

/** What stands in the audit of a table of names beside the table itself: each family that is in it. */
export function tookAway(thing: { kind: string; id: string }, cases: string[]) {
  return cases.map((of) => ({ action: 'export-measures', thing, case: of }));
}

/** A number of a table, to two places; empty where there is none. */
export const cellOf = (value: number | undefined): string =>
  value === undefined ? '' : String(Math.round(value * 100) / 100);
