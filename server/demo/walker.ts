import type { Act, Case, CaseChange, Version } from '#engine';
import type { Chance } from './random.ts';

/** What a walk needs beside its plan. */
export interface Walker {
  version: Version;
  chance: Chance;
  /** nothing happens after this moment */
  until: string;
  /** told when what was made up is refused: the family stays where it is */
  stuck?: (why: string) => void;
  /** account that does a step of this role for the family */
  staffFor: (role: string, notBy?: string) => string;
}

/** One command of a walk, as the engine decided it. */
export interface Walked {
  act: Act;
  change: CaseChange;
  before: Case;
}
