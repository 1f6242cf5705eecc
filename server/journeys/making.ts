import { createHash } from 'node:crypto';
import type { Standing, Tally } from '#engine';
import measures from '../../processes/child-protection/measures.json' with { type: 'json' };

/** What is counted in living documents, as the measures want it. */
export const tallies: Tally[] = measures.tallies;

/** Which rows of living documents stand open, as the measures want it. */
export const standing: Standing[] = measures.standing;

/** Raised when the same history makes other journeys than before: those that are kept are then made anew. */
const release = 1;

/** By what journeys were made: those made by anything else are made anew before they count. */
export const making = createHash('sha256')
  .update(JSON.stringify([release, tallies, standing]))
  .digest('base64url')
  .slice(0, 8);
