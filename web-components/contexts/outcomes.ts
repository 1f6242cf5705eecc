import type { Happened } from '../api/tasks.ts';

/** What completing a task led to, kept for the page that tells it. In memory only. */
const outcomes = new Map<string, Happened>();

export function keepOutcome(task: string, happened: Happened): void {
  outcomes.set(task, happened);
}

export function outcomeOf(task: string): Happened | undefined {
  return outcomes.get(task);
}
