import { moveCase, openCase, proposePlan, signPlan } from '#engine';
import type { Case, CaseChange, NewChild, Outcome, Version } from '#engine';
import { commitOf, heldOf } from '../cases/index.ts';
import type { Held } from '../cases/index.ts';
import { idFromCommand } from '../command-id.ts';
import { draftVersion } from '../drafts/index.ts';
import { refuse } from '../errors.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import { readAs } from '../withholding/index.ts';
import { copyOf } from './copy-family.ts';
import { inventedFamily } from './invented.ts';
import { expiryOf, keepRehearsal } from './rehearsal.ts';
import type { RehearsalBody, RehearsedFamily } from './rehearsal.ts';
import { rehearsalHost } from './rehearsal-host.ts';

export interface Beginning {
  draft: string;
  /** id of a real family to copy; absent: an invented one */
  case?: string;
  by: string;
  commandId: string;
}

/** Begins a rehearsal of a draft as it is saved now; the same command again gives the same rehearsal. */
export async function beginRehearsal(real: Host, beginning: Beginning): Promise<RehearsalBody> {
  const id = idFromCommand('rehearsal', beginning.by, beginning.commandId);
  const known = await real.store.document<RehearsalBody>('rehearsal', id);
  if (known) return known.body;
  const { draft, version } = await draftVersion(real, beginning.draft);
  if (!version.tables.tables[version.pathway.main]) {
    const message =
      'This draft cannot be walked through yet. Put right what its checks say, then try it again.';
    refuse(422, 'not-walkable', message);
  }
  const began = real.clock.now();
  await real.store.sweep('rehearsal', began);
  const rehearsed =
    beginning.case === undefined
      ? inventedFamily(began)
      : await copyOf((await readAs(real, beginning.case, beginning.by)).store, beginning.case);
  const body: RehearsalBody = {
    ...{ id, owner: beginning.by, version: version.id, began, expires: expiryOf(began) },
    draft: { id: draft.id, title: draft.title, save: draft.save },
    ...{ copy: beginning.case !== undefined, says: [], rehearsed },
  };
  const host = rehearsalHost(real, body, version);
  if (!body.copy) await start(host, version, rehearsed, beginning.by);
  else await land(real, host, version, body);
  await keepRehearsal(real, body, 0);
  return body;
}

/** Puts a copy where the draft would have it; where that takes a person's decision, it starts at the beginning. */
async function land(real: Host, host: Host, version: Version, body: RehearsalBody): Promise<void> {
  const { rehearsed, owner } = body;
  const from = await real.versions.get(rehearsed.case.version);
  if (from.id === version.id) return;
  const act = { by: owner, now: host.clock.now(), commandId: 'landed' };
  const plan = signPlan(proposePlan(from, version).plan, act);
  const moved = moveCase(plan, from, version, rehearsed.case, act);
  if (moved.kind === 'done') {
    await commit(host, version, rehearsed.case, moved, heldOf(rehearsed.family), act);
    return;
  }
  body.says.push(
    `The copy could not be placed where the family is now (${moved.message}) It starts at the beginning, with the same people.`,
  );
  await start(host, version, rehearsed, owner);
}

/** Opens the family at the start of the draft. */
async function start(host: Host, version: Version, rehearsed: RehearsedFamily, by: string): Promise<void> {
  const { family, case: kase } = rehearsed;
  const children = kase.children.length > 0 ? kase.children : childrenOf(rehearsed);
  const act = { by, now: host.clock.now(), commandId: 'begun' };
  const given = {
    ...{ id: kase.id, name: family.name },
    children: children.map(({ id, born, expected }): NewChild => {
      return { id, ...(born ? { born } : {}), ...(expected ? { expected } : {}) };
    }),
  };
  const opened: Outcome = openCase(version, given, act);
  if (opened.kind === 'refused') return refuse(422, opened.reason, opened.message);
  rehearsed.case = { ...kase, ...opened.case, revision: 0, tasks: [] };
  Object.assign(rehearsed, { tasks: [], records: [], history: [], replies: {} });
  const change = { ...opened, case: { ...opened.case, blocks: kase.blocks } };
  await commit(host, version, rehearsed.case, change, heldOf(family), act);
}

/** An invented family has nobody but children and adults on file: those who came first are the children. */
function childrenOf({ family, people }: RehearsedFamily): NewChild[] {
  return family.children.flatMap(({ id }) => {
    const person = people.find((one) => one.id === id);
    const { born, expected } = shownPerson(id, person?.body ?? {});
    return [{ id, ...(born ? { born } : {}), ...(expected ? { expected } : {}) }];
  });
}

async function commit(
  host: Host,
  version: Version,
  before: Case,
  change: CaseChange,
  held: Held,
  act: { by: string; now: string; commandId: string },
): Promise<void> {
  const made = await commitOf(host, version, before, change, held, act);
  if (made.kind === 'refused') return refuse(422, made.reason, made.message);
  await host.store.commit({ ...made.commit, expecting: before.revision, reply: null });
}
