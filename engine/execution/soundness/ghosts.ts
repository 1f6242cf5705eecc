import type { Finding, Table } from '../../contracts/index.ts';
import type { Names } from './names.ts';

/** A case in such a place would be running and waiting for nobody: a join that one of its branches can't reach. */
export function ghosts({ process, places }: Table, names: Names): Finding[] {
  if (Object.values(places).every(({ open }) => open.length > 0)) return [];
  const message = `A case can come to a stop in ${names(process)} with nothing open. Look for a join that one of its branches does not always reach.`;
  return [{ check: 'nothing-open', level: 'error', element: process, message }];
}
