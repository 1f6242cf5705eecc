import type { Finding, Tables } from '../../contracts/index.ts';
import type { Names } from './names.ts';

/** A case in such a place would be running and waiting for nobody: a join that one of its branches can't reach. */
export function ghosts(tables: Tables, names: Names): Finding[] {
  return Object.values(tables.tables).flatMap(({ process, places }) => {
    const ghost = Object.values(places).some(({ open }) => open.length === 0);
    const message = `A case can come to a stop in ${names(process)} with nothing open. Look for a join that one of its branches does not always reach.`;
    return ghost ? [{ check: 'nothing-open', level: 'error' as const, element: process, message }] : [];
  });
}
