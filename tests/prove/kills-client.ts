import { setTimeout as pause } from 'node:timers/promises';
import type { Answered } from '../support/caller.ts';
import { pairAt, send } from '../support/practitioners.ts';
import type { Completed, Pair, Practitioners, Sent } from '../support/practitioners.ts';
import type { Fleet } from './kills-fleet.ts';
import type { Killed } from './killed.ts';

const REPEATED = 0.3;
/** where the database is away for a moment: how long somebody waits before asking again, in milliseconds */
const A_MOMENT = 100;
/** nobody waits for an answer for longer than this, in milliseconds: a server that gives none has a fault */
const PATIENCE = 60_000;

type Answer = Answered<Partial<Completed> & { case?: string }>;

/**
 * Somebody who works on: when the line breaks, or the store is away, with the same command at another server; and
 * who now and then sends again what was answered already.
 */
export class KillsClient {
  /** by family, the commands that were acknowledged for it; the contact itself is known by the family being there */
  readonly acknowledged = new Map<string, string[]>();
  readonly #practitioners: Practitioners;
  readonly #pair: Pair;
  readonly #fleet: Fleet;
  readonly #killed: Killed;
  readonly #perFamily: number;
  #server: number;
  #steps = 0;
  #over = false;

  constructor(of: {
    practitioners: Practitioners;
    pair: Pair;
    fleet: Fleet;
    killed: Killed;
    server: number;
    perFamily: number;
  }) {
    this.#practitioners = of.practitioners;
    this.#pair = of.pair;
    this.#fleet = of.fleet;
    this.#killed = of.killed;
    this.#server = of.server;
    this.#perFamily = of.perFamily;
  }

  /** Works until told to stop; what was begun is brought to its answer. `answered` is told of each acknowledgement. */
  async work(answered: () => void): Promise<void> {
    while (!this.#over) {
      const sent = await this.#next();
      const answer = await this.#bring(sent);
      await this.#take(sent, answer);
      answered();
      if (Math.random() < REPEATED) await this.#repeat(sent, answer);
    }
  }

  stop(): void {
    this.#over = true;
  }

  /** A family that a refusal brought to a stop is left, and another begun. */
  async #next(): Promise<Sent> {
    for (;;) {
      try {
        const next = this.#steps === 0 ? undefined : await this.#practitioners.next();
        this.#steps = next ? (this.#steps + 1) % this.#perFamily : 1;
        return next ?? this.#practitioners.contact();
      } catch (fault) {
        if (!this.#fleet.databaseAway) throw fault;
        await pause(A_MOMENT);
      }
    }
  }

  /** The same command until it is answered: with the line broken nobody knows whether it was carried out. */
  async #bring(sent: Sent): Promise<Answer> {
    for (;;) {
      const address = await this.#fleet.address(this.#server);
      try {
        const answer = await this.#inTime(sent, send<Answer['body']>(pairAt(this.#pair, address), sent));
        if (answer.status !== 503) return answer;
        this.#killed.turnedAway += 1;
        await pause(A_MOMENT);
      } catch {
        this.#killed.broken += 1;
        this.#server = (this.#server + 1) % this.#fleet.size;
        await pause(1);
      }
    }
  }

  /** A server that gives no answer is a finding, and as good as gone. */
  async #inTime({ path }: Sent, answer: Promise<Answer>): Promise<Answer> {
    const over = new AbortController();
    const late = pause(PATIENCE, undefined, { signal: over.signal }).catch(() => undefined);
    const given = await Promise.race([answer, late]).finally(() => over.abort());
    if (given) return given;
    answer.catch(() => undefined);
    this.#killed.surprises.push(`${path}: no answer`);
    throw new Error('no answer');
  }

  async #repeat(sent: Sent, first: Answer): Promise<void> {
    const again = await this.#bring(sent);
    this.#killed.repeated += 1;
    if (said(again) !== said(first)) this.#killed.surprises.push(`${said(first)}, repeated: ${said(again)}`);
  }

  async #take(sent: Sent, { status, body }: Answer): Promise<void> {
    if (status !== 200) {
      this.#killed.surprises.push(`${sent.path}: ${String(status)} ${JSON.stringify(body)}`);
      this.#steps = 0;
      return;
    }
    this.#killed.acknowledged += 1;
    if (body.case) {
      this.acknowledged.set(body.case, []);
      await this.#open(body.case);
    } else {
      this.acknowledged.get(this.#practitioners.family ?? '')?.push(sent.body.commandId);
    }
  }

  async #open(family: string): Promise<void> {
    for (;;) {
      try {
        return await this.#practitioners.opened(family);
      } catch (fault) {
        if (!this.#fleet.databaseAway) throw fault;
        await pause(A_MOMENT);
      }
    }
  }
}

/** What the same command must always be answered: later work may have closed the tasks it opened. */
const said = ({ status, body }: Answer): string =>
  `${String(status)} ${body.case ?? body.happened?.record ?? ''}`;
