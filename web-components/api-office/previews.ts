import { post, type Answered } from '../api/request.ts';

export interface ClockSaid {
  due: string;
  says: string;
  late: boolean;
}

/** What a command would change; nothing of it is stored. */
export interface WouldChange {
  facts: { name: string; child: string; before?: string; after?: string }[];
  clocks: { name: string; child: string; because: string; before?: ClockSaid; after?: ClockSaid }[];
  opened: { step: string; children: string[] }[];
  closed: { step: string; children: string[] }[];
  stages: { child: string; before?: string; after?: string }[];
}

export const tryCorrection = (
  id: string,
  correction: { question: string; child?: string; value: unknown },
): Promise<Answered<WouldChange>> => post(`/records/${id}/corrections/preview`, correction);

export const tryReopening = (id: string): Promise<Answered<WouldChange>> =>
  post(`/records/${id}/reopening/preview`);
