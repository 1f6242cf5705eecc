import { openAgain, openCase } from '#engine';
import type { Case, CaseChange, NewChild, Version } from '#engine';
import { idFromCommand } from '../command-id.ts';
import type { Host } from '../host.ts';
import { shownPerson, writePerson } from '../people/index.ts';
import type { PersonRecord } from '../people/index.ts';
import type { Refused } from '../store/port.ts';
import { carryOut, commitOf } from './carry-out.ts';
import type { Carried } from './carry-out.ts';
import { withPeople } from './held.ts';
import { sayList } from './words.ts';

/** Somebody on file, or somebody new. */
export type ContactChild = { person: string } | { new: PersonRecord };

export interface NewContact {
  /** a known family the contact is about; absent: it becomes known now */
  existing?: string;
  children: ContactChild[];
  by: string;
  team?: string;
  commandId: string;
}

export interface Opened {
  case: string;
  task: string;
}

/** The family a contact is about: the known one, or the one that becomes known by it. */
export function familyFor({
  existing,
  by,
  commandId,
}: Pick<NewContact, 'existing' | 'by' | 'commandId'>): string {
  return existing ?? idFromCommand('family', by, commandId);
}

/** Somebody told us about children: the family becomes known, or work with a known one begins again. */
export async function openContact(host: Host, contact: NewContact): Promise<Carried<Opened>> {
  const caseId = familyFor(contact);
  const known = await host.store.answered(caseId, contact.commandId, contact.by);
  if (known) return { kind: 'done', reply: known.reply as Opened };
  const people = await writePeople(host, contact);
  if ('reason' in people) return { kind: 'not-stored', ...people };
  const children = people.map(({ id, body }) => newChild(id, body));
  return contact.existing
    ? openKnown(host, contact, contact.existing, children)
    : openNew(host, contact, caseId, people, children);
}

interface Someone {
  id: string;
  body: unknown;
}

/** People are records of their own: those who are new are written first; one nothing points to is harmless. */
async function writePeople(host: Host, contact: NewContact): Promise<Someone[] | Refused> {
  const act = { by: contact.by, now: host.clock.now() };
  const people = new Map<string, Someone>();
  for (const [at, child] of contact.children.entries()) {
    if ('person' in child) {
      const found = await host.store.person(child.person);
      people.set(child.person, { id: child.person, body: found?.body ?? {} });
      continue;
    }
    const id = idFromCommand(`person-${String(at + 1)}`, contact.by, contact.commandId);
    const put = await host.store.putPerson(writePerson(id, child.new, 0, act));
    // a conflict: the same command wrote them before
    if (!put.ok && put.reason !== 'conflict') return put;
    people.set(id, { id, body: child.new });
  }
  return [...people.values()];
}

function newChild(id: string, body: unknown): NewChild {
  const { born, expected } = shownPerson(id, body);
  return { id, ...(born ? { born } : {}), ...(expected ? { expected } : {}) };
}

function openKnown(
  host: Host,
  contact: NewContact,
  caseId: string,
  children: NewChild[],
): Promise<Carried<Opened>> {
  return carryOut(host, {
    ...{ case: caseId, by: contact.by, commandId: contact.commandId },
    decide: (version, kase, act) => openAgain(version, kase, children, act),
    held: (held) =>
      withPeople(
        held,
        children.map((child) => child.id),
      ),
    reply: (change) => opened(change, children),
  });
}

async function openNew(
  host: Host,
  contact: NewContact,
  caseId: string,
  people: Someone[],
  children: NewChild[],
): Promise<Carried<Opened>> {
  const version: Version = await host.versions.current(contact.team);
  const act = { by: contact.by, now: host.clock.now(), commandId: contact.commandId };
  const name = familyName(people);
  const outcome = openCase(version, { id: caseId, name, children }, act);
  if (outcome.kind === 'refused') return outcome;
  const held = {
    ...{ name, people: people.map((one) => one.id) },
    ...(contact.team ? { team: contact.team } : {}),
  };
  const before: Case = { ...outcome.case, tasks: [] };
  const made = await commitOf(host, version, before, outcome, held, act);
  if (made.kind === 'refused') return made;
  const reply = opened(outcome, children);
  const result = await host.store.commit({ ...made.commit, expecting: 0, reply });
  if (result.ok) return { kind: 'done', reply: result.reply as Opened };
  return { kind: 'not-stored', ...result };
}

/** The task in which the contact is written down: a new one, or the one that is open for a sibling already. */
function opened(change: CaseChange, children: NewChild[]): Opened {
  const begun = change.history
    .filter((entry) => entry.kind === 'episode-opened')
    .flatMap((entry) => entry.children);
  const about = begun.length > 0 ? begun : children.map((child) => child.id);
  const task = change.case.tasks.findLast((one) => one.children.some((child) => about.includes(child)));
  return { case: change.case.id, task: task?.id ?? '' };
}

/** A family is called by the family names in it: "Marsh", "Marsh and Okafor". */
function familyName(people: Someone[]): string {
  const names = people.map(({ body }) => (body as PersonRecord).familyName ?? '').filter(Boolean);
  return sayList([...new Set(names)]) || 'Family name not known';
}
