import { get, post, type Answered } from '../api/request.ts';

/** One place where the person is signed in. */
export interface SignedInPlace {
  id: string;
  since: string;
  used: string;
  /** 'Firefox on Windows' */
  browser: string;
  here: boolean;
}

export const loadPlaces = (): Promise<Answered<SignedInPlace[]>> => get('/sessions');
export const endPlace = (id: string): Promise<Answered<unknown>> => post(`/sessions/${id}/end`);
export const endOtherPlaces = (): Promise<Answered<{ ended: number }>> => post('/sessions/others/end');
