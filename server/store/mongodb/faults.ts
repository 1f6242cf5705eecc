import {
  MongoBulkWriteError,
  MongoError,
  MongoNetworkError,
  MongoServerError,
  MongoServerSelectionError,
} from 'mongodb';
import type { Refused, WriteRefusal } from '../port.ts';

export const duplicateKey = 11000;

/** Codes of the server that mean: not here, or not now. */
const unavailable = new Set([
  ...[6, 7, 50, 64, 79, 89, 91, 100, 112, 133, 134, 189, 202, 262, 317, 384, 9001],
  ...[10058, 10107, 11600, 11601, 11602, 13388, 13435, 13436],
]);
/** no right to write, writes blocked by whoever runs the server */
const readonly = new Set([13, 20, 371]);
const full = new Set([8000, 14031, 12501]);

/** Why the database did not do it; undefined when that is a defect of ours. */
export function refusalOf(thrown: unknown): Exclude<WriteRefusal, 'conflict'> | undefined {
  const fault = met(thrown);
  if (!(fault instanceof MongoError)) return undefined;
  const text = fault.message;
  const code = typeof fault.code === 'number' ? fault.code : 0;
  if (full.has(code) || /disk is full|no space left|out of disk/i.test(text)) return 'full';
  if (readonly.has(code) || /readonly database|read-only/i.test(text)) return 'readonly';
  if (unavailable.has(code) || notReached(fault)) return 'unavailable';
  return undefined;
}

/** A bulk write wraps what ended it, a broken line too, in a fault of the server. */
function met(thrown: unknown): unknown {
  const within: unknown = thrown instanceof MongoBulkWriteError ? thrown.errorResponse : undefined;
  return within instanceof MongoError ? within : thrown;
}

/** A server went away or was taken out of the set, or the time for the whole operation is over. */
const lostNames = new Set([
  ...['MongoPoolClearedError', 'MongoPoolClosedError', 'MongoWaitQueueTimeoutError'],
  ...['MongoOperationTimeoutError', 'MongoTopologyClosedError', 'MongoNotConnectedError'],
]);

/** The database was not reached, or the line broke: a write may or may not have been done. */
function notReached(fault: MongoError): boolean {
  return (
    fault instanceof MongoNetworkError ||
    fault instanceof MongoServerSelectionError ||
    fault.hasErrorLabel('RetryableWriteError') ||
    lostNames.has(fault.name)
  );
}

/** Turns a fault of the database into a refusal; anything else is a defect of ours and is thrown. */
export function faultToRefusal(fault: unknown): Refused {
  const reason = refusalOf(fault);
  if (!reason) throw fault;
  return { ok: false, reason };
}

export function isDuplicate(fault: unknown): boolean {
  return fault instanceof MongoServerError && fault.code === duplicateKey;
}

/** Does a write; a fault of the database becomes a refusal. */
export async function refusing<T>(work: () => Promise<T>): Promise<T | Refused> {
  try {
    return await work();
  } catch (fault) {
    return faultToRefusal(fault);
  }
}
