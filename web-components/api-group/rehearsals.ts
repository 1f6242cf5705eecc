import type { Answers } from '#engine/browser';
import type { FamilyDrawing } from '../api/families.ts';
import { get, newCommandId, post, remove, type Answered } from '../api/request.ts';
import { pathOf, type AnswersPlace, type TaskRow } from '../api/tasks.ts';

export interface RehearsalSays {
  id: string;
  draft: { id: string; title: string };
  save: number;
  copy: boolean;
  began: string;
  expires: string;
  now: string;
  says: string[];
  family: string;
  people: string[];
  tasks: TaskRow[];
  done: TaskRow[];
  records: { id: string; title: string; at: string; by: string }[];
  drawing: FamilyDrawing;
  ended: boolean;
  wakeUp?: string;
  waits?: string[];
}

export const beginRehearsal = (
  draft: string,
  family: 'invented' | { case: string },
): Promise<Answered<{ rehearsal: string }>> =>
  post('/rehearsals', { draft, family, commandId: newCommandId() });
export const loadRehearsal = (id: string): Promise<Answered<RehearsalSays>> => get(`/rehearsals/${id}`);
export const passTime = (id: string): Promise<Answered<RehearsalSays>> =>
  post(`/rehearsals/${id}/time`, { commandId: newCommandId() });
export const endRehearsal = (id: string): Promise<Answered<unknown>> => remove(`/rehearsals/${id}`);

/** Answers somebody might give to what is not answered yet. */
export const fillIn = (place: AnswersPlace, answers: Answers): Promise<Answered<Answers>> =>
  post(`${pathOf(place)}/filling`, answers);
