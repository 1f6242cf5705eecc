import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as (options?: { type: 'minor' }) => void;

/** Everything that nothing holds on to any more. */
export function collectGarbage(): void {
  gc();
  gc();
}

/** What a measurement itself has just thrown away, so that what is timed next need not clear it. */
export function collectLitter(): void {
  gc({ type: 'minor' });
}
