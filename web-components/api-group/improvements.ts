import { get, newCommandId, post, type Answered } from '../api/request.ts';
import type { Named } from '../api/session.ts';

export type ImprovementKind = 'harder' | 'easier' | 'duplicate' | 'wording' | 'barrier' | 'supports';

/** What somebody at work said could be better, and what became of it. */
export interface Improvement {
  id: string;
  form: string;
  formTitle: string;
  question?: string;
  /** the question as it read then */
  label?: string;
  kind: ImprovementKind;
  text: string;
  by: Named;
  at: string;
  answer?: { text: string; decision: 'done' | 'will-do' | 'not-now'; by: Named; at: string; seen: boolean };
}

/** `commandId` is kept for a second try, so that nothing is said twice. */
export const sayImprovement = (said: {
  form: string;
  question?: string;
  kind: ImprovementKind;
  text: string;
  commandId: string;
}): Promise<Answered<{ id: string }>> => post('/improvements', said);

export const loadMine = (): Promise<Answered<Improvement[]>> => get('/improvements/mine');
export const markSeen = (): Promise<Answered<unknown>> => post('/improvements/mine/seen');
export { newCommandId };
