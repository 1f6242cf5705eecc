import type { Workplace } from '../../support/workplace.ts';
import type { Asked } from './asked.ts';
import { canaries, canaryNames, readers, type Canary, type ReaderName } from './canaries.ts';

export interface Looked {
  /** bytes that left and should not have: which canary, to whom, by which route */
  leaks: string[];
  /** canaries that somebody may read and met nowhere: without these the test would prove nothing */
  unseen: string[];
  /** answers that say nothing about leaks: too many requests, faults of the server */
  odd: string[];
  asked: number;
}

/** Asks everything as every reader, and looks for canaries in whatever bytes come back, headers included. */
export async function lookEverywhere(
  place: Workplace,
  asked: Asked[],
  who: readonly ReaderName[],
  kept: Record<string, Canary> = canaries,
): Promise<Looked> {
  const looked: Looked = { leaks: [], unseen: [], odd: [], asked: 0 };
  for (const name of who) {
    const { roles, team } = readers[name];
    const browser = await place.server.signedIn([...roles], team, name);
    const seen = new Set<string>();
    for (const { method, url, body, route } of asked) {
      const answer = await browser.send<unknown>({ method, url, ...(body ? { payload: body } : {}) });
      looked.asked += 1;
      if (answer.status === 429 || answer.status >= 500) {
        looked.odd.push(`${name} ${route}: ${String(answer.status)}`);
      }
      const bytes = said(answer.body) + decodeURIComponent(JSON.stringify(answer.headers));
      for (const canary of canaryNames) {
        const { text, where, for: allowed } = kept[canary] ?? canaries[canary];
        if (!bytes.toLowerCase().includes(text.toLowerCase())) continue;
        if (allowed.includes(name)) seen.add(canary);
        else looked.leaks.push(`${name} got ${where} by ${route} (${url})`);
      }
    }
    const missing = canaryNames.filter((one) => {
      const canary: Canary = canaries[one];
      // what a records officer reads comes by an export, which has a test of its own
      return name !== 'rec' && canary.for.includes(name) && !seen.has(one);
    });
    looked.unseen.push(...missing.map((canary) => `${name} never met ${canaries[canary].where}`));
  }
  return looked;
}

const said = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body ?? ''));
