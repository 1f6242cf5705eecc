import type { Moment, Version } from '#engine';
import type { Store } from './store/port.ts';

/** What every verb of the server works with. */
export interface Host {
  store: Store;
  versions: Versions;
  /** names of accounts by id; one that is gone is left out */
  named: (accounts: string[]) => Promise<Map<string, string>>;
  /** the clock; tests move it */
  now: () => Moment;
}

/** Published pathway versions, read and compiled. */
export interface Versions {
  /** what new cases start on */
  current(): Promise<Version>;
  /** the version a case runs on; throws when it was never published here */
  get(id: string): Promise<Version>;
}
