import type { Collections } from './collections.ts';

/** An index: its name, and the fields in their order (-1: falling). */
export interface IndexWanted {
  name: string;
  key: Record<string, 1 | -1>;
  unique?: true;
}

const index = (name: string, fields: string, unique?: true): IndexWanted => ({
  name,
  key: Object.fromEntries(['authority', ...fields.split(' ')].map((field) => [field, 1 as const])),
  ...(unique ? { unique } : {}),
});

const ofDocuments = [
  index('by_id', 'kind id', true),
  index('of_owner', 'kind owner id'),
  index('about', 'kind about id'),
  index('by_expiry', 'kind expires'),
  index('of_case', 'case'),
];

/**
 * Every index there is beside `_id`: the views of the closed list have one each, and each begins with the authority.
 * None is partial, sparse or expires by itself.
 */
export const indexes: Partial<Record<keyof Collections, IndexWanted[]>> = {
  cases: [
    index('by_id', 'id', true),
    index('by_due', 'due'),
    index('by_attempts', 'attempts id'),
    index('by_outbox', 'outbox.token'),
    index('by_disposal', 'disposal.commandId'),
    index('by_again', 'again.at'),
  ],
  commands: [index('by_revision', 'case revision')],
  history: [index('by_seq', 'case seq', true)],
  records: [index('of_case', 'case at id'), index('of_form', 'case form at id')],
  parts: [index('of_case', 'case part revision', true)],
  tasks: [
    index('by_id', 'id', true),
    index('of_case', 'case state due id'),
    index('by_due', 'state due id'),
    index('of_person', 'state assignee due id'),
    index('of_team', 'state team due id'),
    index('of_stage', 'state stage due id'),
    index('done', 'doneBy doneAt id'),
  ],
  families: [
    index('by_name', 'name id'),
    index('of_team', 'team name id'),
    index('of_worker', 'worker name id'),
    index('by_word', 'words id'),
    index('by_person', 'people id'),
  ],
  cards: [
    index('of_case', 'case'),
    index('by_due', 'stage due case'),
    index('of_team', 'team stage due case'),
    index('of_worker', 'worker stage due case'),
  ],
  people: [index('by_id', 'id', true), index('by_key', 'keys id')],
  peopleEarlier: [index('by_id', 'id revision', true)],
  documents: ofDocuments,
  documentsLarge: ofDocuments,
  attachments: [index('of_case', 'case')],
  pieces: [index('in_order', 'attachment offset', true)],
  audit: [
    index('in_order', 'process seq', true),
    index('by_time', 'at process seq'),
    index('of_case', 'case at process seq'),
    index('of_actor', 'actor at process seq'),
    index('of_thing', 'thing at process seq'),
  ],
  changes: [index('in_order', 'seq', true)],
  quarantined: [index('by_id', 'id', true)],
};

/** What is not as wanted of the indexes that are there, in words; undefined when all are. */
export function indexFault(
  collection: string,
  wanted: IndexWanted,
  there: { name: string; key: Record<string, unknown>; unique?: boolean }[],
): string | undefined {
  const found = there.find((one) => one.name === wanted.name);
  if (!found) return `The index ${wanted.name} of ${collection} is missing.`;
  const same = JSON.stringify(found.key) === JSON.stringify(wanted.key);
  if (same && (found.unique ?? false) === (wanted.unique ?? false)) return undefined;
  return `The index ${wanted.name} of ${collection} is not the one this release uses.`;
}
