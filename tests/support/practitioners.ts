import { randomUUID } from 'node:crypto';
import { completeTask, elementAt, formOf, questionsOf } from '#engine';
import type { Answers, Case, Task, Version } from '#engine';
import { createAccount, putTeam } from '../../server/access/index.ts';
import { answersFor } from '../../server/demo/answers-for.ts';
import { chanceFor, makeFamily } from '../../server/demo/index.ts';
import type { Chance, MadeFamily, Plan } from '../../server/demo/index.ts';
import type { Store } from '../../server/store/index.ts';
import { Caller } from './caller.ts';
import type { Answered } from './caller.ts';

const steer = {
  contactOutcome: ['referral'],
  referralOutcome: ['strategy-discussion'],
  strategyDecision: ['section-47-joint'],
  enquiryOutcome: ['initial-conference'],
  conferenceDecision: ['protection-plan'],
  authorisation: ['authorise'],
  coreGroupAgain: ['yes'],
  // a source that has a name, whether or not it may be passed on
  referralSource: ['2A'],
};

/** A service manager decides what a team's manager would: who manages the family's own team may not chair. */
const everyRole = [
  ...['business-support', 'front-door-social-worker', 'social-worker'],
  ...['conference-chair', 'service-manager', 'return-interview-worker'],
];

/** Two people of one team who may do every step: the second, what the first may not do after their own work. */
const [FIRST, SECOND] = ['robin-all', 'sasha-all'] as const;

/** Puts the two into a new demonstration store, and the sign that its authority stands. */
export async function storePractitioners(store: Store): Promise<void> {
  await putTeam(store, { id: 'everyone', name: 'Everyone', service: 'children' });
  for (const id of [FIRST, SECOND]) {
    await createAccount(store, { id, name: id, displayName: id, roles: everyRole, team: 'everyone' });
  }
  await store.put({ kind: 'setting', id: 'queues', body: {}, expecting: 0 });
}

/** A change as a page would send it. Sent again to a new store by the same two, it does the same there. */
export interface Sent {
  by: 'first' | 'second';
  path: string;
  body: { commandId: string };
  /** the step is not for whoever wrote what it judges */
  isJudging?: boolean;
}

/** The two signed in. */
export type Pair = Record<'first' | 'second', Caller>;

export async function signInPair(address: string): Promise<Pair> {
  return { first: await Caller.signIn(address, FIRST), second: await Caller.signIn(address, SECOND) };
}

/** The same two, at another server on the same store: their session is known there too. */
export const pairAt = (pair: Pair, address: string): Pair => ({
  first: pair.first.at(address),
  second: pair.second.at(address),
});

export function send<T = Completed>(pair: Pair, { by, path, body }: Sent): Promise<Answered<T>> {
  return pair[by].post<T>(path, body);
}

/** Sends what must be taken, and gives the answer. */
export async function sendWell<T = Completed>(pair: Pair, sent: Sent): Promise<T> {
  const { status, body } = await send<T>(pair, sent);
  if (status !== 200) throw new Error(`${sent.path} was answered ${String(status)}: ${JSON.stringify(body)}`);
  return body;
}

export interface Completed {
  happened: { record: string; opened: { id: string }[] };
}

/** Takes families, one after another, along the way to a plan, over the wire, with real forms filled in. */
export class Practitioners {
  /** the same store, opened a second time: what the page would have been given to show */
  readonly #store: Store;
  readonly #version: Version;
  readonly #chance: Chance;
  readonly #seed: string;
  #families = 0;
  #told: MadeFamily | undefined;
  #family: { id: string; plan: Plan; asked: Map<string, number> } | undefined;

  /** The same seed makes the same families and words. */
  constructor(of: { store: Store; version: Version; seed: string }) {
    this.#store = of.store;
    this.#version = of.version;
    this.#seed = of.seed;
    this.#chance = chanceFor(1, of.seed);
  }

  get family(): string | undefined {
    return this.#family?.id;
  }

