import { isDeepStrictEqual } from 'node:util';
import type { Case, CaseChange, Moment, Outcome, Refusal, Version } from '#engine';
import type { Host } from '../host.ts';
import { journeysAfterChange } from '../journeys/index.ts';
import { changePerson, shownPerson } from '../people/index.ts';
import type { Commit, PersonPut, Store, StoredCase, TaskRow, WriteRefusal } from '../store/port.ts';
import { heldOf } from './held.ts';
import type { Held } from './held.ts';
import { changeParts } from './living-parts.ts';
import { doneRow, project } from './project.ts';
import type { Shown } from './project.ts';
import { giveOpened, queuesOf } from './queues.ts';
import { doneTasksOf } from './records-of.ts';
import { filesInRows, referencesIn, strangersIn } from './references.ts';

/** A command on one case: who, under which id, and what the engine decides. */
export interface Command<Reply> {
  case: string;
  by: string;
  commandId: string;
  /** the version to decide and show the case by, when it is not the one it is on: an older form, a move */
  on?: (version: Version, kase: Case) => Version | Promise<Version>;
  decide: (
    version: Version,
    kase: Case,
    act: { by: string; now: Moment; commandId: string },
  ) => Outcome | Promise<Outcome>;
  /** what the host's side of the case becomes; absent: as it was */
  held?: (held: Held) => Held;
  /** what the command answers, and answers again when it is repeated */
  reply: (change: CaseChange, version: Version, before: Case) => Reply;
  /** drafts that became part of a record */
  drafts?: string[];
}

export type Carried<Reply> =
  | { kind: 'done'; reply: Reply }
  | { kind: 'unknown' }
  | { kind: 'not-stored'; reason: WriteRefusal; changed?: { by: string; at: Moment } }
  | Refusal;

/** How often a command is decided again when another command of the same case was stored in between. */
const TRIES = 5;

/** Decides a command on the case as it is now and stores all of what follows, or none. */
export async function carryOut<Reply>(host: Host, command: Command<Reply>): Promise<Carried<Reply>> {
  const known = await host.store.answered(command.case, command.commandId, command.by);
  if (known) return { kind: 'done', reply: known.reply as Reply };
  let last: Carried<Reply> = { kind: 'unknown' };
  for (let tried = 0; tried < TRIES; tried++) {
    last = await attempt(host, command);
    if (last.kind !== 'not-stored' || last.reason !== 'conflict') return last;
  }
  return last;
}

/** What a command comes to on the case as it is now. */
export interface Decided {
  kind: 'decided';
  stored: StoredCase;
  version: Version;
  act: { by: string; now: Moment; commandId: string };
  outcome: CaseChange;
}

/** Decides a command and stores nothing: for whoever wants to see first what it would change. */
export async function decided(
  host: Host,
  command: Omit<Command<unknown>, 'reply'>,
): Promise<Decided | { kind: 'unknown' } | Refusal> {
  const stored = await host.store.load(command.case);
  if (!stored) return { kind: 'unknown' };
  const own = await host.versions.get(stored.case.version);
  const version = (await command.on?.(own, stored.case)) ?? own;
  const act = { by: command.by, now: host.clock.now(), commandId: command.commandId };
  const outcome = await command.decide(version, stored.case, act);
  if (outcome.kind === 'refused') return outcome;
  const strangers = await refuseStrangers(host, stored, version, outcome, act.by);
  return strangers ?? { kind: 'decided', stored, version, act, outcome };
}

async function attempt<Reply>(host: Host, command: Command<Reply>): Promise<Carried<Reply>> {
  const tried = await decided(host, command);
  if (tried.kind !== 'decided') return tried;
  const { stored, version, act, outcome } = tried;
  const held = command.held?.(heldOf(stored.family)) ?? heldOf(stored.family);
  const made = await commitOf(host, version, stored.case, outcome, held, act);
  if (made.kind === 'refused') return made;
  const hidden = await rowsToHide(host.store, stored, held);
  const result = await host.store.commit({
    ...{ ...made.commit, tasks: [...made.commit.tasks, ...hidden], expecting: stored.case.revision },
    reply: command.reply(outcome, version, stored.case),
    ...(command.drafts ? { drafts: command.drafts } : {}),
  });
  if (result.ok) return { kind: 'done', reply: result.reply as Reply };
  const { reason, changed } = result;
  return { kind: 'not-stored', reason, ...(changed ? { changed } : {}) };
}

