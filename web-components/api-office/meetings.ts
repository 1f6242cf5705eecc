import { put, type Answered } from '../api/request.ts';
import type { Named } from '../api/session.ts';
import type { TaskPage } from '../api/tasks.ts';

export interface ExpectedPerson {
  name: string;
  agency?: string;
  role?: string;
}

/** The form of a meeting as everybody in the room may see it. */
export interface RoomPage extends TaskPage {
  meeting: {
    expected: ExpectedPerson[];
    chair?: Named;
    minuteTaker?: Named;
    /** who could be named to take the minutes; absent: naming is not the reader's */
    couldWrite?: Named[];
  };
}

export const nameMinuteTaker = (task: string, account: string | null): Promise<Answered<unknown>> =>
  put(`/meetings/${task}/minute-taker`, { account });
