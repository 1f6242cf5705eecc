import type { Finding } from '#engine';
import type { Refused } from './store/port.ts';

/** What every refusal looks like over HTTP. */
export interface RefusalBody {
  refusal: { reason: string; message: string; findings: Finding[] };
  /** conflict: who came first, when, and the revision there is now */
  changed?: { by?: string; at?: string; what?: string; revision?: number };
  [more: string]: unknown;
}

/** A no with its reason, on its way to the page. Not a defect: nothing is logged but its reason. */
export class RefusedRequest extends Error {
  readonly status: number;
  readonly body: RefusalBody;
  constructor(status: number, body: RefusalBody) {
    super(body.refusal.reason);
    this.name = 'RefusedRequest';
    this.status = status;
    this.body = body;
  }
}

export function refusalBody(reason: string, message: string, findings: Finding[] = []): RefusalBody {
  return { refusal: { reason, message, findings } };
}

/** Ends a request with a refusal. `more` stands beside the refusal in the answer. */
export function refuse(
  status: number,
  reason: string,
  message: string,
  more: { findings?: Finding[] } & Record<string, unknown> = {},
): never {
  const { findings, ...rest } = more;
  throw new RefusedRequest(status, { ...refusalBody(reason, message, findings), ...rest });
}

export const notFoundMessage =
  'There is nothing here, or it is not for you to see. Go back and choose again.';

export function refuseAbsent(): never {
  refuse(404, 'not-found', notFoundMessage);
}

const writeMessages = {
  conflict:
    'Somebody changed this while you were working on it. Look at what changed, then send yours again.',
  full: 'Nothing can be saved at the moment, because the disk of the server is full. What you wrote is still on this page. Tell whoever looks after the system.',
  readonly:
    'Nothing can be saved at the moment: the store can only be read. Tell whoever looks after the system.',
  unavailable:
    'The store does not answer at the moment. What you wrote is still on this page. Try again shortly.',
};

export const movingMessage =
  'The records are being moved to another place, and until that is done nobody can look at them. Try again later.';

export const notAuditedMessage =
  'Records cannot be shown at the moment, because nothing can be noted of who looks at them. Tell whoever looks after the system.';

/** What the page is told when the store answers no question. */
export const notAnswered = (): RefusalBody => refusalBody('unavailable', writeMessages.unavailable);

/** A write that the store refused, as the page is told. */
export function refuseWrite(refused: Refused, more: Record<string, unknown> = {}): never {
  const { reason, revision, changed } = refused;
  const what = changed || revision !== undefined ? { changed: { ...changed, revision } } : {};
  refuse(reason === 'conflict' ? 409 : 503, reason, writeMessages[reason], { ...what, ...more });
}
