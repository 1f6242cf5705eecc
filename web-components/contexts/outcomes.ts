import type { Happened, TaskPage } from '../api/tasks.ts';

/** A completed task and what it led to, kept for the page that tells it. In memory only. */
export type Outcome = Pick<TaskPage, 'task' | 'case'> & { happened?: Happened; record?: string };

const outcomes = new Map<string, Outcome>();

export function keepOutcome(outcome: Outcome): void {
  outcomes.set(outcome.task.id, outcome);
}

export function forgetOutcomes(): void {
  outcomes.clear();
}

export function outcomeOf(task: string): Outcome | undefined {
  return outcomes.get(task);
}
