import { demonstrationStore } from '../support/demonstration-store.ts';
import { Practitioners, send, signInPair, storePractitioners } from '../support/practitioners.ts';
import type { Completed, Pair, Sent } from '../support/practitioners.ts';
import { startServer } from '../support/real-server.ts';
import type { Answered } from '../support/caller.ts';
import { shippedVersion } from '../support/shipped-version.ts';
import type { Store } from '../../server/store/index.ts';
import { completionsIn } from './completions-in.ts';

export interface Killed {
  rounds: number;
  acknowledged: number;
  repeated: number;
  /** acknowledged, and not in the history afterwards */
  lost: number;
  /** in the history more than once */
  doubled: number;
  /** repeats that were answered otherwise than the first time, and commands refused that should not be */
  surprises: string[];
  /** chains that break, tasks, cards or wake-ups that no case has: what the store's own verification found */
  findings: number;
}

const STEPS_PER_FAMILY = 15;
const REPEATED = 0.3;
/** answers after which the servers of a round are killed, in the middle of what comes next */
const FEWEST_ANSWERS = 40;
const MOST_ANSWERS = 160;

/** Servers on one store, killed with no warning while several people complete forms; then started again. */
export async function killUnderLoad(options: {
  rounds: number;
  clients: number;
  servers: number;
}): Promise<Killed> {
  const { store, folder, remove } = demonstrationStore();
  await storePractitioners(store);
  const version = await shippedVersion();
  const killed: Killed = {
    rounds: 0,
    acknowledged: 0,
    repeated: 0,
    lost: 0,
    doubled: 0,
    surprises: [],
    findings: 0,
  };
  const clients = Array.from(
    { length: options.clients },
    (_, at) => new Client(new Practitioners({ store, version, seed: `client-${String(at)}` }), killed),
  );
  try {
    for (; killed.rounds < options.rounds; killed.rounds += 1) {
      const servers = await Promise.all(Array.from({ length: options.servers }, () => startServer(folder)));
      const pairs = await Promise.all(servers.map(({ address }) => signInPair(address)));
      const working = clients.map((client, at) => client.work(pairs[at % pairs.length] as Pair));
      await answersGiven(clients, FEWEST_ANSWERS + Math.random() * MOST_ANSWERS);
      await Promise.all(servers.map((server) => server.stop('SIGKILL')));
      await Promise.all(working);
    }
    for (const client of clients) await client.count(store);
    killed.findings = (await store.verify()).findings.length;
    return killed;
  } finally {
    await remove();
  }
}

/** Waits until the clients together were answered so often from now on. */
function answersGiven(clients: Client[], count: number): Promise<void> {
  return new Promise((resolve) => {
    let given = 0;
    for (const client of clients) {
      client.answered = () => {
        given += 1;
        if (given >= count) resolve();
      };
    }
  });
}

/** Somebody who goes on until the line breaks, and begins again with what they have no answer to. */
class Client {
  readonly #practitioners: Practitioners;
  readonly #killed: Killed;
  readonly #acknowledged = new Map<string, string[]>();
  answered: () => void = () => undefined;
  #waiting: Sent | undefined;
  #steps = 0;

  constructor(practitioners: Practitioners, killed: Killed) {
    this.#practitioners = practitioners;
    this.#killed = killed;
  }

  async work(pair: Pair): Promise<void> {
    for (;;) {
      this.#waiting ??= await this.#next();
      const answer = await this.#try(pair, this.#waiting);
      if (!answer) return;
      const sent = this.#waiting;
      this.#waiting = undefined;
      await this.#take(sent, answer);
      if (Math.random() >= REPEATED) continue;
      const again = await this.#try(pair, sent);
      if (!again) return;
      this.#killed.repeated += 1;
      if (said(again) !== said(answer))
        this.#killed.surprises.push(`${said(answer)}, repeated: ${said(again)}`);
    }
  }

  /** What was acknowledged must be there once. */
  async count(store: Store): Promise<void> {
    for (const [family, commands] of this.#acknowledged) {
      const found = await completionsIn(store, family);
      this.#killed.lost += commands.filter((command) => !found.has(command)).length;
      this.#killed.doubled += [...found.values()].filter((times) => times > 1).length;
    }
  }

  async #next(): Promise<Sent> {
    this.#steps = (this.#steps + 1) % STEPS_PER_FAMILY;
    const next = this.#steps === 1 ? undefined : await this.#practitioners.next();
    return next ?? this.#practitioners.contact();
  }

  /** Undefined when the line broke: the command may or may not have been carried out. */
  async #try(pair: Pair, sent: Sent): Promise<Answer | undefined> {
    try {
      const answer = await send<Answer['body']>(pair, sent);
      this.answered();
      return answer;
    } catch {
      return undefined;
    }
  }

  async #take(sent: Sent, { status, body }: Answer): Promise<void> {
    if (status !== 200)
      this.#killed.surprises.push(`${sent.path}: ${String(status)} ${JSON.stringify(body)}`);
    else if (body.case) {
      await this.#practitioners.opened(body.case);
      this.#acknowledged.set(body.case, []);
    } else {
      this.#killed.acknowledged += 1;
      this.#acknowledged.get(this.#practitioners.family ?? '')?.push(sent.body.commandId);
    }
  }
}

type Answer = Answered<Partial<Completed> & { case?: string }>;

/** What the same command must always be answered: later work may have closed the tasks it opened. */
const said = ({ status, body }: Answer): string =>
  `${String(status)} ${body.case ?? body.happened?.record ?? ''}`;
