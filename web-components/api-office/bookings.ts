import type { Booking } from '#engine/browser';
import { get, post, type Answered } from '../api/request.ts';
import type { Named } from '../api/session.ts';
import type { TaskPage } from '../api/tasks.ts';
import type { ExpectedPerson } from './meetings.ts';

export interface BookingKnown {
  questions: Booking;
  /** which meeting it is, where that is known, and why */
  known?: { question: string; is: string; because: string };
  due: { on: string; name: string; source: string; late: boolean; days: number }[];
  chairs: Named[];
  worker?: string;
  needs: { name: string; says: string }[];
  expected: ExpectedPerson[];
  /** other meetings of the family whose day was fixed before */
  planned: { term: string; on: string }[];
}

export interface DaySays {
  working: boolean;
  late?: boolean;
  /** working days before the day due, or after it */
  days?: number;
  clashes: { whose: 'chair' | 'worker' | 'family'; time?: string }[];
}

export const loadBooking = (task: string): Promise<Answered<TaskPage & { booking: BookingKnown }>> =>
  get(`/bookings/${task}`);
export const askDay = (task: string, day: { on: string; chair?: string }): Promise<Answered<DaySays>> =>
  post(`/bookings/${task}/day`, day);
