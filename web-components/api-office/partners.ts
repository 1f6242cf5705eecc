import type { Answers, Block, CodeList, Form } from '#engine/browser';
import { get, post, type Answered } from '../api/request.ts';
import type { Named } from '../api/session.ts';
import { pathOf, type AnswersPlace, type Draft, type FormAsked } from '../api/tasks.ts';

/** What somebody is invited to, as one line of a list. */
export interface InvitedRow {
  case: string;
  name: string;
  purpose: string;
  until: string;
}

/** A family as far as it is shared. */
export interface InvitedPage {
  case: string;
  name: string;
  children: Named[];
  purposes: { purpose: string; until: string }[];
  records: { id: string; title: string; at: string; own: boolean }[];
  forms: { id: string; title: string; purpose: string }[];
}

export interface Invitation {
  id: string;
  account: Named;
  purpose: string;
  forms: string[];
  records: string[];
  by: string;
  at: string;
  /** the last day */
  until: string;
  open: boolean;
}

/** Who is invited to a family, and what there is to choose from. */
export interface InvitationsPage {
  case: string;
  name: string;
  invitations: Invitation[];
  accounts: Named[];
  forms: Named[];
  records: (Named & { at: string })[];
}

export interface Inviting {
  account: string;
  purpose: string;
  forms: string[];
  records: string[];
  until: string;
}

interface SentForm {
  case: Named & { revision: number };
  form: Form;
  codeLists: CodeList[];
  blockShapes: Block[];
  children: (Named & { unborn?: boolean })[];
  drafts: Record<string, Draft>;
}

export const loadInvited = (): Promise<Answered<InvitedRow[]>> => get('/invited');
export const loadInvitedFamily = (id: string): Promise<Answered<InvitedPage>> => get(`/invited/${id}`);

export const loadInvitations = (family: string): Promise<Answered<InvitationsPage>> =>
  get(`/cases/${family}/invitations`);
export const invite = (family: string, asked: Inviting): Promise<Answered<{ id: string }>> =>
  post(`/cases/${family}/invitations`, asked);
export const endInvitation = (family: string, id: string): Promise<Answered<unknown>> =>
  post(`/cases/${family}/invitations/${id}/end`);

/** The form as any other is asked; of what is known already nothing is shared. */
export async function loadInvitedForm(place: AnswersPlace): Promise<Answered<FormAsked>> {
  const answer = await get<SentForm>(pathOf(place));
  if (!answer.ok) return answer;
  const nothingKnown = { earlier: {}, blocks: {}, computed: {}, linked: {}, late: [], people: [] };
  return { ok: true, value: { ...answer.value, ...nothingKnown } };
}
export const sendInvitedForm = (
  place: AnswersPlace,
  sent: Answers & { commandId: string },
): Promise<Answered<{ record: string }>> => post(pathOf(place), sent);
