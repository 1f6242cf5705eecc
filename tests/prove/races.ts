import { randomUUID } from 'node:crypto';
import { send } from '../support/practitioners.ts';
import type { Sent } from '../support/practitioners.ts';
import type { Caller } from '../support/caller.ts';
import { completionsIn } from './completions-in.ts';
import { onServer } from './on-server.ts';

export interface Raced {
  races: number;
  /** one was answered 200, the other 409 with who completed the task and when */
  wonByOne: number;
  /** what else was answered, by the two status codes */
  others: Record<string, number>;
  /** tasks that the history says were completed more or less than once */
  notOnce: number;
  /** what the whole store's own verification found */
  findings: number;
}

const STEPS_PER_FAMILY = 20;

interface Refused {
  changed?: { by?: string; at?: string };
}

/** Two people complete the same task at the same moment, with answers of their own, again and again. */
export function race(races: number): Promise<Raced> {
  return onServer('races', async ({ pair, practitioners, store, newFamily }) => {
    const raced: Raced = { races: 0, wonByOne: 0, others: {}, notOnce: 0, findings: 0 };
    while (raced.races < races) {
      const family = await newFamily();
      let steps = 0;
      for (; steps < STEPS_PER_FAMILY && raced.races < races; steps += 1) {
        const sent = await practitioners.next();
        if (!sent) throw new Error('the pathway ended before the plan');
        count(raced, await Promise.all(rivals(sent).map((one) => send<Refused>(pair, one))));
      }
      const completions = await completionsIn(store, family);
      raced.notOnce +=
        Math.abs(completions.size - steps) + [...completions.values()].filter((n) => n > 1).length;
    }
    raced.findings = (await store.verify()).findings.length;
    return raced;
  });
}

/** Whoever may not judge their own work would be refused for that: there both are the same person in two windows. */
function rivals(sent: Sent): Sent[] {
  const other = sent.by === 'first' && !sent.isJudging ? 'second' : sent.by;
  const theirs: Sent = { ...sent, by: other, body: { ...sent.body, commandId: randomUUID() } };
  return Math.random() < 0.5 ? [sent, theirs] : [theirs, sent];
}

function count(raced: Raced, answers: Awaited<ReturnType<Caller['post']>>[]): void {
  const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
  const changed = (lost?.body as Refused | undefined)?.changed;
  raced.races += 1;
  if (won?.status === 200 && lost?.status === 409 && changed?.by && changed.at) raced.wonByOne += 1;
  else {
    const key = answers.map(({ status }) => status).join(' and ');
    raced.others[key] = (raced.others[key] ?? 0) + 1;
  }
}
