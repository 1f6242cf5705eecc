import {
  blockChanged,
  clockDue,
  completeTask,
  dayOf,
  formOf,
  giveMessage,
  openAgain,
  openCase,
} from '#engine';
import type { Act, Answers, Case, NewChild, Outcome, Task, Version } from '#engine';
import { answersFor } from './answers-for.ts';
import { networkOf } from './network-of.ts';
import type { Plan } from './plan.ts';
import { addDaysAt, meetingOn, whenDone, workingDaysAt } from './when-done.ts';
import type { Walked, Walker } from './walker.ts';

/** Walks a family through the pathway on the engine itself, command by command, until the given moment. */
export function* walkFamily(walker: Walker, plan: Plan): Generator<Walked, void, Case | undefined> {
  const walk = new FamilyWalk(walker, plan);
  for (let next = walk.open(); next; next = walk.next()) {
    const stored = yield next;
    walk.kase = stored ?? next.change.case;
  }
}

/** How often a form is written before the family is left where it is. */
const TRIES = 4;

/** Something that will happen to the family, and when. */
interface Coming {
  at: string;
  run: (kase: Case, at: string) => Walked | undefined;
}

class FamilyWalk {
  kase: Case | undefined;
  private readonly walker: Walker;
  private readonly plan: Plan;
  /** when each open task will be completed */
  private readonly planned = new Map<string, string>();
  /** how often each deciding question was asked of each child so far */
  private readonly asked = new Map<string, number>();
  private readonly coming: Coming[];
  private again: number[];
  private now: string;
  private count = 0;

  constructor(walker: Walker, plan: Plan) {
    this.walker = walker;
    this.plan = plan;
    this.now = plan.referred;
    this.again = [...(plan.again ?? [])];
    const messages = (plan.messages ?? []).map(({ after, message }) => ({
      at: workingDaysAt(walker.version.calendar, plan.referred, after, '10:15'),
      run: (kase: Case, at: string) => this.give(kase, at, message),
    }));
    const births = plan.family.children.flatMap(({ id, expected }) =>
      expected
        ? [
            {
              at: addDaysAt(walker.version.calendar, expected, 0, '11:00'),
              run: (kase: Case, at: string) => this.give(kase, at, 'child born', [id]),
            },
          ]
        : [],
    );
    const network = { at: plan.referred, run: (kase: Case, at: string) => this.network(kase, at) };
    this.coming = [network, ...messages, ...births];
  }

  open(): Walked | undefined {
    const { family, referred } = this.plan;
    if (referred > this.walker.until) return undefined;
    const act = this.act(referred, 'business-support');
    const given = { id: family.id, name: family.familyName, children: this.children() };
    return this.done(openCase(this.walker.version, given, act), act, emptyCase(family.id));
  }

  /** The next thing that happens, whatever is earliest: a step completed, a clock, news, a further referral. */
  next(): Walked | undefined {
    const { kase } = this;
    if (!kase) return undefined;
    const steps = kase.tasks
      .filter((task) => !this.plan.leave?.includes(task.step))
      .map((task) => ({
        at: this.plannedFor(kase, task),
        run: (_: Case, at: string) => this.complete(kase, task, at),
      }));
    const clock = kase.wakeUp ? [{ at: kase.wakeUp, run: () => this.clock(kase) }] : [];
    const [first] = [...this.coming, ...steps, ...clock, ...this.referral(kase)].sort((a, b) =>
      a.at.localeCompare(b.at),
    );
    if (!first || first.at > this.walker.until) return undefined;
    // a clock that counts back may be due at once: time does not
    if (first.at > this.now) this.now = first.at;
    const at = this.coming.indexOf(first);
    if (at >= 0) this.coming.splice(at, 1);
    return first.run(kase, this.now);
  }

  private plannedFor(kase: Case, task: Task): string {
    const known = this.planned.get(task.id);
    // a meeting may be booked anew after its step has opened
    const booked = meetingOn(this.walker.version, kase, task);
    const at = known && !(booked && booked > dayOf(known)) ? known : whenDone(this.walker, kase, task);
    this.planned.set(task.id, at);
    return at;
  }

  /** What was written by chance may contradict itself: then it is written again, as a person would. */
  private complete(kase: Case, task: Task, at: string): Walked | undefined {
    const act = this.act(at, task.role, authorOf(this.walker.version, kase, task), task);
    let outcome = this.tryCompleting(kase, task, act);
    for (let tried = 1; outcome.kind === 'refused' && tried < TRIES; tried++) {
      outcome = this.tryCompleting(kase, task, act);
    }
    return this.done(outcome, act, kase);
  }

