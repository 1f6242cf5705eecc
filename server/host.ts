import type { Day, Moment, Version } from '#engine';
import type { Services } from './services.ts';

/** What every verb of the server works with: what is stored, the clock, and the pathway. */
export interface Host extends Services {
  versions: Versions;
}

/** A published version as lists name it. */
export interface VersionRow {
  id: string;
  name: string;
  /** what it is, in a sentence, where it came with the program */
  says?: string;
  /** published here: when, from which day new cases start on it, and for which team where not for everyone */
  at?: Moment;
  effective?: Day;
  team?: string;
  publication?: string;
  /** what new cases start on today, for everyone */
  current: boolean;
}

/** A version about to be published: what it is made of, and when and for whom new cases start on it. */
export interface Publishing {
  name: string;
  files: Record<string, string>;
  /** worked cases that hold on it, by path ('examples/T1.json') */
  examples: Record<string, string>;
  effective: Day;
  team?: string;
  publication: string;
}

/** Published pathway versions, read and compiled. */
export interface Versions {
  /** what new cases start on today: for everyone, or for a team that goes first */
  current(team?: string): Promise<Version>;
  /** the version a case runs on; throws when it was never published here */
  get(id: string): Promise<Version>;
  /** every published version, the oldest first */
  list(): Promise<VersionRow[]>;
  /** the texts of a published version, and the worked cases beside it; undefined: it was never published here */
  texts(id: string): Promise<{ files: Record<string, string>; examples: Record<string, string> } | undefined>;
  /** how many are read and compiled in this process */
  compiled(): number;
  /** stores a version, compiles it, and lets new cases start on it from its day; the same publication twice is once */
  publish(publishing: Publishing): Promise<string>;
}
