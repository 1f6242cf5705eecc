import type { Clock } from './clock.ts';
import type { Store } from './store/port.ts';

/** What every part of the server works with. */
export interface Services {
  store: Store;
  clock: Clock;
}