  private tryCompleting(kase: Case, task: Task, act: Act): Outcome {
    const { version } = this.walker;
    const asked = new Map(this.asked);
    const answers = answersFor(this.walker, this.plan, { kase, task, at: act.now, asked });
    const tried = completeTask(version, kase, { ...act, task: task.id, answers });
    const reasons = reasonsFor(version, task, tried);
    const outcome = reasons
      ? completeTask(version, kase, { ...act, task: task.id, answers: { ...answers, reasons } })
      : tried;
    if (outcome.kind === 'done') for (const [key, count] of asked) this.asked.set(key, count);
    return outcome;
  }

  private clock(kase: Case): Walked | undefined {
    const act = this.act(this.now, 'clock');
    return this.done(clockDue(this.walker.version, kase, act), act, kase);
  }

  private network(kase: Case, at: string): Walked | undefined {
    const act = this.act(at, 'business-support');
    const change = { block: 'network', rows: networkOf(this.plan.family) };
    return this.done(blockChanged(this.walker.version, kase, change, act), act, kase);
  }

  /** News comes for the children we still work with; for none, nobody tells us. */
  private give(kase: Case, at: string, message: string, only?: string[]): Walked | undefined {
    const children = kase.children.filter(
      ({ id, episodes }) => (only?.includes(id) ?? true) && episodes.some((one) => !one.closed),
    );
    if (children.length === 0) return this.next();
    const act = this.act(at, 'social-worker');
    const given = { message, children: children.map((child) => child.id) };
    return this.done(giveMessage(this.walker.version, kase, given, act), act, kase);
  }

  /** A family that is known comes back some time after work with it has ended. */
  private referral(kase: Case): Coming[] {
    const [after] = this.again;
    const isOpen =
      kase.tasks.length > 0 || kase.children.some((one) => one.episodes.some((two) => !two.closed));
    const ended = kase.children
      .flatMap((child) => child.episodes.flatMap((one) => one.closed ?? []))
      .sort()
      .at(-1);
    if (after === undefined || isOpen || !ended) return [];
    const run = (_: Case, at: string): Walked | undefined => {
      this.again = this.again.slice(1);
      const act = this.act(at, 'business-support');
      return this.done(openAgain(this.walker.version, kase, this.children(), act), act, kase);
    };
    return [{ at: addDaysAt(this.walker.version.calendar, ended, after, '09:40'), run }];
  }

  private children(): NewChild[] {
    return this.plan.family.children.map(({ id, born, expected }) => ({
      id,
      ...(born ? { born } : {}),
      ...(expected ? { expected } : {}),
    }));
  }

  private act(now: string, role: string, notBy?: string, task?: Task): Act {
    this.count++;
    const commandId = `made-${String(this.count)}`;
    if (role === 'clock') return { by: 'clock', now, commandId };
    const own = task?.assignee && task.assignee !== notBy ? task.assignee : undefined;
    return { by: own ?? this.walker.staffFor(role, notBy), now, commandId };
  }

  private done(outcome: Outcome, act: Act, before: Case): Walked | undefined {
    if (outcome.kind === 'done') return { act, change: outcome, before };
    const findings = outcome.findings.map((one) => `${one.question ?? ''}: ${one.message}`);
    this.walker.stuck?.(`${outcome.message} ${findings.join(' ')}`);
    return undefined;
  }
}

/** Who completed the step that this one decides on: somebody else does this one. */
function authorOf(version: Version, kase: Case, task: Task): string | undefined {
  const element = version.pathway.processes
    .flatMap((process) => process.elements)
    .find((one) => one.id === task.step);
  return element?.notBy ? kase.last[task.children[0] ?? '']?.[element.notBy]?.by : undefined;
}

/** Where nothing but warnings stands in the way, the practitioner says why they go on all the same. */
function reasonsFor(version: Version, task: Task, tried: Outcome): Answers['reasons'] {
  if (tried.kind === 'done') return undefined;
  const warned = formOf(version, task.form).rules.filter((rule) => rule.level === 'warn');
  const broken = warned.filter((rule) => tried.findings.some((one) => one.check === `rule:${rule.id}`));
  if (broken.length === 0) return undefined;
  return Object.fromEntries(broken.map((rule) => [rule.id, 'Agreed with my manager on the day.']));
}

function emptyCase(id: string): Case {
  return {
    ...{ id, revision: 0, version: '', name: '', children: [], tracks: [], tasks: [], happenings: [] },
    ...{ clocks: [], known: {}, last: {}, blocks: {}, next: 1 },
  };
}
