import type { Decide, Input, OpenStep, Stepped, Tables, Track, Version } from '../../contracts/index.ts';
import { evaluateFeel } from '../../forms/index.ts';
import { answeredOf, stepsById } from './totals.ts';
import type { Walk } from './totals.ts';

/** What is typically decided, by term: data of a pathway, so that versions are compared on one and the same story. */
export type Typical = Record<string, unknown>;

/** Stepping over tables, as `execution` does it. */
export interface Stepping {
  step: (
    tables: Tables,
    track: Track | null,
    input: Input | { kind: 'start'; process: string },
    decide: Decide,
  ) => Stepped | null;
  openSteps: (tables: Tables, track: Track) => OpenStep[];
}

/** No way that is usual is longer; a drawing that goes round and round ends here. */
const mostSteps = 400;
/** A step that is done more often for one child is left to stand. */
const mostTimes = 3;

/**
 * The usual way: what happens when everything is decided as it typically is, and by the default where nothing is said.
 * Steps are done as they open; a message goes to all that wait for it, and opens the strand that begins with it; what
 * a form records keeps a fact open; and time passes, once for each clock drawn, when nobody has anything to do.
 */
export function usualWay(version: Version, typical: Typical, stepping: Stepping): Walk {
  return new Usual(version, typical, stepping).walk();
}

interface Way {
  process: string;
  track: Track;
}

class Usual {
  readonly #version: Version;
  readonly #typical: Typical;
  readonly #stepping: Stepping;
  readonly #steps;
  readonly #sends: Map<string, string>;
  readonly #ways: Way[] = [];
  readonly #news: string[] = [];
  readonly #known: Record<string, unknown>;
  readonly #passed = new Set<string>();

  constructor(version: Version, typical: Typical, stepping: Stepping) {
    this.#version = version;
    this.#typical = typical;
    this.#stepping = stepping;
    this.#steps = stepsById(version.pathway);
    const elements = version.pathway.processes.flatMap((process) => process.elements);
    this.#sends = new Map(elements.flatMap(({ id, sends }) => (sends ? [[id, sends]] : [])));
    this.#known = { ...typical };
    for (const { open } of version.facts) if (open) this.#known[open.as] = false;
  }

  walk(): Walk {
    const done: string[] = [];
    const times = new Map<string, number>();
    this.#give(null, this.#version.pathway.main, { kind: 'start', process: this.#version.pathway.main });
    while (done.length < mostSteps) {
      const next = this.#waiting().find(
        ({ kind, id }) => kind === 'step' && (times.get(id) ?? 0) < mostTimes,
      );
      if (!next) {
        if (this.#timePasses()) continue;
        break;
      }
      done.push(next.id);
      times.set(next.id, (times.get(next.id) ?? 0) + 1);
      this.#record(next.id);
      this.#give(next.way, next.way.process, { kind: 'complete', path: next.path });
      this.#tell(next.id);
      this.#handOn();
    }
    return done;
  }

  #waiting() {
    return this.#ways.flatMap((way) =>
      this.#stepping.openSteps(this.#version.tables, way.track).map((item) => ({ ...item, way })),
    );
  }

  #give(way: Way | null, process: string, input: Parameters<Stepping['step']>[2]): void {
    const { tables } = this.#version;
    const decide: Decide = ({ condition }) => evaluateFeel(condition, this.#known) === true;
    const stepped = this.#stepping.step(tables, way?.track ?? null, input, decide);
    if (!stepped) return;
    if (way) this.#ways.splice(this.#ways.indexOf(way), 1);
    if (stepped.track) this.#ways.push({ process, track: stepped.track });
    for (const id of stepped.reached) if (!this.#steps.has(id)) this.#tell(id);
  }

  #tell(id: string): void {
    const message = this.#sends.get(id);
    if (message !== undefined) this.#news.push(message);
  }

  #handOn(): void {
    for (let message = this.#news.shift(); message !== undefined; message = this.#news.shift()) {
      const takers = this.#waiting().filter((item) => item.message === message);
      for (const { way, path } of takers) {
        if (this.#ways.includes(way)) this.#give(way, way.process, { kind: 'message', path });
      }
      if (takers.length > 0) continue;
      const strand = this.#version.pathway.processes.find(
        (process) => process.kind === 'strand' && process.message === message,
      );
      const open = this.#ways.some(({ process }) => process === strand?.id);
      if (strand && !open) this.#give(null, strand.id, { kind: 'start', process: strand.id });
    }
  }

  /** The first clock that has not run down yet runs down; false when there is none. */
  #timePasses(): boolean {
    const clock = this.#waiting().find(({ kind, path }) => kind === 'timer' && !this.#passed.has(path));
    if (!clock) return false;
    this.#passed.add(clock.path);
    this.#give(clock.way, clock.way.process, { kind: 'clock', path: clock.path });
    this.#handOn();
    return true;
  }

  /** What the step's form records keeps facts open and ends others. */
  #record(step: string): void {
    const form = this.#version.forms[this.#steps.get(step)?.form ?? ''];
    const answers = Object.fromEntries(
      answeredOf(form).map(({ id, term }) => [id, this.#typical[term ?? '']] as const),
    );
    const happened = new Set(
      (form?.facts ?? [])
        .filter(
          ({ when }) => when === undefined || evaluateFeel(when, { ...answers, known: this.#known }) === true,
        )
        .map(({ fact }) => fact),
    );
    for (const { id, open } of this.#version.facts) {
      if (!open) continue;
      if (happened.has(id)) this.#known[open.as] = true;
      if (open.until.some((fact) => happened.has(fact))) this.#known[open.as] = false;
    }
  }
}
