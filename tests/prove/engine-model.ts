import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { clockDue, completeTask, correctRecord, giveMessage, openCase, reopenTask } from '#engine';
import type { Answers, Case, CaseRecord, HistoryEntry, Outcome, Version } from '#engine';
import { done, smallVersion } from '../support/small-version.ts';
import { wrongWith } from './engine-invariants.ts';

/** A pathway with everything a drawing may have: a question, a loop, a fork, a stage cut short by time or news, a strand. */
export function modelVersion(): Promise<Version> {
  return smallVersion({
    drawing: {
      main: `(start) -> ask -> <way>
             <way> -[decision = "on"]-> [work]
             <way> => (closed)
             [work] -> check -> <again>
             <again> -[more = "yes"]-> ask
             <again> => (finished)
             work^~waited "wait" -> chase -> check
             work^@stopped "stop" -> (stopped-short)`,
      work: `(in) -> |split|
             |split| -> write -> |join|
             |split| -> call -> |join|
             |join| -> (out)`,
      worry: '(told "worry") -> consider -> (considered)',
    },
    forms: {
      ask: [
        { id: 'heldOn', type: 'date' },
        { id: 'decision', per: 'child' },
      ],
      check: [{ id: 'more', per: 'child' }],
    },
    facts: {
      ask: [{ fact: 'asked', on: 'heldOn' }],
      check: [{ fact: 'checked', on: 'completed' }],
    },
    timescales: [
      { id: 'wait', name: 'Wait', from: 'asked', until: ['checked'], length: 5, unit: 'calendar-days' },
      { id: 'ten', name: 'Ten', from: 'asked', until: ['checked'], length: 10 },
    ],
    steps: { check: { timescales: ['ten'] } },
  });
}

const command = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('complete' as const),
      task: fc.nat(5),
      on: fc.boolean(),
      again: fc.boolean(),
      alone: fc.nat(4).map((n) => n === 0),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wake' as const), days: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('correct' as const), record: fc.nat(9), days: fc.nat(20) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reopen' as const), back: fc.nat(3) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('news' as const),
      message: fc.constantFrom('worry', 'stop'),
      child: fc.nat(1),
    }),
  },
);

type Command = typeof command extends fc.Arbitrary<infer One> ? One : never;

export interface Modelled {
  runs: number;
  /** commands that were carried out, and those that were refused */
  done: number;
  refused: number;
  /** by kind, how often it was carried out */
  kinds: Record<string, number>;
}

const day = 86_400_000;
const first = Date.parse('2026-09-07T09:00:00.000Z');

/**
 * A family walks through the pathway by whatever commands: after each everything hangs together, what was refused
 * changed nothing, and the same command gives the same. Throws with the shortest commands that show otherwise.
 */
export async function modelEngine(runs: number, seed?: number): Promise<Modelled> {
  const version = await modelVersion();
  const ran: Modelled = { runs: 0, done: 0, refused: 0, kinds: {} };
  const property = fc.property(fc.array(command, { minLength: 1, maxLength: 25 }), (commands) => {
    ran.runs += 1;
    const family = new Walk(version);
    for (const one of commands) {
      const isDone = family.give(one);
      ran[isDone ? 'done' : 'refused'] += 1;
      if (isDone) ran.kinds[one.kind] = (ran.kinds[one.kind] ?? 0) + 1;
    }
  });
  fc.assert(property, { numRuns: runs, ...(seed === undefined ? {} : { seed }) });
  return ran;
}

class Walk {
  readonly #version: Version;
  #case: Case;
  readonly #history: HistoryEntry[] = [];
  readonly #records: CaseRecord[] = [];
  #now = first;
  #commands = 0;

  constructor(version: Version) {
    this.#version = version;
    const children = ['ada', 'ben'].map((id) => ({ id, born: '2018-01-01' }));
    this.#case = this.#keep(openCase(version, { id: 'f', name: 'F', children }, this.#act()));
  }

  /** True when it was carried out. */
  give(command: Command): boolean {
    this.#now += 3_600_000;
    this.#commands += 1;
    if (command.kind === 'wake') this.#now += command.days * day;
    const before = structuredClone(this.#case);
    const outcome = this.#decide(command);
    const again = this.#decide(command);
    hold(isDeepStrictEqual(outcome, again), 'the same command gave something else');
    hold(isDeepStrictEqual(before, this.#case), 'the case it was given was changed');
    if (outcome?.kind !== 'done') return false;
    this.#case = this.#keep(outcome);
    return true;
  }

  #decide(command: Command): Outcome | undefined {
    const [version, kase, act] = [this.#version, this.#case, this.#act()];
    switch (command.kind) {
      case 'complete': {
        const task = kase.tasks[command.task % Math.max(1, kase.tasks.length)];
        if (!task) return undefined;
        const only = command.alone ? { only: task.children.slice(0, 1) } : {};
        const children = only.only ?? task.children;
        return completeTask(version, kase, {
          ...act,
          task: task.id,
          answers: this.#answers(command, children, task.form),
          ...only,
        });
      }
      case 'wake':
        return clockDue(version, kase, act);
      case 'correct': {
        const asked = this.#records.filter(({ form }) => form === 'ask');
        const record = asked[command.record % Math.max(1, asked.length)];
        const value = this.#day(-command.days);
        return (
          record &&
          correctRecord(version, kase, { ...act, record, question: 'heldOn', value, reason: 'a wrong day' })
        );
      }
      case 'reopen': {
        const completed = this.#history.filter(({ kind }) => kind === 'task-completed');
        const entry = completed.at(-1 - command.back);
        const later = entry ? this.#history.slice(this.#history.indexOf(entry) + 1) : [];
        return entry && reopenTask(version, kase, { ...act, entry, later, reason: 'asked the wrong family' });
      }
      case 'news':
        return giveMessage(
          version,
          kase,
          { message: command.message, children: [['ada', 'ben'][command.child] ?? ''] },
          act,
        );
    }
  }

  #answers({ on, again }: { on: boolean; again: boolean }, children: string[], form: string): Answers {
    const own =
      form === 'ask'
        ? { decision: on ? 'on' : 'off' }
        : form === 'check'
          ? { more: again ? 'yes' : 'no' }
          : {};
    return {
      answers: form === 'ask' ? { heldOn: this.#day(0) } : {},
      perChild: Object.fromEntries(children.map((child) => [child, own])),
    };
  }

  #keep(outcome: Outcome): Case {
    const { case: kase, history, record } = done(outcome);
    const known = new Set(this.#history.map(({ id }) => id));
    hold(
      history.length > 0 && history.every(({ id }) => !known.has(id)),
      'an entry of the history has no id of its own',
    );
    this.#history.push(...history);
    if (record) this.#records.push(record);
    const wrong = wrongWith(this.#version, kase);
    hold(wrong.length === 0, wrong.join('; '));
    return kase;
  }

  #act() {
    return { by: 'eve', now: new Date(this.#now).toISOString(), commandId: `c${String(this.#commands)}` };
  }

  #day(days: number): string {
    return new Date(this.#now + days * day).toISOString().slice(0, 10);
  }
}

function hold(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
