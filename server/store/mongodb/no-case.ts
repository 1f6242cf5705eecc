import { never, type CaseDocument } from './collections.ts';
import { idOf, type Scope } from './scope.ts';

/** A place for a case that does not exist. */
export function noCase(scope: Scope, id: string): CaseDocument {
  return {
    ...{ _id: idOf(scope, id), authority: scope.authority, id, revision: 0, body: '', sum: '' },
    ...{ head: '', entries: 0, version: '', open: false, family: { body: '', sum: '' }, parts: {} },
    ...{ rows: { tasks: [], cards: [] }, people: [] },
    ...{
      fence: 0,
      outbox: null,
      disposed: '',
      disposal: null,
      due: never,
      owner: '',
      leaseUntil: 0,
      claim: 0,
    },
    ...{ claimedDue: '', attempts: 0, message: '' },
  };
}
