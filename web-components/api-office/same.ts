import type { PersonMatch } from '../api/people.ts';
import { get, newCommandId, post, type Answered } from '../api/request.ts';
import type { Named } from '../api/session.ts';

export type Likeness = 'number' | 'born' | 'name' | 'address';

/** People on file who may be one, and who were said to be. */
export interface Same {
  joined: (PersonMatch & { by: Named; at: string })[];
  alike: (PersonMatch & { likeness: Likeness[] })[];
}

export const loadSame = (id: string): Promise<Answered<Same>> => get(`/people/${id}/same`);

export const sayJoined = (id: string, other: string): Promise<Answered<unknown>> =>
  post(`/people/${id}/same`, { other, commandId: newCommandId() });

export const sayApart = (id: string, other: string): Promise<Answered<unknown>> =>
  post(`/people/${id}/same/undo`, { other, commandId: newCommandId() });
