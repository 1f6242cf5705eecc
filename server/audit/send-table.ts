import type { FastifyReply } from 'fastify';
import { csvOf } from '../csv.ts';
import type { SaidEntry } from './say-entries.ts';

/** Entries as a table for a spreadsheet. */
export function sendTable(reply: FastifyReply, name: string, entries: SaidEntry[]): string {
  const heading = ['When', 'Who', 'Role', 'What', 'About', 'Family', 'Reference', 'Refused', 'Glass broken'];
  const rows = entries.map((one) => [
    ...[one.at, one.who.name, one.who.roles, one.did, one.about ?? '', one.case?.name ?? ''],
    ...[one.case?.id ?? '', one.refused ?? '', one.glass ? 'yes' : ''],
  ]);
  void reply.type('text/csv; charset=utf-8');
  void reply.header('content-disposition', `attachment; filename="${name}.csv"`);
  return csvOf([heading, ...rows]);
}
