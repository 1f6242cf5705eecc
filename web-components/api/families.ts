import type { Answers, Block, CodeList } from '#engine/browser';
import { get, newCommandId, post, query, type Answered } from './request.ts';
import type { Named } from './session.ts';
import type { DueSays, Happened, TaskRow } from './tasks.ts';

export interface ChildInFamily {
  person: Named & { age?: string | number; born?: string; expected?: string; unborn?: boolean };
  stage?: Named;
  strands?: string[];
  since?: string;
  plan?: string | { says: string };
  /** where the child is, in words */
  words?: string;
  clocks?: DueSays[];
}

export interface PersonInFamily extends Named {
  relation?: string;
  age?: string | number;
  inHousehold?: boolean;
}

export interface RecordsOfForm {
  form: string;
  title: string;
  items: { id: string; at: string; by: Named | string; children: (Named | string)[] }[];
}

export interface FamilyPage extends Named {
  revision: number;
  restricted?: boolean;
  /** until when it is open to the reader by a reason they gave */
  glass?: string;
  may?: string[];
  team?: Named | string;
  worker?: Named | string;
  children: ChildInFamily[];
  people?: PersonInFamily[];
  network?: { rows: Record<string, unknown>[]; revision: number } | Record<string, unknown>[];
  alerts?: (string | { says: string })[];
  tasks: TaskRow[];
  due?: DueSays[];
  plans?: { id: string; title: string; at?: string; children?: (Named | string)[] }[];
  records: RecordsOfForm[];
  addable: { form: string; title: string; purpose?: string }[];
  strandMessages?: { message: string; title: string }[];
  blockShapes?: Block[];
  codeLists?: CodeList[];
  version?: string;
}

export interface FamilyRow extends Named {
  children: Named[];
  team?: Named | string;
  worker?: Named | string;
  stage?: Named | string;
}

export interface HistoryRow {
  id: string;
  at: string;
  by: Named | string;
  says: string;
  children?: (Named | string)[];
  kind: string;
  record?: string;
}

export interface FamilyDrawing {
  xml: string;
  children: { id: string; name: string; elements: string[]; passed?: string[] }[];
}

export interface NewPerson {
  firstNames: string;
  familyName: string;
  dateOfBirth?: string;
  expectedDateOfBirth?: string;
  sex?: string;
}

export type ContactChild = { person: string } | { new: NewPerson };

export const findFamilies = (text: string): Promise<Answered<FamilyRow[]>> => post('/cases/search', { text });
export const loadFamily = (id: string): Promise<Answered<FamilyPage>> => get(`/cases/${id}`);
export const loadHistory = (
  id: string,
  after?: string,
): Promise<Answered<{ entries: HistoryRow[]; next?: string }>> =>
  get(`/cases/${id}/history${query({ after, limit: 100 })}`);
export const loadDrawing = (id: string): Promise<Answered<FamilyDrawing>> => get(`/cases/${id}/drawing`);

export const recordContact = (contact: {
  existing?: string;
  children: ContactChild[];
}): Promise<Answered<{ case: string; task: string }>> =>
  post('/cases', { contact, commandId: newCommandId() });

export const addChild = (id: string, child: ContactChild): Promise<Answered<unknown>> =>
  post(`/cases/${id}/children`, { ...child, commandId: newCommandId() });

export const startStrand = (
  id: string,
  strand: { message: string; children: string[]; note: string },
): Promise<Answered<{ opened?: TaskRow[]; tasks?: TaskRow[] }>> =>
  post(`/cases/${id}/strands`, { ...strand, commandId: newCommandId() });

export const completeAddition = (
  id: string,
  form: string,
  sent: Answers & { children: string[]; commandId: string },
): Promise<Answered<{ happened?: Happened; record?: string }>> =>
  post(`/cases/${id}/additions/${form}`, sent);
