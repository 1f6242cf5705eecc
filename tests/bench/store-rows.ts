import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Reads how much a store holds, past its door: only to measure. */
export function rowsOf(folder: string) {
  const file = join(folder, 'throughline.db');
  const one = <T>(sql: string, ...values: string[]): T => {
    const db = new DatabaseSync(file, { readOnly: true });
    const row = db.prepare(sql).get(...values) as T;
    db.close();
    return row;
  };
  const ofCases = (what: string, table: string, ids: string[]): number =>
    one<{ n: number }>(
      `SELECT ${what}(LENGTH(body)) AS n FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(ids),
    ).n;
  return {
    openCases: (): string[] =>
      JSON.parse(
        one<{ ids: string }>(
          `SELECT json_group_array(DISTINCT case_id) AS ids FROM tasks WHERE state = 'open'`,
        ).ids,
      ) as string[],
    meanBytes: (table: string, ids: string[]): number => ofCases('AVG', table, ids),
    mostBytes: (table: string, ids: string[]): number => ofCases('MAX', table, ids),
    count: (table: string): number => one<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`).n,
    bytesOfAll: (): number =>
      one<{ page_count: number }>('PRAGMA page_count').page_count *
      one<{ page_size: number }>('PRAGMA page_size').page_size,
  };
}
