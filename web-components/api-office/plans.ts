import type { Block, CodeList } from '#engine/browser';
import { get, newCommandId, put, type Answered } from '../api/request.ts';
import type { Named } from '../api/session.ts';
import type { ChildNamed } from '../api/tasks.ts';

export interface PlanAction {
  id: string;
  what: string;
  who: string;
  owner?: Named;
  agency?: string;
  byWhen?: string;
  says?: string;
  late: boolean;
  settled: boolean;
  status: string;
  statusSays: string;
  whatHappened?: string;
  /** who said how far it is, and when */
  said?: { by: string; at: string };
}

export interface PlanTest {
  id: string;
  date: string;
  held?: boolean;
  heldSays: string;
  whatHappened: string;
  whoDidWhat: string;
  rule: string;
}

export interface PlanRule {
  id: string;
  rule: string;
  whoDoesWhat: string;
  whenTriggered: string;
  howWeKnow: string;
  childCanTell: string;
  safetyObject: string;
  children: string[];
  tests: PlanTest[];
}

export type PlanRow = Record<string, unknown>;

export interface FamilyPlan {
  id: string;
  name: string;
  today: string;
  /** whether the reader may change it */
  may: boolean;
  revisions: Record<string, number>;
  children: ChildNamed[];
  people: Named[];
  /** colleagues whose own list shows what they are to do */
  owners: Named[];
  actions: PlanAction[];
  rules: PlanRule[];
  tests: PlanTest[];
  steps: PlanRow[];
  network: PlanRow[];
  mustBe: PlanRow[];
  contingency: { text: string; at: string; from: string; child?: string }[];
  plans: { id: string; at: string; title: string; children: string[] }[];
  blockShapes: Block[];
  codeLists: CodeList[];
}

const ofCase = (id: string): string => `/cases/${encodeURIComponent(id)}/plan`;

export const loadPlan = (id: string): Promise<Answered<FamilyPlan>> => get(ofCase(id));
export const changePlan = (
  id: string,
  change: { block: string; rows: PlanRow[]; revision: number },
): Promise<Answered<{ revision: number }>> => put(ofCase(id), { ...change, commandId: newCommandId() });

/** An action of any family whose owner is the reader. */
export type MyAction = PlanAction & { case: string; caseName: string };

export const loadMyActions = (): Promise<Answered<{ actions: MyAction[] }>> => get('/plans/actions');
