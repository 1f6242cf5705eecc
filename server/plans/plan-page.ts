import { dayOf, earlierAnswers } from '#engine';
import type { CaseRecord, Version } from '#engine';
import { accountNames, familyThing, may } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { recordsOf, sayAge } from '../cases/index.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import type { LivingPart, StoredCase } from '../store/port.ts';
import { blockOf, changedHere, codeSays, planBlocks, textIn } from './blocks.ts';
import { earlierParts, rowsNow } from './earlier-parts.ts';
import { ownersIn } from './owners.ts';
import { sayActions } from './say-actions.ts';
import { sayRules } from './say-rules.ts';

/** The plan of a family as one reader may read it: `host` is already the reader's own. */
export async function planPage(host: Host, stored: StoredCase, person: Person) {
  const { case: kase, family } = stored;
  const version = await host.versions.get(kase.version);
  const thing = familyThing(family);
  const readsRecords = may(person, 'read-record', thing).ok;
  const [parts, people, owners, records] = await Promise.all([
    partsOf(host, version, kase.id),
    host.store.people(family.people),
    ownersIn(host.store, family),
    readsRecords ? recordsOf(host.store, kase.id) : [],
  ]);
  const names = await accountNames(host.store, writersOf(parts));
  const shown = new Map(people.map((one) => [one.id, shownPerson(one.id, one.body)]));
  const nameOf = (id: string): string => shown.get(id)?.called ?? 'Name not recorded';
  const now = host.clock.now();
  const of = (block: string): LivingPart[] => parts.get(blockOf(version, block)?.part ?? '') ?? [];
  const accountName = (id: string): string => names.get(id) ?? 'Somebody who left';
  return {
    ...{ id: kase.id, name: family.name, today: dayOf(now), may: may(person, 'change-plan', thing).ok },
    revisions: revisionsOf(version, parts),
    children: kase.children.map((child) => {
      const age = sayAge(child, dayOf(now));
      return { id: child.id, name: nameOf(child.id), unborn: !child.born, ...(age ? { age } : {}) };
    }),
    people: [...shown.values()].map(({ id, name }) => ({ id, name })),
    owners,
    actions: sayActions({ version, now, parts: of(planBlocks.actions), owners, accountName }),
    ...sayRules({ version, parts: of(planBlocks.rules), nameOf }),
    steps: rowsNow(of(planBlocks.steps), planBlocks.steps).map((row) => ({
      ...row,
      says: codeSays(version, planBlocks.steps, 'status', row['status']) ?? '',
    })),
    network: rowsNow(of(planBlocks.network), planBlocks.network).map((row) => ({
      ...row,
      name: nameOf(textIn(row, 'person')),
    })),
    mustBe: rowsNow(of(planBlocks.mustBe), planBlocks.mustBe),
    contingency: contingencyOf(records, version, nameOf),
    plans: plansOf(records, version, nameOf),
    blockShapes: version.blocks.filter((block) => changedHere.includes(block.id)),
    codeLists: version.dictionary.codeLists,
  };
}

async function partsOf(host: Host, version: Version, caseId: string): Promise<Map<string, LivingPart[]>> {
  const wanted = Object.values(planBlocks).flatMap((id) => blockOf(version, id)?.part ?? []);
  const found = [...new Set(wanted)].map(
    async (part) => [part, await earlierParts(host.store, caseId, part)] as const,
  );
  return new Map(await Promise.all(found));
}

function writersOf(parts: Map<string, LivingPart[]>): string[] {
  return [...new Set([...parts.values()].flat().map(({ by }) => by))];
}

/** By block, the revision of the document it is in: what a change of it says it has seen. */
function revisionsOf(version: Version, parts: Map<string, LivingPart[]>): Record<string, number> {
  return Object.fromEntries(
    Object.values(planBlocks).map((id) => [
      id,
      parts.get(blockOf(version, id)?.part ?? '')?.[0]?.revision ?? 0,
    ]),
  );
}

/** What is done if the plan does not work, as it was said last: for all, and where it is another for one child. */
function contingencyOf(records: CaseRecord[], version: Version, nameOf: (id: string) => string) {
  const said = earlierAnswers(records, version.forms).filter(({ term }) => term === 'contingency');
  const [latest] = said;
  return said
    .filter(({ record }) => record === latest?.record)
    .map(({ child, value, at, formTitle }) => ({
      ...{ text: String(value), at, from: formTitle },
      ...(child ? { child: nameOf(child) } : {}),
    }));
}

/** The plans as they were written, the latest first: what is printed and what a child keeps. */
function plansOf(records: CaseRecord[], version: Version, nameOf: (id: string) => string) {
  const corrected = new Set(records.map((one) => one.corrects));
  return records
    .filter(({ form, id }) => form.endsWith('-plan') && !corrected.has(id))
    .map(({ id, form, at, children }) => ({
      ...{ id, at, title: version.forms[form]?.title ?? form, children: children.map(nameOf) },
    }));
}
