import type { RealServer } from '../support/real-server.ts';
import type { StorePlace } from '../support/store-place.ts';

/** Servers on one store, each of which may be killed while the others go on. */
export class Fleet {
  readonly #place: StorePlace;
  readonly #servers: (RealServer | undefined)[];
  #waiting: (() => void)[] = [];
  #databaseAway = false;

  private constructor(place: StorePlace, servers: RealServer[]) {
    this.#place = place;
    this.#servers = servers;
  }

  static async start(place: StorePlace, count: number): Promise<Fleet> {
    return new Fleet(place, await Promise.all(Array.from({ length: count }, () => place.startServer())));
  }

  get size(): number {
    return this.#servers.length;
  }

  /** Where to ask: the server of that number, or the next one that is up; waits for one when none is. */
  async address(preferred: number): Promise<string> {
    for (;;) {
      for (let step = 0; step < this.size; step += 1) {
        const server = this.#servers[(preferred + step) % this.size];
        if (server) return server.address;
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Ends one as an operator would, or with no warning; the others go on. */
  async end(number: number, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const server = this.#servers[number];
    this.#servers[number] = undefined;
    await server?.stop(signal);
  }

  async startAgain(number: number): Promise<void> {
    this.#servers[number] = await this.#place.startServer();
    for (const go of this.#waiting.splice(0)) go();
  }

  /** True from before the database is killed until a little after it is back: reads may fail then. */
  get databaseAway(): boolean {
    return this.#databaseAway;
  }

  /** The database under all of them ends with no warning, and comes back. */
  async killDatabase(): Promise<void> {
    const { database } = this.#place;
    if (!database) throw new Error('the database is no process of ours');
    this.#databaseAway = true;
    await database.kill();
    await database.restart();
  }

  /** Somebody was answered again. */
  databaseBack(): void {
    this.#databaseAway = false;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#servers.map((_, number) => this.end(number, 'SIGTERM')));
  }
}
