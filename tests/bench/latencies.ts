import { performance } from 'node:perf_hooks';

/** Milliseconds, one for each time something was done. */
export class Latencies {
  readonly #taken: number[] = [];

  async time<T>(work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const done = await work();
    this.#taken.push(performance.now() - began);
    return done;
  }

  /** The same for work that is over when it returns. */
  timeAtOnce<T>(work: () => T): T {
    const began = performance.now();
    const done = work();
    this.#taken.push(performance.now() - began);
    return done;
  }

  /** Milliseconds measured elsewhere: in a browser's page. */
  add(took: number): void {
    this.#taken.push(took);
  }

  get count(): number {
    return this.#taken.length;
  }

  get mean(): number {
    return this.#taken.reduce((sum, one) => sum + one, 0) / this.#taken.length;
  }

  /** `share` of all were as quick as this, or quicker: 0.5 is the median, 0.95 the p95. */
  at(share: number): number {
    const sorted = this.#taken.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  }

  /** 'p50 1.2, p95 3.4 ms over 200' */
  toString(): string {
    return `p50 ${this.at(0.5).toFixed(1)}, p95 ${this.at(0.95).toFixed(1)} ms over ${String(this.count)}`;
  }
}
