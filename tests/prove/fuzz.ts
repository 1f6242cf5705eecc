import { Workplace } from '../server/support/workplace.ts';
import type { Who } from '../server/support/workplace.ts';
import type { Browser } from '../server/support/test-server.ts';
import { operationsOf } from './described.ts';
import type { Operation } from './described.ts';
import { listenTo } from './listening-store.ts';
import { oddValue, valueFor } from './odd-values.ts';
import type { Random } from './random.ts';
import { seeded } from './random.ts';
import { RealIds } from './real-ids.ts';

export interface Fuzzed {
  requests: number;
  operations: number;
  /** by the first digit of the answer's status */
  answers: Record<string, number>;
  /** operations that were answered 2xx at least once: the others only ever refused */
  reached: string[];
  /** 5xx, by operation, with what was sent */
  broken: string[];
  /** answers that say where in the program they come from */
  traces: string[];
  /** answers that are not as the description says */
  breaches: string[];
  /** what reached the store and is not a plain value */
  operators: string[];
}

const people: (Who | 'nobody')[] = ['sam', 'tia', 'bea', 'hal', 'sue', 'cyd', 'nobody'];
const others = { ada: 'administrator', wim: 'working-group-member', pia: 'practice-lead' };

/** Sends what nobody asked for to every operation of the interface, as several people, real ids mixed in. */
export async function fuzz(requests: number, seed = 12): Promise<Fuzzed> {
  const place = await Workplace.open({ published: true });
  const random = seeded(seed);
  const found: Fuzzed = {
    ...{ requests: 0, operations: 0, answers: {}, reached: [], broken: [], traces: [], breaches: [] },
    operators: [],
  };
  try {
    await place.toAssessment([{ first: 'Ada', born: '2019-03-02' }]);
    await place.toStrategyDiscussion([
      { first: 'Ben', born: '2021-05-09' },
      { first: 'Cat', born: '2015-05-09' },
    ]);
    const operations = await operationsOf(place.server.app);
    found.operations = operations.length;
    listenTo(place.server.store, (call, what) => found.operators.push(`${call}: ${what}`));
    const sender = new Sender(place, random, found);
    // first what only reads, with nothing odd in it, to learn real ids
    for (const one of operations.filter(({ method }) => method === 'GET')) await sender.send(one, 1e9);
    while (found.requests < requests)
      await sender.send(random.pick(operations), random.pick([3, 8, 25, 1e9]));
    return found;
  } finally {
    await place.close();
  }
}

class Sender {
  readonly #place: Workplace;
  readonly #random: Random;
  readonly #found: Fuzzed;
  readonly #ids: RealIds;
  readonly #browsers = new Map<string, Browser>();

  constructor(place: Workplace, random: Random, found: Fuzzed) {
    this.#place = place;
    this.#random = random;
    this.#found = found;
    this.#ids = new RealIds(random);
  }

  async send(operation: Operation, oddness: number): Promise<void> {
    const who = this.#random.pick([...people, ...(Object.keys(others) as (keyof typeof others)[])]);
    const browser = await this.#browser(who);
    const { method, path, body, query } = operation;
    const names = [...path.matchAll(/\{(\w+)\}/g)].map((one) => one[1] ?? '');
    const used = names.map((name, at) => this.#ids.forPath(path, at, name, oddness));
    let at = 0;
    const url = path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(wellFormed(used[at++] ?? '')));
    const payload = body
      ? valueFor(body, this.#random, (field) => this.#ids.ofField(field), oddness)
      : undefined;
    const answer = await browser.send<unknown>({
      ...{ method, url: `${url}${this.#search(query, oddness)}` },
      ...(method === 'GET' || payload === undefined
        ? {}
        : { payload: JSON.stringify(payload), headers: { 'content-type': 'application/json' } }),
    });
    this.#place.server.clock.pass(0.05);
    if (answer.status === 401 && who !== 'nobody') this.#browsers.delete(who);
    if (answer.status < 300) this.#ids.learn(path, used, answer.body);
    this.#judge(operation, `${who} ${method} ${url} ${JSON.stringify(payload)?.slice(0, 400) ?? ''}`, answer);
  }

  #judge(operation: Operation, sent: string, { status, body }: { status: number; body: unknown }): void {
    const { answers, broken, traces, breaches, reached } = this.#found;
    const name = `${operation.method} ${operation.path}`;
    const group = `${String(status)[0] ?? ''}xx`;
    this.#found.requests += 1;
    answers[group] = (answers[group] ?? 0) + 1;
    if (status < 300 && !reached.includes(name)) reached.push(name);
    const said = typeof body === 'string' ? body : JSON.stringify(body);
    if (status >= 500) broken.push(`${name} ${String(status)}: ${sent} → ${said.slice(0, 200)}`);
    if (/\n\s+at |node:internal|\.ts:\d|node_modules|file:\/\//.test(said))
      traces.push(`${name}: ${said.slice(0, 300)}`);
    const isJson = typeof body === 'object';
    const breach = isJson ? operation.breach(status, body) : undefined;
    if (breach) breaches.push(`${name} ${String(status)}: ${breach}: ${said.slice(0, 200)}`);
  }

  #search(query: Record<string, unknown>, oddness: number): string {
    const search = new URLSearchParams();
    for (const [name, schema] of Object.entries(query)) {
      if (this.#random.below(2) === 0) continue;
      const value = valueFor(
        schema as object,
        this.#random,
        (field) => this.#ids.ofField(field),
        oddness,
        name,
      );
      const operator = this.#random.below(oddness) === 0 ? '[$ne]' : '';
      search.append(`${name}${operator}`, typeof value === 'string' ? value : JSON.stringify(value));
    }
    if (this.#random.below(oddness) === 0) search.append('$where', JSON.stringify(oddValue(this.#random)));
    return search.size > 0 ? `?${search.toString()}` : '';
  }

  async #browser(who: Who | 'nobody' | keyof typeof others): Promise<Browser> {
    const known = this.#browsers.get(who);
    if (known) return known;
    const { server } = this.#place;
    const isOther = who in others;
    const browser =
      who === 'nobody'
        ? await server.browser()
        : isOther
          ? await server.signedIn(others[who as keyof typeof others], 'north', who)
          : await this.#place.as(who as Who);
    this.#browsers.set(who, browser);
    return browser;
  }
}

/** Half of a pair of letters has no place in an address. */
const wellFormed = (text: string): string => text.toWellFormed();
