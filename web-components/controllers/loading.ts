import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Answered, RefusalSays } from '../api/request.ts';

export type LoadState<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'refused'; status: number; refusal: RefusalSays };

/**
 * Loads what a page shows and loads it again quietly: while a later answer is on its way the earlier stays on the screen,
 * and an answer that was overtaken by a newer question is dropped.
 */
export class Loading<T> implements ReactiveController {
  now: LoadState<T> = { state: 'loading' };
  private asked: Promise<Answered<T>> | undefined;
  private readonly host: ReactiveControllerHost;
  private readonly ask: () => Promise<Answered<T>>;

  constructor(host: ReactiveControllerHost, ask: () => Promise<Answered<T>>) {
    this.host = host;
    this.ask = ask;
    host.addController(this);
  }

  hostConnected(): void {
    void this.load();
  }

  get value(): T | undefined {
    return this.now.state === 'ready' ? this.now.value : undefined;
  }

  /** Asks again; resolves with what the page then shows. */
  async load(): Promise<LoadState<T>> {
    const mine = this.ask();
    this.asked = mine;
    const answer = await mine;
    if (mine !== this.asked) {
      await this.asked;
      return this.now;
    }
    const lostLineButShown = !answer.ok && answer.status === 0 && this.now.state === 'ready';
    if (answer.ok) this.now = { state: 'ready', value: answer.value };
    else if (!lostLineButShown) {
      this.now = { state: 'refused', status: answer.status, refusal: answer.refusal };
    }
    this.host.requestUpdate();
    return this.now;
  }
}
