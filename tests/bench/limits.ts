import type { Profile } from '../../server/demo/caseload-of.ts';
import { figure } from './figure.ts';
import type { Figure } from './figure.ts';
import { Latencies } from './latencies.ts';

/** Within how many milliseconds 95 of 100 questions over three years are to be answered. */
export const limits: Record<Profile, number> = { small: 100, large: 300 };

/** What was asked, its p95 beside the limit, and whether it was met; `first`: how long the very first time took. */
export function within(profile: Profile, name: string, took: Latencies, first?: number): Figure {
  const [limit, p95] = [limits[profile], took.at(0.95)];
  const said = `${p95 <= limit ? 'met' : 'NOT MET'}, limit ${String(limit)}; ${took.toString()}`;
  const beside = first === undefined ? said : `${said}; at first ${first.toFixed(0)}`;
  return figure(`${profile}: ${name}, p95`, p95, 'ms', beside);
}

/** How long something takes, so many times one after another; a family is written to before each. */
export async function afterChanges(
  ask: () => Promise<unknown>,
  change: () => void,
  times: number,
): Promise<Latencies> {
  const took = new Latencies();
  for (let count = 0; count < times; count += 1) {
    change();
    await took.time(ask);
  }
  return took;
}

/** The same once. */
export async function once(ask: () => Promise<unknown>): Promise<number> {
  const took = new Latencies();
  await took.time(ask);
  return took.at(1);
}
