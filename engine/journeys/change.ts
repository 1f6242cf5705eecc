import type { Case, CaseRecord, HistoryEntry, Standing, Tally, Version } from '../contracts/index.ts';
import type { PartThen } from './tallies.ts';

/** What a command did to a case, as far as its journeys tell of it; or everything that ever happened to it. */
export interface JourneyChange {
  version: Pick<Version, 'pathway' | 'forms'>;
  /** the case as the command left it */
  case: Case;
  /** entries of the command, in order */
  history: HistoryEntry[];
  /** completed forms of the command */
  records: CaseRecord[];
  /** living documents that the command changed; all of them when it opened an episode */
  parts: PartThen[];
  /** who holds the family now */
  held: { team?: string; worker?: string };
  /** what is counted in living documents; absent: the rows of every block, under the block's id */
  tallies?: Tally[];
  /** which rows of living documents stand open; absent: none is followed */
  standing?: Standing[];
}
