import type { Place, Table, Tables, Track } from '../contracts/index.ts';

/** The table of a process, or a defect: the caller has made sure that there is one. */
export function tableOf(tables: Tables, process: string): Table {
  const table = tables.tables[process];
  if (!table) throw new Error(`no table for the process "${process}"`);
  return table;
}

/** The place a track is in, or a defect: the track was made by other tables. */
export function placeOf(tables: Tables, track: Track): Place {
  const place = tableOf(tables, track.process).places[track.place];
  if (!place) throw new Error(`the process "${track.process}" has no place "${track.place}"`);
  return place;
}
