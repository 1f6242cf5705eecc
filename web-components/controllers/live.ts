import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { listenLive, type LiveEntry } from '../api/live.ts';

/** Tells a page of news for as long as it is on the screen; many calls in a row become one. */
export class Live implements ReactiveController {
  private readonly hear: (entries: LiveEntry[]) => void;
  private stop: (() => void) | undefined;
  private waiting: LiveEntry[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, hear: (entries: LiveEntry[]) => void) {
    this.hear = hear;
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = listenLive((entry) => {
      this.waiting.push(entry);
      this.timer ??= setTimeout(() => this.pass(), 250);
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
    this.hear(entries);
  }
}
