import { commitContract } from './contract-commits.ts';
import { disposalContract } from './contract-disposal.ts';
import { documentContract } from './contract-documents.ts';
import { journeysContract } from './contract-journeys.ts';
import { listContract } from './contract-lists.ts';
import { movingContract } from './contract-moving.ts';
import { verifyContract } from './contract-verify.ts';
import type { Place } from './place.ts';

/** What every store keeps to, whatever database it stands on. */
export function storeContract(name: string, makePlace: () => Promise<Place>): void {
  commitContract(name, makePlace);
  listContract(name, makePlace);
  journeysContract(name, makePlace);
  documentContract(name, makePlace);
  disposalContract(name, makePlace);
  movingContract(name, makePlace);
  verifyContract(name, makePlace);
}
