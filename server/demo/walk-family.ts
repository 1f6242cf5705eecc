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
import { findAnswers, questionsOf } from '#engine';
import type { Act, Answers, Case, CaseChange, Form, Outcome, Task, Version } from '#engine';
import { decide } from './decide.ts';
import { fillForm } from './fill-form.ts';
import type { Plan } from './plan.ts';
import type { Chance } from './random.ts';
import { wordsFor } from './words.ts';
import caseload from './caseload.json' with { type: 'json' };

export interface Walker {
  version: Version;
  chance: Chance;
  /** nothing happens after this moment */
  until: string;
  /** told when what was made up is refused: the family stays where it is */
  stuck?: (why: string) => void;
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
    return done(this.walker, openCase(this.walker.version, given, act), act, emptyCase(family.id));
  }

  /** The next thing that happens, whatever is earliest: a step completed, a clock, a message. */
  next(): Walked | undefined {
    const { kase } = this;
    if (!kase) return undefined;
    const candidates: { at: string; run: () => Walked | undefined }[] = kase.tasks
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
    const soon = sameDay ? opened : workingDaysAfter(version.calendar, opened, Math.max(wait, 1));
    const on = this.booked(task, opened) ?? soon;
    const time = `${String(chance.whole(9, 16)).padStart(2, '0')}:${String(chance.whole(0, 59)).padStart(2, '0')}`;
    const wanted = momentOf(on, time);
    const soonest = new Date(new Date(task.opened).getTime() + chance.whole(15, 90) * 60_000).toISOString();
    const at = wanted > soonest ? wanted : soonest;
    this.due.set(task.id, at);
    return at;
  }

  /** A meeting that was booked is held on its day. */
  private booked(task: Task, opened: string): string | undefined {
    const known = { ...this.kase?.known[''], ...this.kase?.known[task.children[0] ?? ''] };
    const days = questionsOf(formOf(this.walker.version, task.form))
      .filter(
        (question) =>
          question.type === 'date' &&
          !question.time &&
          question.policy === 'carry-forward' &&
          question.required,
      )
      .map((question) => known[question.term ?? '']?.value);
    return days.find((day): day is string => typeof day === 'string' && day > opened);
  }

  private complete(kase: Case, task: Task): Walked | undefined {
    const { version } = this.walker;
    const at = this.planned(task);
    const act = this.act(at, task.role, this.authorOf(kase, task), task);
    const answers = this.answers(kase, task, at);
    return done(this.walker, completeTask(version, kase, { ...act, task: task.id, answers }), act, kase);
  }

  private answers(kase: Case, task: Task, at: string): Answers {
    const { version, chance } = this.walker;
    const form = formOf(version, task.form);
    const given = decide({
      form,
      task,
      chance,
      asked: this.asked,
      plan: this.plan,
      day: dayOf(at),
      version,
      kase,
    });
    const name = (id?: string): string =>
      this.plan.family.children.find((child) => child.id === (id ?? task.children[0]))?.firstNames ??
      'the baby';
    const fill = (answers: Answers): Answers =>
      fillForm({
        ...{ version, form, given, day: dayOf(at), moment: at, optional: 0.3 },
        children: childrenAsked(version, kase, form, task, answers, at),
        people: this.plan.family.adults.map((adult) => adult.id),
        words: wordsFor(chance, name),
        chance: () => chance.next(),
        known: (term, child) =>
          (child ? kase.known[child]?.[term]?.value : undefined) ?? kase.known['']?.[term]?.value,
      });
    // what is late depends on the day the form itself names, which the first filling wrote
    return withReasons(version, kase, form, fill(fill(given)), task.children, at);
  }

  private clock(kase: Case): Walked | undefined {
    const act = this.act(kase.wakeUp ?? this.walker.until, 'clock');
    return done(this.walker, clockDue(this.walker.version, kase, act), act, kase);
  }

  private give(kase: Case): Walked | undefined {
    const { at = this.walker.until, message = '' } = this.messages.shift() ?? {};
    if (kase.children.every((child) => child.episodes.every((one) => one.closed))) return this.next();
    const act = this.act(at, 'social-worker');
    const children = kase.children.map((child) => child.id);
    return done(this.walker, giveMessage(this.walker.version, kase, { message, children }, act), act, kase);
  }

  private authorOf(kase: Case, task: Task): string | undefined {
    const element = this.walker.version.pathway.processes
      .flatMap((process) => process.elements)
      .find((one) => one.id === task.step);
    return element?.notBy ? kase.last[task.children[0] ?? '']?.[element.notBy]?.by : undefined;
  }

  private act(now: string, role: string, notBy?: string, task?: Task): Act {
    this.count++;
    const commandId = `made-${String(this.count)}`;
    if (role === 'clock') return { by: 'clock', now, commandId };
    const own = task?.assignee && task.assignee !== notBy ? task.assignee : undefined;
    return { by: own ?? this.walker.staffFor(role, notBy), now, commandId };
  }
}

function childrenAsked(version: Version, kase: Case, form: Form, task: Task, answers: Answers, at: string) {
  return task.children.map((id) => {
    const child = kase.children.find((one) => one.id === id);
    const unborn = !child?.born && child?.expected !== undefined;
    return { id, unborn, late: lateFor(version, kase, form, id, answers, at) };
  });
}

/** Where a rule warns, the practitioner says why they go on all the same. */
function withReasons(
  version: Version,
  kase: Case,
  form: Form,
  answers: Answers,
  children: string[],
  at: string,
): Answers {
  const broken = findAnswers(version, kase, form, children, answers, at).filter((one) =>
    form.rules.some((rule) => rule.level === 'warn' && one.check === `rule:${rule.id}`),
  );
  if (broken.length === 0) return answers;
  const why = 'Agreed with my manager on the day.';
  const reasons = Object.fromEntries(broken.map((one) => [one.check.slice('rule:'.length), why]));
  return { ...answers, reasons };
}

function done(walker: Walker, outcome: Outcome, act: Act, before: Case): Walked | undefined {
  if (outcome.kind === 'done') return { act, change: outcome, before };
  const findings = outcome.findings.map((one) => `${one.question ?? ''}: ${one.message}`);
  walker.stuck?.(`${outcome.message} ${findings.join(' ')}`);
  return undefined;
}

function emptyCase(id: string): Case {
  return {
    ...{ id, revision: 0, version: '', name: '', children: [], tracks: [], tasks: [], happenings: [] },
    ...{ clocks: [], known: {}, last: {}, blocks: {}, next: 1 },
  };
}
