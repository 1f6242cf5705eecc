import type { Version } from '#engine';
import type { Services } from './services.ts';

/** What every verb of the server works with: what is stored, the clock, and the pathway. */
export interface Host extends Services {
  versions: Versions;
}

/** Published pathway versions, read and compiled. */
export interface Versions {
  /** what new cases start on */
  current(): Promise<Version>;
  /** the version a case runs on; throws when it was never published here */
  get(id: string): Promise<Version>;
}
