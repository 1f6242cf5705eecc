import { get, newCommandId, post, put, type Answered } from '../api/request.ts';
import type { Named } from '../api/session.ts';

export interface HeldLine {
  id: string;
  label: string;
  text: string;
}

export interface HeldItem {
  id: string;
  kind: string;
  title: string;
  at?: string;
  by?: string;
  lines: HeldLine[];
  file?: { id: string; name: string };
}

export interface Mark {
  item?: string;
  line?: string;
  words?: string;
  reason: string;
}

export interface DisclosureFacts {
  id: string;
  person: Named;
  from?: string;
  to?: string;
  by: Named;
  at: string;
  made?: { by: Named; at: string; sha256: string; bytes: number };
}

export interface Disclosures {
  family: Named;
  people: Named[];
  disclosures: DisclosureFacts[];
}

export interface Disclosure extends DisclosureFacts {
  revision: number;
  items: HeldItem[];
  redactions: (Mark & { by: Named; at: string })[];
  proposals: (Mark & { because: string })[];
  reasons: Named[];
}

const ofCase = (id: string): string => `/cases/${encodeURIComponent(id)}/disclosures`;
export const disclosurePath = (id: string, disclosure: string): string => `${ofCase(id)}/${disclosure}`;

export const loadDisclosures = (id: string): Promise<Answered<Disclosures>> => get(ofCase(id));
export const begin = (
  id: string,
  asked: { person: string; from?: string; to?: string },
): Promise<Answered<{ id: string }>> => post(ofCase(id), { ...asked, commandId: newCommandId() });
export const loadDisclosure = (path: string): Promise<Answered<Disclosure>> => get(path);
export const saveMarks = (
  path: string,
  redactions: Mark[],
  revision: number,
): Promise<Answered<{ revision: number }>> => put(`${path}/redactions`, { redactions, revision });
/** Makes the file; of one that is made, shows once more who asks, as the file itself needs it. */
export const complete = (path: string): Promise<Answered<unknown>> => post(`${path}/completion`);
