import type { Afterwards } from './afterwards.ts';
import type { Collections } from './collections.ts';
import type { Keyring } from './keyring.ts';

/** Where a commit is, or other work that is done in steps: a test stops it there as a kill would. */
export type CommitPoint = 'held' | 'anchored' | 'projected' | 'disposing' | 'rewrapping' | 'copied';

/** What every file of the adapter works on. */
export interface Scope extends Collections {
  keys: Keyring;
  authority: string;
  process: string;
  /** milliseconds of the database's clock; leases are counted by it */
  now(): Promise<number>;
  /** why nobody may write at present; '' when everybody may */
  frozen(): Promise<string>;
  /** what of answered commands is still to be told */
  afterwards: Afterwards;
  /** told where a commit is */
  reached(point: CommitPoint): Promise<void>;
}

/** `_id` of a thing of this authority. */
export function idOf(scope: Pick<Scope, 'authority'>, ...parts: (string | number)[]): string {
  return [scope.authority, ...parts].join('/');
}
