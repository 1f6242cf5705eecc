import type { Commit } from '../../server/store/index.ts';
import type { Values } from './stores-writes-sqlite.ts';

/** What a command gives a store to keep, in the place of what the store makes of it: the same rows, as they were said. */
export function inTheOpen(commit: Commit): (table: string, values: Values) => Values {
  const texts = textsOf(commit);
  return (table, values) => {
    const column = table === 'commands' ? 'reply' : 'body';
    if (typeof values[column] !== 'string' || table === 'audit' || table === 'documents') return values;
    const text = texts.get(placeOf(table, values));
    if (text === undefined) throw new Error(`nothing was said of a row of ${table}`);
    return { ...values, [column]: text };
  };
}

function textsOf({ case: kase, family, journeys, reply, ...commit }: Commit): Map<string, string> {
  const texts = new Map<string, string>();
  const say = (place: string, thing: unknown) => texts.set(place, JSON.stringify(thing ?? null));
  say('cases', kase);
  say('families', family);
  say('journeys', journeys);
  say('commands', reply);
  for (const row of commit.tasks) say(`tasks/${row.id}`, row);
  for (const row of commit.cards) say(`cards/${row.stage.id}`, row);
  for (const row of commit.history) say(`history/${row.id}`, row);
  for (const row of commit.records ?? []) say(`records/${row.id}`, row);
  return texts;
}

function placeOf(table: string, { id, stage }: Values): string {
  if (table === 'cards') return `cards/${String(stage)}`;
  return ['tasks', 'history', 'records'].includes(table) ? `${table}/${String(id)}` : table;
}
