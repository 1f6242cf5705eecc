import type { Moment } from '#engine';

/** What is let go of, who agreed, and the certificate that stays. */
export interface Disposal {
  case: string;
  /** only what is these children's alone; absent: the whole family */
  children?: string[];
  /** person documents that go with it; one that another case refers to stays */
  people: string[];
  certificate: unknown;
  by: string[];
  at: Moment;
  commandId: string;
}

/** Owner of a document of kind 'legal-hold' while it stands: nothing of its family is let go of. */
export const standingHold = 'standing';

/** Body of the document kind 'disposal' (its id is the command's id): ids and numbers, nothing of anybody. */
export interface DisposalKept extends Disposal {
  /** ids of the keys that were destroyed */
  keys: string[];
  /** how many of each place are gone */
  removed: Record<string, number>;
}

/** How the work stands: for the people who keep it running. */
export interface StoreMetrics {
  /** seconds the oldest due wake-up has waited by the store's clock; 0 when none is due */
  queueLag: number;
  /** wake-ups that are due */
  waiting: number;
  incidents: number;
  quarantined: number;
}
