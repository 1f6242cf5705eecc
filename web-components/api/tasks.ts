import type { Answers, Block, CodeList, Form } from '#engine/browser';
import { get, newCommandId, post, put, query, type Answered, type FindingSays } from './request.ts';
import type { Named } from './session.ts';

export interface ChildNamed extends Named {
  age?: string | number;
  unborn?: boolean;
}

export interface DueSays {
  on: string;
  /** 'in 3 working days', '2 days late' */
  says: string;
  late: boolean;
  timescale?: string;
  /** why this date: '15 working days from … on 3 September 2026' */
  because?: string;
  child?: string;
}

export interface TaskRow {
  id: string;
  case: string;
  caseName: string;
  step: string;
  what: string;
  stage: Named;
  strand?: string;
  children: ChildNamed[];
  role: Named;
  assignee?: Named;
  team?: Named | string;
  due?: DueSays;
  opened: string;
  completed?: { by: Named | string; at: string };
  record?: string;
  /** a colleague's own work, while the reader covers for them */
  covering?: boolean;
  revision: number;
}

export type WorkView = 'mine' | 'team' | 'unallocated' | 'done';

export interface WorkFilters {
  stage?: string;
  worker?: string;
  team?: string;
  text?: string;
  after?: string;
}

export interface WorkList {
  tasks: TaskRow[];
  next?: string;
  counts: Record<WorkView, number>;
  /** notes on changes of the pathway that the person has not put away */
  news?: number;
  /** what the person is told once */
  notices?: number;
  filters?: { stages: Named[]; workers: Named[]; teams?: Named[] };
}

export interface Draft {
  value: unknown;
  revision: number;
  by?: Named;
  at?: string;
}

export interface EarlierAnswer {
  value: unknown;
  /** the answer in words */
  shown: string;
  by: Named | string;
  at: string;
  form?: string;
  formTitle: string;
}

export interface TaskPerson extends Named {
  relation?: string;
}

export interface TaskPage {
  task: TaskRow;
  form: Form;
  codeLists: CodeList[];
  blockShapes: Block[];
  purpose?: string;
  statute?: string;
  practice?: string;
  case: Named & { revision: number };
  children: ChildNamed[];
  /** key: question id, or `question@childId` */
  drafts: Record<string, Draft>;
  earlier: Record<string, EarlierAnswer[]>;
  blocks: Record<string, { rows: Record<string, unknown>[]; revision: number }>;
  computed: Record<string, string>;
  linked: Record<string, LinkedRecord[]>;
  late: string[];
  notes?: { at: string; by: Named | string; text: string }[];
  canComplete?: { ok: boolean; message?: string };
  people: TaskPerson[];
  attachments?: Record<string, { name: string }>;
  /** the form changed while the task was open: by key, why an answer wants another look */
  lookAgain?: Record<string, string[]>;
  /** what was written and is not asked any more */
  left?: { label: string; shown: string; because: string }[];
  record?: string;
  happened?: Happened;
  /** the pathway moved on while the page was open: the task is gone, what was written is still here */
  closed?: boolean;
}

export interface LinkedRecord {
  id: string;
  title: string;
  at?: string;
  by?: Named | string;
  says?: string;
}

/** What completing would lead to, for one child or for all. */
export interface NextSay {
  child?: string | null;
  says: string;
  steps?: string[];
  stage?: string | Named;
}

export type Choices = Record<string, Record<string, NextSay[]>>;

export interface Happened {
  says: string[];
  opened: TaskRow[];
  children: { id: string; name: string; stage?: Named | string }[];
  record?: string;
}

export interface Theirs {
  theirs: Draft;
}

export const loadWork = (view: WorkView, filters: WorkFilters): Promise<Answered<WorkList>> =>
  filters.text ? post('/tasks/search', { view, ...filters }) : get(`/tasks${query({ view, ...filters })}`);
export const loadTask = (id: string): Promise<Answered<TaskPage>> => get(`/tasks/${id}`);
export const loadPlace = (place: AnswersPlace): Promise<Answered<TaskPage>> => get(pathOf(place));
export const giveTask = (id: string, to: string | null): Promise<Answered<unknown>> =>
  post(`/tasks/${id}/allocation`, { to, commandId: newCommandId() });
export const giveTasks = (
  tasks: string[],
  to: string,
): Promise<Answered<{ results: { task: string; ok: boolean; message?: string }[] }>> =>
  post('/tasks/allocations', { tasks, to, commandId: newCommandId() });

/** A form with everything to ask it, apart from the task it belongs to. */
export type FormAsked = Omit<TaskPage, 'task'>;

/** Where answers are kept: an open task (of a rehearsal too, or in the room where people meet), or a form being added to a family, also by who is invited. */
export type AnswersPlace =
  { task: string; rehearsal?: string; room?: true } | { family: string; form: string; invited?: true };

export function pathOf(place: AnswersPlace): string {
  if (!('task' in place)) {
    const { family, form, invited } = place;
    return invited ? `/invited/${family}/forms/${form}` : `/cases/${family}/additions/${form}`;
  }
  if (place.room) return `/meetings/${place.task}`;
  return `${place.rehearsal ? `/rehearsals/${place.rehearsal}` : ''}/tasks/${place.task}`;
}

export const saveDraft = (
  place: AnswersPlace,
  key: string,
  draft: { value: unknown; revision: number; origin?: string },
  keepalive = false,
): Promise<Answered<{ revision: number; savedAt: string }>> =>
  put(`${pathOf(place)}/drafts/${encodeURIComponent(key)}`, draft, keepalive);

export const checkAnswers = (
  place: AnswersPlace,
  answers: Answers,
): Promise<Answered<{ findings: FindingSays[]; next: NextSay[] }>> => post(`${pathOf(place)}/check`, answers);

export const loadChoices = (place: AnswersPlace, answers: Answers): Promise<Answered<Choices>> =>
  post(`${pathOf(place)}/choices`, answers);

export const complete = (
  place: AnswersPlace,
  answers: Answers & { revision: number; commandId: string },
): Promise<Answered<{ happened: Happened }>> => post(`${pathOf(place)}/completion`, answers);
