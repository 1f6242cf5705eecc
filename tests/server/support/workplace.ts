import type { Answers, Case, Form, Task, Version } from '#engine';
import { formOf } from '#engine';
import { answersFor } from '../../../server/demo/answers-for.ts';
import { chanceFor } from '../../../server/demo/index.ts';
import type { Plan } from '../../../server/demo/index.ts';
import type { LogTo } from '../../../server/plugins/log.ts';
import { createAccount } from '../../../server/access/index.ts';
import { shippedVersion } from '../../support/shipped-version.ts';
import { testServer, type Answer, type Browser, type TestServer } from './test-server.ts';

export interface Refusal {
  refusal: {
    reason: string;
    message: string;
    findings: { check: string; question?: string; child?: string; message: string }[];
  };
  changed?: { by?: string; at?: string; what?: string };
  theirs?: { value: unknown; revision: number; by: { id: string; name: string } };
}

export interface Said {
  id: string;
  step: string;
  what: string;
  case: string;
  children: { id: string; name: string }[];
  assignee?: { id: string; name: string };
  due?: { on: string; says: string; late: boolean; because: string };
}

export interface Happened {
  happened: {
    says: string[];
    opened: Said[];
    record: string;
    children: { id: string; stage?: { id: string } }[];
  };
}

/** Somebody of each role of the shipped pathway, all of one team. */
export const who = {
  bea: 'business-support',
  fay: 'front-door-social-worker',
  tia: 'team-manager',
  tom: 'team-manager',
  sam: 'social-worker',
  kim: 'social-worker',
  cyd: 'conference-chair',
  sue: 'service-manager',
  hal: 'head-of-service',
} as const;
export type Who = keyof typeof who;

export interface Child {
  first: string;
  born?: string;
  expected?: string;
}

/** A family on the server, and what a walk needs to write for it. */
export interface Family {
  id: string;
  name: string;
  children: string[];
  /** first names of the children, in the same order */
  called: string[];
  mother: string;
}

interface Opened {
  published?: boolean;
  logTo?: LogTo;
  called?: Partial<Record<Who, string>>;
}

/** A server with somebody of each role at work, and the means to bring a family anywhere on the pathway. */
export class Workplace {
  readonly server: TestServer;
  private readonly asked = new Map<string, number>();
  private count = 0;

  /**
   * `published`: versions are kept in the store, as in production, for tests that publish; `called`: names that people
   * who look at pages read
   */
  static async open({ called = {}, ...options }: Opened = {}): Promise<Workplace> {
    const place = new Workplace(await testServer(options));
    for (const [id, displayName] of Object.entries(called)) {
      const roles = [who[id as Who]];
      await createAccount(place.server.store, { id, name: id, displayName, roles, team: 'north' });
    }
    for (const name of Object.keys(who) as Who[]) await place.as(name);
    return place;
  }

  private constructor(server: TestServer) {
    this.server = server;
  }

  /** Signed in anew: time may have passed since the last time. */
  as(name: Who, team = 'north'): Promise<Browser> {
    return this.server.signedIn(who[name], team, name);
  }

  command(): string {
    this.count += 1;
    return `command-${String(this.count)}`;
  }

  /** A contact about new children, and their mother put on file. */
  async openFamily(children: Child[], familyName = 'Marsh'): Promise<Family> {
    const bea = await this.as('bea');
    const made = await bea.post<{ case: string }>('/api/cases', {
      contact: {
        children: children.map(({ first, born, expected }) => ({
          new: {
            ...(first ? { firstNames: first } : {}),
            familyName,
            ...(born ? { dateOfBirth: born } : {}),
            ...(expected ? { expectedDateOfBirth: expected } : {}),
          },
        })),
      },
      commandId: this.command(),
    });
    if (made.status !== 200) throw new Error(JSON.stringify(made.body));
    const { case: id } = made.body;
    await this.give(id, 'record-contact', 'bea');
    const mother = await bea.post<{ id: string }>('/api/people', {
      person: { firstNames: 'Dana', familyName },
      case: id,
      commandId: this.command(),
    });
    const ids = (await this.case(id)).children.map((child) => child.id);
    const called = children.map(({ first }) => first);
    return { id, name: familyName, children: ids, called, mother: mother.body.id };
  }

  async case(id: string): Promise<Case> {
    const stored = await this.server.store.load(id);
    if (!stored) throw new Error(`no family ${id}`);
    return stored.case;
  }

  version(): Promise<Version> {
    return shippedVersion();
  }

