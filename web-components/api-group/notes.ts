import { get, newCommandId, post, type Answered } from '../api/request.ts';

/** What is said of the forms of a draft, as the form editor takes it: notes, improvements, who answers for what. */
export interface Sayings {
  improvements: readonly object[];
  [more: string]: unknown;
}

const notes = (draft: string): string => `/drafts/${encodeURIComponent(draft)}/notes`;

export const loadSayings = (draft: string): Promise<Answered<Sayings>> => get(notes(draft));

export const addNote = (
  draft: string,
  note: {
    form: string;
    question?: string;
    prompt?: string;
    text: string;
    /** a person by name who answers for a finding; the text is the reason */
    authorises?: { finding: string; by: string };
  },
): Promise<Answered<{ id: string }>> => post(notes(draft), { ...note, commandId: newCommandId() });

export const settleNote = (draft: string, { id }: { id: string }): Promise<Answered<unknown>> =>
  post(`${notes(draft)}/${encodeURIComponent(id)}/settled`);

export const answerImprovement = (
  draft: string,
  { id, ...answer }: { id: string; text: string; decision: string },
): Promise<Answered<unknown>> =>
  post(`/improvements/${encodeURIComponent(id)}/answer`, { ...answer, draft, commandId: newCommandId() });
