import { openAgain, openCase } from '#engine';
import type { Case, CaseChange, NewChild, Version } from '#engine';
import { idFromCommand } from '../command-id.ts';
import type { Host } from '../host.ts';
import { shownPerson, writePerson } from '../people/index.ts';
import type { PersonRecord } from '../people/index.ts';
import { carryOut, commitOf } from './carry-out.ts';
import type { Carried } from './carry-out.ts';
import { sayList } from './words.ts';

export interface NewContact {
  /** a known family the contact is about; absent: it becomes known now */
  existing?: string;
  children: ({ person: string } | { new: PersonRecord })[];
  by: string;
  team?: string;
  commandId: string;
}

export interface Opened {
  case: string;
  task: string;
}

/** Somebody told us about children: the family becomes known, or work with a known one begins again. */
export async function openContact(host: Host, contact: NewContact): Promise<Carried<Opened>> {
  const caseId = contact.existing ?? idFromCommand('family', contact.by, contact.commandId);
  const known = await host.store.answered(caseId, contact.commandId, contact.by);
  if (known) return { kind: 'done', reply: known.reply as Opened };
  const people = await writePeople(host, contact);
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
async function writePeople(host: Host, contact: NewContact): Promise<Someone[]> {
  const act = { by: contact.by, now: host.clock.now() };
  return Promise.all(
    contact.children.map(async (child, at) => {
      if ('person' in child) {
        const found = await host.store.person(child.person);
        return { id: child.person, body: found?.body ?? {} };
      }
      const id = idFromCommand(`person-${String(at + 1)}`, contact.by, contact.commandId);
      await host.store.putPerson(writePerson(id, child.new, 0, act));
      return { id, body: child.new };
    }),
  );
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
    held: (family) => ({ people: [...new Set([...family.people, ...children.map((child) => child.id)])] }),
    reply: (change, _, before) =>
      opened(
        change,
        before.tasks.map((task) => task.id),
      ),
  });
}

async function openNew(
  host: Host,
  contact: NewContact,
  caseId: string,
  people: Someone[],
  children: NewChild[],
): Promise<Carried<Opened>> {
  const version: Version = await host.versions.current();
  const act = { by: contact.by, now: host.clock.now(), commandId: contact.commandId };
  const name = familyName(people);
  const outcome = openCase(version, { id: caseId, name, children }, act);
  if (outcome.kind === 'refused') return outcome;
  const held = {
    ...{ name, people: people.map((one) => one.id) },
    ...(contact.team ? { team: contact.team } : {}),
  };
  const before: Case = { ...outcome.case, tasks: [] };
  const commit = await commitOf(host, version, before, outcome, held, act);
  const reply = opened(outcome, []);
  const result = await host.store.commit({ ...commit, expecting: 0, reply });
  if (result.ok) return { kind: 'done', reply: result.reply as Opened };
  return { kind: 'not-stored', ...result };
}

function opened(change: CaseChange, before: string[]): Opened {
  const task = change.case.tasks.find((one) => !before.includes(one.id));
  return { case: change.case.id, task: task?.id ?? '' };
}

/** A family is called by the family names in it: "Marsh", "Marsh and Okafor". */
function familyName(people: Someone[]): string {
  const names = people.map(({ body }) => (body as PersonRecord).familyName ?? '').filter(Boolean);
  return sayList([...new Set(names)]) || 'Family name not known';
}