  async task(id: string, step: string, child?: string): Promise<Task> {
    const { tasks } = await this.case(id);
    const found = tasks.find((one) => one.step === step && (!child || one.children.includes(child)));
    if (!found) throw new Error(`${step} is not open; open are ${tasks.map((one) => one.step).join(', ')}`);
    return found;
  }

  async form(id: string, step: string): Promise<Form> {
    return formOf(await this.version(), (await this.task(id, step)).form);
  }

  /** Gives a task to somebody, as the service's manager would. */
  async give(id: string, step: string, to: Who): Promise<void> {
    const hal = await this.as('hal');
    const task = await this.task(id, step);
    const answer = await hal.post(`/api/tasks/${task.id}/allocation`, { to, commandId: this.command() });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }

  /** Answers that complete the step as it stands: decided as told, the rest written by the demonstration's pen. */
  async answers(family: Family, step: string, steer: Plan['steer'] = {}): Promise<Answers> {
    const kase = await this.case(family.id);
    const version = await this.version();
    const task = await this.task(family.id, step);
    const chance = chanceFor(1, `${step} ${String(this.count)}`);
    const named = (id: string, first = '') => ({
      ...{ id, firstNames: first || 'Someone', familyName: family.name },
    });
    const plan: Plan = {
      family: {
        ...{
          id: family.id,
          familyName: family.name,
          phone: '',
          address: { line1: '', town: '', postcode: '' },
        },
        children: family.children.map((id, at) => ({
          ...{ ...named(id, family.called[at]), sex: 'F', ethnicity: 'WBRI' },
        })),
        adults: [
          {
            ...named(family.mother, 'Dana'),
            ...{ sex: 'F', born: '1991-04-02', is: 'mother', of: family.children, home: true },
          },
        ],
      },
      referred: this.server.clock.now(),
      steer,
    };
    const walker = { version, chance, until: '9', staffFor: () => '' };
    return answersFor(walker, plan, { kase, task, at: this.server.clock.now(), asked: this.asked });
  }

  /** Sends a completion; where only warnings stand in the way, once more with reasons. */
  async send(
    by: Who,
    task: string,
    answers: Answers,
    commandId = this.command(),
  ): Promise<Answer<Happened & Refusal>> {
    const browser = await this.as(by);
    const post = (sent: Answers) =>
      browser.post<Happened & Refusal>(`/api/tasks/${task}/completion`, { ...sent, commandId });
    const answer = await post(answers);
    const rules = (answer.body.refusal?.findings ?? []).flatMap(({ check }) =>
      check.startsWith('rule:') ? [check.slice('rule:'.length)] : [],
    );
    if (answer.status !== 422 || rules.length === 0) return answer;
    return post({ ...answers, reasons: Object.fromEntries(rules.map((rule) => [rule, 'Agreed.'])) });
  }

  /** Completes a step, given to whoever does it; throws with the findings when that is refused. */
  async complete(
    family: Family,
    by: Who,
    step: string,
    steer: Plan['steer'] = {},
    change: (answers: Answers) => void = () => undefined,
  ): Promise<Happened['happened']> {
    await this.give(family.id, step, by).catch(() => undefined);
    const answers = await this.answers(family, step, steer);
    change(answers);
    const answer = await this.send(by, (await this.task(family.id, step)).id, answers);
    if (answer.status !== 200) throw new Error(`${step}: ${JSON.stringify(answer.body)}`);
    return answer.body.happened;
  }

  /** To the assessment, by a referral. */
  async toAssessment(children: Child[], familyName?: string): Promise<Family> {
    const family = await this.openFamily(children, familyName);
    await this.complete(family, 'bea', 'record-contact');
    await this.complete(family, 'fay', 'screen-contact', { contactOutcome: ['referral'] });
    await this.complete(family, 'tia', 'decide-referral', { referralOutcome: ['assessment'] });
    await this.give(family.id, 'write-assessment', 'sam');
    return family;
  }

  /** To the strategy discussion, by a referral. */
  async toStrategyDiscussion(children: Child[], familyName?: string): Promise<Family> {
    const family = await this.openFamily(children, familyName);
    await this.complete(family, 'bea', 'record-contact');
    await this.complete(family, 'fay', 'screen-contact', { contactOutcome: ['referral'] });
    await this.complete(family, 'tia', 'decide-referral', { referralOutcome: ['strategy-discussion'] });
    return family;
  }

  close(): Promise<void> {
    return this.server.close();
  }
}

export const days = (count: number): number => count * 24 * 60 * 60;