  /** Somebody tells of two children: to be sent, and then its answer given to `opened`. */
  contact(): Sent {
    const made = this.#makeFamily();
    const children = made.children.map(({ firstNames, familyName, sex, born, expected }) => ({
      new: born
        ? { firstNames, familyName, sex, dateOfBirth: born }
        : { firstNames: 'Baby', familyName, expectedDateOfBirth: expected },
    }));
    this.#told = made;
    const body = { contact: { children }, commandId: randomUUID() };
    return { by: 'first', path: '/api/cases', body };
  }

  /** The family that was told of last is the one to go on with. */
  async opened(caseId: string): Promise<void> {
    const made = this.#told;
    if (!made) throw new Error('nobody was told of');
    const kase = await this.#load(caseId);
    const known = made.children.map((child, at) => ({ ...child, id: kase.children[at]?.id ?? child.id }));
    // whoever a form asks for must be on file with the family: the oldest child is
    const adults = made.adults.map((adult) => ({ ...adult, id: known.at(0)?.id ?? adult.id }));
    const plan: Plan = { family: { ...made, children: known, adults }, referred: '', steer };
    this.#family = { id: caseId, plan, asked: new Map() };
  }

  /** The next step of the family with its form filled in; undefined when nothing is open, or no family. */
  async next(): Promise<Sent | undefined> {
    if (!this.#family) return undefined;
    const kase = await this.#load(this.#family.id);
    const [task] = kase.tasks;
    return task && this.#fill(kase, task);
  }

  #makeFamily(): MadeFamily {
    this.#families += 1;
    const today = new Date().toISOString().slice(0, 10);
    return makeFamily(this.#chance, `${this.#seed}-${String(this.#families)}`, today, 2);
  }

  #fill(kase: Case, task: Task): Sent {
    const { plan, asked } = this.#family ?? { plan: undefined, asked: new Map<string, number>() };
    if (!plan) throw new Error('no family is open');
    const version = this.#version;
    const at = new Date().toISOString();
    const before = elementAt(version.pathway, task.step)?.notBy;
    const author = before ? kase.last[task.children[0] ?? '']?.[before]?.by : undefined;
    const by = author === FIRST ? 'second' : 'first';
    const walker = { version, chance: this.#chance, until: at, staffFor: () => FIRST };
    const answers = answersFor(walker, plan, { kase, task, at, asked });
    holdToday(version, task, answers, at.slice(0, 10));
    const act = { by: by === 'first' ? FIRST : SECOND, now: at, commandId: randomUUID() };
    const reasons = reasonsFor(version, kase, task, answers, act);
    return {
      ...{
        by,
        isJudging: before !== undefined,
        path: `/api/tasks/${encodeURIComponent(task.id)}/completion`,
      },
      body: { ...answers, ...(reasons ? { reasons } : {}), commandId: act.commandId },
    };
  }

  async #load(id: string): Promise<Case> {
    const stored = await this.#store.load(id);
    if (!stored) throw new Error(`${id} is not stored`);
    return stored.case;
  }
}

/** Nobody waits here: a meeting that was booked for a day to come is held today. */
function holdToday(version: Version, task: Task, { answers }: Answers, today: string): void {
  for (const { id, type, time, policy } of questionsOf(formOf(version, task.form))) {
    const day = answers[id];
    if (type === 'date' && !time && policy === 'carry-forward' && typeof day === 'string' && day > today) {
      answers[id] = today;
    }
  }
}

/** Where a rule only warns, a practitioner gives a reason and goes on. */
function reasonsFor(
  version: Version,
  kase: Case,
  task: Task,
  answers: Answers,
  act: { by: string; now: string; commandId: string },
): Answers['reasons'] {
  const tried = completeTask(version, kase, { ...act, task: task.id, answers });
  if (tried.kind === 'done') return undefined;
  const warned = formOf(version, task.form).rules.filter((rule) => rule.level === 'warn');
  const broken = warned.filter((rule) => tried.findings.some((one) => one.check === `rule:${rule.id}`));
  return Object.fromEntries(broken.map((rule) => [rule.id, 'Agreed with my manager on the day.']));
}