/** Work that is done stands in lists as well: who may see it changes with who may know of the family. */
async function rowsToHide(store: Store, { family }: StoredCase, held: Held): Promise<TaskRow[]> {
  if (isDeepStrictEqual(family.restricted, held.restricted)) return [];
  const done = await doneTasksOf(store, family.id);
  return done.map(({ onlyFor: _, ...row }) => ({
    ...row,
    ...(held.restricted ? { onlyFor: held.restricted.to } : {}),
  }));
}

/** The engine knows no people and no files: that answers name only the family's own is for the host to see. */
async function refuseStrangers(
  host: Host,
  { family }: StoredCase,
  version: Version,
  { record }: CaseChange,
  by: string,
): Promise<Refusal | undefined> {
  const form = record && version.forms[record.form];
  if (!form || record.corrects) return undefined;
  const references = referencesIn(form, version.blocks, record.answers);
  const findings = await strangersIn(host, family, references, by);
  if (findings.length === 0) return undefined;
  const message = 'Some answers need another look before this can be completed.';
  return { kind: 'refused', reason: 'answers', message, findings };
}

/** Everything a change of a case stores, but the reply and the revision it expects; or why it may not be stored. */
export async function commitOf(
  host: Host,
  version: Version,
  before: Case,
  change: CaseChange,
  held: Held,
  act: { by: string; now: Moment; commandId: string },
): Promise<{ kind: 'commit'; commit: Omit<Commit, 'expecting' | 'reply'> } | Refusal> {
  const living = await changeParts(host.store, version, change, act);
  if (living.kind === 'refused') return living;
  const queues = await queuesOf(host.store);
  const { case: kase, record, history } = await giveOpened(host.store, change, held, queues, act);
  const changed = await peopleOf(host, change, act);
  const ids = [...kase.children.map((child) => child.id), ...held.people];
  const people = await namesOf(host, ids, changed);
  const rows = project(version, kase, held, people, queues);
  const completed = before.tasks.filter((task) => task.id === record?.task && !record.corrects);
  const done = record
    ? completed.map((task) => doneRow(version, kase, held, task, record, people, queues))
    : [];
  const { family, cards } = rows;
  const all = { version, before, case: kase, family, history, record, parts: living.parts };
  const journeys = await journeysAfterChange(host.store, all);
  const commit = {
    ...{ case: kase, family, tasks: [...rows.tasks, ...done], cards, history },
    ...{ records: record ? [record] : [], parts: living.parts, people: changed },
    ...(journeys ? { journeys } : {}),
    attachments: filesOf(version, change),
    ...{ commandId: act.commandId, actor: act.by, at: act.now },
  };
  return { kind: 'commit', commit };
}

/** Files that the change makes part of the family's record. */
function filesOf(version: Version, { record, blocks }: CaseChange): string[] {
  const form = record && version.forms[record.form];
  const answered = form ? referencesIn(form, version.blocks, record.answers) : [];
  const inRows = blocks.flatMap(({ block, rows }) =>
    filesInRows(version.blocks.find((one) => one.id === block)?.columns ?? [], rows),
  );
  const files = answered.filter((one) => one.kind === 'file').map((one) => one.id);
  return [...new Set([...files, ...inRows])];
}

async function peopleOf(
  host: Host,
  change: CaseChange,
  act: { by: string; now: Moment },
): Promise<PersonPut[]> {
  const ids = [...new Set(change.people.map((one) => one.id))];
  const stored = await host.store.people(ids);
  return stored.map((document) => {
    const fields = change.people.filter((one) => one.id === document.id);
    return changePerson(document, Object.fromEntries(fields.map(({ field, value }) => [field, value])), act);
  });
}

async function namesOf(host: Host, ids: string[], changed: PersonPut[]): Promise<Map<string, Shown>> {
  const stored = await host.store.people([...new Set(ids)]);
  return new Map(
    stored.map((document) => {
      const body = changed.find((one) => one.id === document.id)?.body ?? document.body;
      return [document.id, shownPerson(document.id, body)];
    }),
  );
}
