import { conditionContext, elementAt, openCase } from '#engine';
import type { Case, CaseTrack, Task, Version } from '#engine';
import { advance, waitingFor } from '../../engine/cases/advance.ts';
import { finish } from '../../engine/cases/begin.ts';
import { nextNumber, startWorking } from '../../engine/cases/working.ts';
import type { Working } from '../../engine/cases/working.ts';
import { settleTasks } from '../../engine/cases/tasks.ts';
import type { Random } from '../prove/random.ts';
import { valuesNamed } from '../prove/chance-answers.ts';
import type { Values } from '../prove/chance-answers.ts';
import { done } from './small-version.ts';

const hour = 60 * 60 * 1000;
const first = Date.parse('2026-09-07T09:00:00.000Z');

/**
 * A family walked through a pathway by chance, without forms: what a step decides is drawn from the values that the
 * drawing names, siblings part ways, news comes, and what the steps' forms record happens on the day.
 */
export class ChanceCase {
  readonly #version: Version;
  readonly #random: Random;
  readonly #values: Values;
  #at = first;
  case: Case;

  /** A new family, or one that goes on on the version it has come to. */
  constructor(version: Version, random: Random, from: string | Case) {
    this.#version = version;
    this.#random = random;
    this.#values = valuesOf(version);
    this.case = typeof from === 'string' ? this.#opened(from) : from;
  }

  #opened(id: string): Case {
    const many = 1 + this.#random.below(3);
    const children = Array.from({ length: many }, (_, at) => ({ id: `${id}-${String(at)}` }));
    return done(openCase(this.#version, { id, name: `Family ${id}`, children }, this.#act())).case;
  }

  walk(steps: number): this {
    for (let at = 0; at < steps && this.case.tasks.length > 0; at += 1) this.#step();
    return this;
  }

  #step(): void {
    const working = startWorking(this.#version, this.case, this.#act());
    const kind = this.#random.below(12);
    const completed =
      (kind === 0 && this.#timePasses(working)) || (kind === 1 && this.#newsComes(working))
        ? undefined
        : this.#complete(working);
    // a step done in a loop opens anew: its task is another one
    if (completed) settleTasks(working, completed);
    this.case = finish(working).case;
  }

  #complete(working: Working): { task: Task; children: string[] } {
    const task = this.#random.pick(working.case.tasks);
    const alone = this.#random.below(4) === 0;
    const children = alone ? [this.#random.pick(task.children)] : [...task.children];
    for (const child of children) {
      const track = working.case.tracks.find(({ id }) => id === task.tracks[task.children.indexOf(child)]);
      if (!track) throw new Error(`no track for ${task.id}`);
      this.#record(working, task, child, track);
      advance(working, track, { kind: 'complete', path: task.path }, this.#context(working, child));
      (working.case.last[child] ??= {})[task.step] = { record: 'r', by: 'eve', at: working.act.now };
      const sends = elementAt(this.#version.pathway, task.step)?.sends;
      if (sends) working.messages.push({ message: sends, child, episode: track.episode });
    }
    return { task, children };
  }

  #record(working: Working, task: Task, child: string, { episode }: CaseTrack): void {
    for (const { fact } of this.#version.forms[task.form]?.facts ?? []) {
      if (this.#random.below(2) === 0) continue;
      const id = `${working.case.id}-h${String(nextNumber(working))}`;
      const on = working.act.now.slice(0, 10);
      working.case.happenings.push({ id, fact, child, episode, on, record: `${id}-r` });
    }
  }

  #timePasses(working: Working): boolean {
    for (const track of working.case.tracks) {
      const timer = waitingFor(working, track).find(({ kind }) => kind === 'timer');
      if (!timer) continue;
      advance(working, track, { kind: 'clock', path: timer.path }, this.#context(working, track.child));
      return true;
    }
    return false;
  }

  #newsComes(working: Working): boolean {
    const strands = this.#version.pathway.processes.flatMap(({ message }) => message ?? []);
    const open = working.case.tracks.filter(({ track }) => track);
    if (strands.length === 0 || open.length === 0) return false;
    const { child, episode } = this.#random.pick(open);
    working.messages.push({ message: this.#random.pick(strands), child, episode });
    return true;
  }

  #context(working: Working, child: string): Record<string, unknown> {
    const chance = Object.entries(this.#values).map(([term, values]) => [term, this.#random.pick(values)]);
    return { ...Object.fromEntries(chance), ...conditionContext(this.#version, working.case, child) };
  }

  #act() {
    this.#at += hour * (1 + this.#random.below(48));
    return { by: 'eve', now: new Date(this.#at).toISOString(), commandId: String(this.#at) };
  }
}

const known = new WeakMap<Version, Values>();

function valuesOf(version: Version): Values {
  const conditions = version.pathway.processes
    .flatMap(({ flows }) => flows)
    .flatMap(({ id, condition }) => (condition === undefined ? [] : { gateway: '', flow: id, condition }));
  const values = known.get(version) ?? valuesNamed(conditions);
  known.set(version, values);
  return values;
}
