import {
  clockDue,
  completeTask,
  dayOf,
  formOf,
  giveMessage,
  isWorkingDay,
  lateFor,
  momentOf,
  openCase,
} from '#engine';
import { workingDaysAfter } from '#engine';
import type { Act, Answers, Case, CaseChange, Outcome, Task, Version } from '#engine';
import { decide } from './decide.ts';
import { fillForm } from './fill-form.ts';
import type { MadeFamily } from './make-family.ts';
import type { Chance } from './random.ts';
import { wordsFor } from './words.ts';
import caseload from './caseload.json' with { type: 'json' };

/** How one family's way goes: when it is referred, what is decided when asked, and what else happens. */
export interface Plan {
  family: MadeFamily;
  /** London day and time of the first contact */
  referred: string;
  /** answers to deciding questions, in the order in which they are asked; the last one stays */
  steer: Record<string, unknown[]>;
  /** the same for one child by number, where siblings part */
  perChild?: Record<string, Record<string, unknown[]>>;
  /** messages given to the pathway some days after the referral */
  messages?: { after: number; message: string }[];
  /** steps that are left open from the first time they open */
  leave?: string[];
}

export interface Walker {
  version: Version;
  chance: Chance;
  /** nothing happens after this moment */
  until: string;
  /** account that does a step of this role for the family */
  staffFor: (role: string, notBy?: string) => string;
}

export interface Walked {
  act: Act;
  change: CaseChange;
  before: Case;
}

/** Walks a family through the pathway on the engine itself, command by command, until the given moment. */
export function* walkFamily(walker: Walker, plan: Plan): Generator<Walked, void, Case | undefined> {
  const walk = new FamilyWalk(walker, plan);
  for (let next = walk.open(); next; next = walk.next()) {
    const stored = yield next;
    walk.kase = stored ?? next.change.case;
  }
}

class FamilyWalk {
  kase: Case | undefined;
  private readonly walker: Walker;
  private readonly plan: Plan;
  private readonly due = new Map<string, string>();
  private readonly asked = new Map<string, number>();
  private readonly messages: { at: string; message: string }[];
  private count = 0;

  constructor(walker: Walker, plan: Plan) {
    this.walker = walker;
    this.plan = plan;
    const day = dayOf(plan.referred);
    this.messages = (plan.messages ?? []).map(({ after, message }) => {
      const on = workingDaysAfter(walker.version.calendar, day, after);
      return { at: momentOf(on, '10:15'), message };
    });
  }

  open(): Walked | undefined {
    const { family, referred } = this.plan;
    if (referred > this.walker.until) return undefined;
    const act = this.act(referred, 'business-support');
    const children = family.children.map(({ id, born, expected }) => ({
      id,
      ...(born ? { born } : {}),
      ...(expected ? { expected } : {}),
    }));
    const given = { id: family.id, name: family.familyName, children };
    return done(openCase(this.walker.version, given, act), act, emptyCase(family.id));
  }

  /** The next thing that happens, whatever is earliest: a step completed, a clock, a message. */
  next(): Walked | undefined {
    const { kase } = this;
    if (!kase) return undefined;
    const candidates = kase.tasks
      .filter((task) => !this.plan.leave?.includes(task.step))
      .map((task) => ({ at: this.planned(task), run: () => this.complete(kase, task) }));
    const [message] = this.messages;
    if (message) candidates.push({ at: message.at, run: () => this.give(kase) });
    if (kase.wakeUp) candidates.push({ at: kase.wakeUp, run: () => this.clock(kase) });
    const [first] = candidates.sort((a, b) => a.at.localeCompare(b.at));
    return first && first.at <= this.walker.until ? first.run() : undefined;
  }

  private planned(task: Task): string {
    const known = this.due.get(task.id);
    if (known) return known;
    const { chance, version } = this.walker;
    const days = caseload.days as unknown as Record<string, [number, number]>;
    const [least, most] = days[task.step] ?? days['other'] ?? [1, 5];
    const wait = chance.whole(least, most);
    const opened = dayOf(task.opened);
    const sameDay = wait === 0 && isWorkingDay(version.calendar, opened);
    const on = sameDay ? opened : workingDaysAfter(version.calendar, opened, Math.max(wait, 1));
    const time = `${String(chance.whole(9, 16)).padStart(2, '0')}:${String(chance.whole(0, 59)).padStart(2, '0')}`;
    const wanted = momentOf(on, time);
    const soonest = new Date(new Date(task.opened).getTime() + chance.whole(15, 90) * 60_000).toISOString();
    const at = wanted > soonest ? wanted : soonest;
    this.due.set(task.id, at);
    return at;
  }

  private complete(kase: Case, task: Task): Walked {
    const { version } = this.walker;
    const at = this.planned(task);
    const act = this.act(at, task.role, this.authorOf(kase, task), task);
    const answers = this.answers(kase, task, at);
    return done(completeTask(version, kase, { ...act, task: task.id, answers }), act, kase);
  }

  private answers(kase: Case, task: Task, at: string): Answers {
    const { version, chance } = this.walker;
    const form = formOf(version, task.form);
    const given = decide({ form, task, chance, asked: this.asked, plan: this.plan, day: dayOf(at), version });
    const children = task.children.map((id) => {
      const child = kase.children.find((one) => one.id === id);
      const unborn = !child?.born && child?.expected !== undefined;
      return { id, unborn, late: lateFor(version, kase, form, id, given, at) };
    });
    const name = (id?: string): string =>
      this.plan.family.children.find((child) => child.id === (id ?? task.children[0]))?.firstNames ??
      'the baby';
    return fillForm({
      ...{ version, form, given, children, day: dayOf(at), moment: at, optional: 0.3 },
      people: this.plan.family.adults.map((adult) => adult.id),
      words: wordsFor(chance, name),
      chance: () => chance.next(),
    });
  }

  private clock(kase: Case): Walked {
    const act = this.act(kase.wakeUp ?? this.walker.until, 'clock');
    return done(clockDue(this.walker.version, kase, act), act, kase);
  }

  private give(kase: Case): Walked {
    const { at = this.walker.until, message = '' } = this.messages.shift() ?? {};
    const act = this.act(at, 'social-worker');
    const children = kase.children.map((child) => child.id);
    return done(giveMessage(this.walker.version, kase, { message, children }, act), act, kase);
  }

  private authorOf(kase: Case, task: Task): string | undefined {
    const element = this.walker.version.pathway.processes
      .flatMap((process) => process.elements)
      .find((one) => one.id === task.step);
    return element?.notBy ? kase.last[task.children[0] ?? '']?.[element.notBy]?.by : undefined;
  }

  private act(now: string, role: string, notBy?: string, task?: Task): Act {
    this.count++;
    const by = task?.assignee && task.assignee !== notBy ? task.assignee : this.walker.staffFor(role, notBy);
    return { by: role === 'clock' ? 'clock' : by, now, commandId: `made-${String(this.count)}` };
  }
}

function done(outcome: Outcome, act: Act, before: Case): Walked {
  if (outcome.kind === 'done') return { act, change: outcome, before };
  const findings = outcome.findings.map((one) => `${one.question ?? ''}: ${one.message}`);
  throw new Error(`the made-up caseload was refused: ${outcome.message} ${findings.join(' ')}`);
}

function emptyCase(id: string): Case {
  return {
    ...{ id, revision: 0, version: '', name: '', children: [], tracks: [], tasks: [], happenings: [] },
    ...{ clocks: [], known: {}, last: {}, blocks: {}, next: 1 },
  };
}
