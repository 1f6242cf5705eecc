import type { Finding, Pathway, Tables } from '../../contracts/index.ts';
import { deadEnds } from './dead-ends.ts';
import { ghosts } from './ghosts.ts';
import { namesOf } from './names.ts';
import { neverReached } from './never-reached.ts';
import { samePlaces } from './same-places.ts';

/**
 * Whether everything that the tables say can happen makes sense. Needs tables that were explored completely, which
 * `compile` gives. With the pathway, findings use the names of the drawing and parts that are never reached are found
 * too; without it, ids stand for names.
 */
export function soundness(tables: Tables, pathway?: Pathway): Finding[] {
  const names = namesOf(pathway);
  return Object.values(tables.tables).flatMap(
    (table) =>
      // a search that stopped early says nothing about what it did not come to
      table.findings ?? [
        ...ghosts(table, names),
        ...deadEnds(table, tables, names),
        ...samePlaces(table, names),
        ...neverReached(table, pathway, names),
      ],
  );
}
