import { flag, listOf, object, text } from '../schemas.ts';

/** What a trail looks like over HTTP. */
export const who = object({ id: text, name: text, roles: text }, ['id', 'name', 'roles']);
const entry = object(
  {
    ...{ at: text, who, did: text, sort: text, about: text, refused: text, glass: flag },
    case: object({ id: text, name: text }, ['id']),
  },
  ['at', 'who', 'did', 'sort', 'glass'],
);

export const entriesPage = { entries: listOf(entry), next: text };

export const table = { type: 'string', description: 'A table (CSV), one line for each entry' } as const;
