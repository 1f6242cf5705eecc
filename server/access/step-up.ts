import type { Moment } from '#engine';
import { secondsBetween } from '../clock.ts';
import type { Person } from './person.ts';

const lastsSeconds = 10 * 60;

/** Whether somebody showed who they are within the last ten minutes: asked before what cannot be taken back. */
export function confirmedLately(person: Person | undefined, now: Moment): boolean {
  return person?.stepUp !== undefined && secondsBetween(person.stepUp, now) <= lastsSeconds;
}
