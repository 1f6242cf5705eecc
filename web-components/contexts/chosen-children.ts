import type { AnswersPlace } from '../api/tasks.ts';

/** Which children a form being added is about, until it is completed. In memory only. */
const chosen = new Map<string, string[]>();

export function chosenChildren(place: AnswersPlace): string[] | undefined {
  return chosen.get(JSON.stringify(place));
}

export function forgetChildren(): void {
  chosen.clear();
}

export function chooseChildren(place: AnswersPlace, children: string[] | undefined): void {
  if (children) chosen.set(JSON.stringify(place), children);
  else chosen.delete(JSON.stringify(place));
}
