import { addDays, dayOf, formOf, isWorkingDay, momentOf, questionsOf, workingDaysAfter } from '#engine';
import type { Calendar, Case, Task, Version } from '#engine';
import type { Chance } from './random.ts';
import caseload from './caseload.json' with { type: 'json' };

const days = caseload.days as unknown as Record<string, [number, number]>;

/** The moment at which a task that opened will be completed: a meeting on its day, all else after its usual time. */
export function whenDone(
  { version, chance }: { version: Version; chance: Chance },
  kase: Case,
  task: Task,
): string {
  const [least, most] = days[task.step] ?? days['other'] ?? [1, 5];
  const wait = chance.whole(least, most);
  const opened = dayOf(task.opened);
  const sameDay = wait === 0 && isWorkingDay(version.calendar, opened);
  const soon = sameDay ? opened : workingDaysAfter(version.calendar, opened, Math.max(wait, 1));
  const on = meetingOn(version, kase, task) ?? soon;
  const time = `${String(chance.whole(9, 16)).padStart(2, '0')}:${String(chance.whole(0, 59)).padStart(2, '0')}`;
  const wanted = momentOf(on, time);
  const soonest = new Date(Date.parse(task.opened) + chance.whole(15, 90) * 60_000).toISOString();
  return wanted > soonest ? wanted : soonest;
}

/** The day a meeting was booked for, when the form carries it on. */
export function meetingOn(version: Version, kase: Case, task: Task): string | undefined {
  const opened = dayOf(task.opened);
  const known = { ...kase.known[''], ...kase.known[task.children[0] ?? ''] };
  const booked = questionsOf(formOf(version, task.form))
    .filter(({ type, time, policy, required }) => {
      return type === 'date' && !time && policy === 'carry-forward' && required;
    })
    .map((question) => known[question.term ?? '']?.value);
  return booked.find((day): day is string => typeof day === 'string' && day > opened);
}

/** A time of day, so many working days after a moment. */
export function workingDaysAt(calendar: Calendar, from: string, after: number, time: string): string {
  return momentOf(workingDaysAfter(calendar, dayOf(from), after), time);
}

/** A time on the first working day that is at least so many days after a day. */
export function addDaysAt(calendar: Calendar, from: string, after: number, time: string): string {
  let on = addDays(from, after);
  while (!isWorkingDay(calendar, on)) on = addDays(on, 1);
  return momentOf(on, time);
}
