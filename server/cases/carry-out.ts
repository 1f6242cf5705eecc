import type { Case, CaseChange, Moment, Outcome, Refusal, Version } from '#engine';
import type { Host } from '../host.ts';
import { changePerson, shownPerson } from '../people/index.ts';
import type { Commit, FamilyRow, PersonPut, WriteRefusal } from '../store/port.ts';
import { changeParts } from './living-parts.ts';
import { doneRow, project } from './project.ts';
import { giveOpened, queuesOf } from './queues.ts';
import type { Held } from './held.ts';
import type { Shown } from './project.ts';

/** A command on one case: who, under which id, and what the engine decides. */
export interface Command<Reply> {
  case: string;
  by: string;
  commandId: string;
  decide: (version: Version, kase: Case, act: { by: string; now: Moment; commandId: string }) => Outcome;
  /** what the host's side of the case becomes; absent: as it was */
  held?: (family: FamilyRow) => Partial<Held>;
  /** what the command answers, and answers again when it is repeated */
  reply: (change: CaseChange, version: Version, before: Case) => Reply;
  attachments?: string[];
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

async function attempt<Reply>(host: Host, command: Command<Reply>): Promise<Carried<Reply>> {
  const stored = await host.store.load(command.case);
  if (!stored) return { kind: 'unknown' };
  const version = await host.versions.get(stored.case.version);
  const act = { by: command.by, now: host.clock.now(), commandId: command.commandId };
  const outcome = command.decide(version, stored.case, act);
  if (outcome.kind === 'refused') return outcome;
  const { name, people, team, worker, restricted } = stored.family;
  const held = {
    ...{ name, people },
    ...(team ? { team } : {}),
    ...(worker ? { worker } : {}),
    ...(restricted ? { restricted } : {}),
    ...command.held?.(stored.family),
  };
  const commit = await commitOf(host, version, stored.case, outcome, held, act);
  const reply = command.reply(outcome, version, stored.case);
  const { attachments, drafts } = command;
  const result = await host.store.commit({
    ...{ ...commit, expecting: stored.case.revision, reply },
    ...(attachments ? { attachments } : {}),
    ...(drafts ? { drafts } : {}),
  });
  if (result.ok) return { kind: 'done', reply: result.reply as Reply };
  const { reason, changed } = result;
  return { kind: 'not-stored', reason, ...(changed ? { changed } : {}) };
}

/** Everything a change of a case stores, but the reply and the revision it expects. */
export async function commitOf(
  host: Host,
  version: Version,
  before: Case,
  change: CaseChange,
  held: Held,
  act: { by: string; now: Moment; commandId: string },
): Promise<Omit<Commit, 'expecting' | 'reply'>> {
  const queues = await queuesOf(host.store);
  const given = await giveOpened(host.store, change, held, queues, act);
  const { case: kase, record, history } = given;
  const changedPeople = await peopleOf(host, change, act);
  const people = await namesOf(
    host,
    [...kase.children.map((child) => child.id), ...held.people],
    changedPeople,
  );
  const rows = project(version, kase, held, people, queues);
  const completed = before.tasks.filter((task) => task.id === record?.task);
  const done = record
    ? completed.map((task) => doneRow(version, kase, held, task, record, people, queues))
    : [];
  return {
    ...{ case: kase, family: rows.family, tasks: [...rows.tasks, ...done], cards: rows.cards, history },
    records: record ? [record] : [],
    parts: await changeParts(host.store, version, kase.id, change.blocks, act),
    people: changedPeople,
    ...{ commandId: act.commandId, actor: act.by, at: act.now },
  };
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
