import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { listenLive, type LiveEntry } from '../api/live.ts';

const atOnce = 250;
/** Where much is going on, a page asks again no more often than this. */
const atMostEvery = 2000;

/** Tells a page of news for as long as it is on the screen; many calls in a row become one. */
export class Live implements ReactiveController {
  private readonly hear: (entries: LiveEntry[]) => void;
  private stop: (() => void) | undefined;
  private waiting: LiveEntry[] = [];
  private passed = -atMostEvery;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, hear: (entries: LiveEntry[]) => void) {
    this.hear = hear;
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = listenLive((entry) => {
      this.waiting.push(entry);
      const rest = this.passed + atMostEvery - performance.now();
      this.timer ??= setTimeout(() => this.pass(), Math.max(atOnce, rest));
    });
  }

  hostDisconnected(): void {
    this.stop?.();
    if (this.timer) clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting = [];
  }

  private pass(): void {
    const entries = this.waiting;
    this.waiting = [];
    this.timer = undefined;
    this.passed = performance.now();
    this.hear(entries);
  }
}
