import { dayOf } from '#engine';
import type { Block, Moment, Version } from '#engine';
import { accountNames, familyThing, may } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { endedIn, filesInRows, heardIn, sayAge, stillHere } from '../cases/index.ts';
import type { Host } from '../host.ts';
import { drawnPerson, shownPerson } from '../people/index.ts';
import type { LivingPart, PersonDocument, Store, StoredCase } from '../store/port.ts';
import { partAt } from './part-at.ts';
import { shownBlocks } from './shown-blocks.ts';

type Row = Record<string, unknown>;

/** What the practice model shows of a family, now or as it stood at a moment. */
export async function mapPage(host: Host, stored: StoredCase, person: Person, on?: Moment) {
  const { case: kase, family } = stored;
  const version = await host.versions.get(kase.version);
  const shown = shownBlocks(version);
  const [parts, people] = await Promise.all([
    partsOf(host.store, stored, shown, on),
    host.store.people(family.people),
  ]);
  const names = await accountNames(host.store, namedIn(shown, parts));
  const blocks = Object.fromEntries(
    shown.map((block) => [block.id, sayBlock(block, parts.get(block.part), names)]),
  );
  const rows = (id: string): Row[] => blocks[id]?.rows ?? [];
  const today = dayOf(on ?? host.clock.now());
  return {
    case: { id: kase.id, name: family.name },
    ...(on === undefined ? {} : { on }),
    children: kase.children.map((child) => {
      const { called } = shownOf(people, child.id);
      const unborn = !child.born && child.expected !== undefined;
      const age = sayAge(child, today);
      return { id: child.id, name: called, unborn, ...(age ? { age } : {}) };
    }),
    people: people.map(drawnPerson),
    practice: version.practice ?? {},
    blockShapes: shown,
    codeLists: codeListsOf(version, shown),
    blocks,
    heard: heardIn(version, rows, stillHere(kase, people), today),
    attachments: await filesOf(host.store, kase.id, shown, rows),
    may: {
      change: on === undefined && may(person, 'change-plan', familyThing(family)).ok,
      changeNetwork: on === undefined && may(person, 'change-network', familyThing(family)).ok,
    },
  };
}

/** Each living document once, though several blocks may stand in it. */
async function partsOf(
  store: Store,
  { case: kase }: StoredCase,
  shown: Block[],
  on: Moment | undefined,
): Promise<Map<string, LivingPart>> {
  const ids = [...new Set(shown.map(({ part }) => part))].filter((part) => kase.blocks[part] !== undefined);
  const found = await Promise.all(
    ids.map((part) =>
      on === undefined
        ? store.part(kase.id, part)
        : partAt(store, { case: kase.id, part, latest: kase.blocks[part] ?? 0 }, on),
    ),
  );
  return new Map(found.flatMap((part) => (part ? [[part.part, part] as const] : [])));
}

function sayBlock({ id, part }: Block, living: LivingPart | undefined, names: Map<string, string>) {
  const somebody = (by: string): string => names.get(by) ?? 'Somebody who left';
  return {
    ...{ part, rows: living?.blocks[id] ?? [], revision: living?.revision ?? 0 },
    ...(living ? { by: somebody(living.by), at: living.at } : {}),
    ended: endedIn(living, id).map(({ row, by, at, why }) => ({ row, by: somebody(by), at, why })),
  };
}

function namedIn(shown: Block[], parts: Map<string, LivingPart>): string[] {
  return [
    ...[...parts.values()].map(({ by }) => by),
    ...shown.flatMap(({ id, part }) => endedIn(parts.get(part), id).map(({ by }) => by)),
  ];
}

const shownOf = (people: PersonDocument[], id: string) =>
  shownPerson(id, people.find((one) => one.id === id)?.body ?? {});

const codeListsOf = ({ dictionary }: Version, shown: Block[]) =>
  dictionary.codeLists.filter(({ id }) =>
    shown.some(({ columns }) => columns.some((column) => column.codes === id)),
  );

async function filesOf(store: Store, caseId: string, shown: Block[], rows: (id: string) => Row[]) {
  const ids = shown.flatMap(({ id, columns }) => filesInRows(columns, rows(id)));
  const found = await store.attachmentFacts(ids);
  const own = found.filter((one) => one.case === caseId);
  return Object.fromEntries(own.map(({ id, name, type }) => [id, { id, name, type }]));
}
