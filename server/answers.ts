import type { Refusal } from '#engine';
import { refuse, refuseAbsent, refuseWrite } from './errors.ts';
import type { Carried } from './cases/carry-out.ts';

/** Reasons that mean somebody else was there first: the page shows what changed and keeps what was written. */
const MEANWHILE = ['not-open', 'already-open', 'corrected', 'reopened', 'written-meanwhile'];

/** The reply of a command that was carried out; every other outcome ends the request with its refusal. */
export function replyOf<Reply>(
  carried: Carried<Reply>,
  more: (refusal: Refusal) => object = () => ({}),
): Reply {
  switch (carried.kind) {
    case 'done':
      return carried.reply;
    case 'unknown':
      return refuseAbsent();
    case 'not-stored':
      return refuseWrite({ ok: false, ...carried });
    case 'refused': {
      const { reason, message, findings } = carried;
      const status = MEANWHILE.includes(reason) ? 409 : 422;
      return refuse(status, reason, message, { findings, ...more(carried) });
    }
  }
}
