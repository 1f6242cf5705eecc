import { addDays, momentOf } from '#engine';
import { id, paging, sent } from '../schemas.ts';
import type { AuditFilter, PageAsked } from '../store/port.ts';
import { sorts, type Sort } from './did.ts';

/** What a reader of the audit narrows it by, as it comes in an address. */
export interface AuditAsked {
  after?: string;
  limit?: string;
  /** days, both included */
  from?: string;
  to?: string;
  sort?: Sort;
  child?: string;
}

const day = { type: 'string', format: 'date' } as const;

/** The closed list of what may be asked. */
export const askedSchema = sent({ ...paging, from: day, to: day, sort: { enum: sorts }, child: id }, [
  ...(['after', 'limit', 'from', 'to', 'sort', 'child'] as const),
]);

/** The days asked for as moments of London: from the first minute of one to the last of the other. */
export function periodOf({ from, to }: Pick<AuditAsked, 'from' | 'to'>): Pick<AuditFilter, 'from' | 'to'> {
  return {
    ...(from === undefined ? {} : { from: momentOf(from, '00:00') }),
    ...(to === undefined ? {} : { to: momentOf(addDays(to, 1), '00:00') }),
  };
}

export function placeOf({ after }: AuditAsked): PageAsked {
  return after === undefined ? {} : { after };
}
