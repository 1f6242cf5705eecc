import { evaluateFeel, openSteps, step } from '#engine';
import type { Track, Version } from '#engine';

type StepInput = Parameters<typeof step>[2];

interface Way {
  process: string;
  track: Track;
}

/**
 * One child's way through a drawing, without forms, clocks or store: what a step decides is given as terms, and what
 * facts keep open (a plan, an enquiry) is said by the test. News goes to every track that waits for it, and where none
 * does, it opens the strand that begins with it.
 */
export class OneChild {
  readonly #version: Version;
  readonly #ways: Way[] = [];
  readonly #news: string[] = [];
  known: Record<string, unknown> = {};

  constructor(version: Version) {
    this.#version = version;
    for (const { open } of version.facts) if (open) this.known[open.as] = false;
    this.#begin(version.pathway.main);
  }

  /** Steps open now, sorted. */
  get open(): string[] {
    return this.#waiting()
      .filter(({ kind }) => kind === 'step')
      .map(({ id }) => id)
      .sort();
  }

  /** Outermost stages of the main pathway that hold something open. */
  get stages(): string[] {
    const main = this.#ways.filter(({ process }) => process === this.#version.pathway.main);
    const paths = main
      .flatMap(({ track }) => openSteps(this.#version.tables, track))
      .filter(({ kind }) => kind === 'step');
    return [...new Set(paths.map(({ path }) => path.split('/')[0] ?? path))];
  }

  /** Completes an open step with what it decides. */
  does(id: string, decided: Record<string, unknown> = {}): this {
    Object.assign(this.known, decided);
    const at = this.#waiting().find((item) => item.kind === 'step' && item.id === id);
    if (!at) throw new Error(`${id} is not open, but ${this.open.join(', ')}`);
    this.#give(at.way, { kind: 'complete', path: at.path });
    const sends = this.#element(id)?.sends;
    if (sends) this.#news.push(sends);
    return this.#handOn();
  }

  /** What facts keep open, or what was answered before. */
  knows(more: Record<string, unknown>): this {
    Object.assign(this.known, more);
    return this;
  }

  /** The time of a clock drawn in the pathway has come. */
  waitsFor(timescale: string): this {
    const at = this.#waiting().find((item) => item.kind === 'timer' && item.timescale === timescale);
    if (!at) throw new Error(`nothing waits for ${timescale}`);
    this.#give(at.way, { kind: 'clock', path: at.path });
    return this.#handOn();
  }

  hears(message: string): this {
    this.#news.push(message);
    return this.#handOn();
  }

  #handOn(): this {
    for (let message = this.#news.shift(); message !== undefined; message = this.#news.shift()) {
      const taker = (way: Way) =>
        openSteps(this.#version.tables, way.track).find((item) => item.message === message);
      const takers = this.#ways.flatMap((way) => {
        const item = taker(way);
        return item ? [{ way, path: item.path }] : [];
      });
      for (const { way, path } of takers) this.#give(way, { kind: 'message', path });
      const strand = this.#version.pathway.processes.find(
        (process) => process.kind === 'strand' && process.message === message,
      );
      const isOpen = this.#ways.some(({ process }) => process === strand?.id);
      if (strand && takers.length === 0 && !isOpen) this.#begin(strand.id);
    }
    return this;
  }

  #begin(process: string): void {
    this.#settle(process, null, { kind: 'start', process });
  }

  #give(way: Way, input: StepInput): void {
    this.#ways.splice(this.#ways.indexOf(way), 1);
    this.#settle(way.process, way.track, input);
  }

  #settle(process: string, track: Track | null, input: StepInput): void {
    const decide = ({ condition }: { condition: string }) => evaluateFeel(condition, this.known) === true;
    const stepped = step(this.#version.tables, track, input, decide);
    if (!stepped) throw new Error(`${process} does not take this`);
    if (stepped.track) this.#ways.push({ process, track: stepped.track });
    for (const id of stepped.reached) {
      const element = this.#element(id);
      if (element?.kind !== 'step' && element?.sends) this.#news.push(element.sends);
    }
  }

  #waiting() {
    return this.#ways.flatMap((way) =>
      openSteps(this.#version.tables, way.track).map((item) => ({ ...item, way })),
    );
  }

  #element(id: string) {
    return this.#version.pathway.processes.flatMap(({ elements }) => elements).find((one) => one.id === id);
  }
}
