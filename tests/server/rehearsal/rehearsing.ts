import type { Form } from '#engine';
import { command, type Refused } from '../drafts/drafting.ts';
import type { Browser } from '../support/test-server.ts';

export interface TaskSaid {
  id: string;
  step: string;
  what: string;
  role: { id: string; name: string };
  children: { id: string; name: string }[];
}

export interface Page {
  id: string;
  copy: boolean;
  tasks: TaskSaid[];
  done: TaskSaid[];
  records: { id: string; title: string }[];
  says: string[];
  ended: boolean;
  now: string;
  wakeUp?: string;
  waits?: string[];
  drawing: { xml: string; children: { name: string; elements: string[] }[] };
}

export interface FormSaid {
  form: Form;
}

export interface Answers {
  answers: Record<string, unknown>;
  perChild: Record<string, Record<string, unknown>>;
}

/** Begins a rehearsal of a draft. */
export const begin = (browser: Browser, draft: string, family: 'invented' | { case: string }) =>
  browser.post<{ rehearsal: string } & Refused>('/api/rehearsals', { draft, family, commandId: command() });

/** Where a rehearsal stands. */
export const look = async (browser: Browser, id: string): Promise<Page> =>
  (await browser.get<Page>(`/api/rehearsals/${id}`)).body;

/** Completes an open step with what is decided; the rest is filled in. */
export async function play(
  browser: Browser,
  id: string,
  step: string,
  given: Answers = { answers: {}, perChild: {} },
) {
  const task = (await look(browser, id)).tasks.find((one) => one.step === step);
  if (!task) throw new Error(`${step} is not open`);
  const path = `/api/rehearsals/${id}/tasks/${task.id}`;
  const filled = (await browser.post<Answers>(`${path}/filling`, given)).body;
  const complete = (reasons?: Record<string, string>) =>
    browser.post<{ happened: { says: string[]; opened: TaskSaid[]; record: string } } & Refused>(
      `${path}/completion`,
      { ...filled, ...(reasons ? { reasons } : {}), commandId: command() },
    );
  const played = await complete();
  if (played.status !== 422) return played;
  // where a rule warns, somebody says why they go on all the same
  const rules = played.body.refusal.findings.filter(({ check }) => check.startsWith('rule:'));
  return complete(Object.fromEntries(rules.map(({ check }) => [check.slice(5), 'Agreed on the day.'])));
}
