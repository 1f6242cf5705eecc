import { elementAt, findAnswers, formOf, whatNext, whatNextByChoice } from '#engine';
import type { Answers, Case, Next, Task, Version } from '#engine';
import { sayList } from '../cases/index.ts';
import type { Host } from '../host.ts';

/** What completing would lead to, in a sentence, for one child. */
export interface NextSaid {
  child: string;
  says: string;
  steps: string[];
}

/** What is wrong with the answers so far, and what would happen if they were completed. */
export function checkTask(
  host: Host,
  version: Version,
  kase: Case,
  task: Task,
  answers: Answers,
  by: string,
) {
  const form = formOf(version, task.form);
  const findings = findAnswers(version, kase, form, task.children, answers, host.clock.now());
  const next = whatNext(version, kase, task, answers, actOf(host, by));
  return { findings, next: next.map((one) => say(version, one)) };
}

/** For each question that decides the way: what would happen next for each of its options. */
export function choicesOf(
  host: Host,
  version: Version,
  kase: Case,
  task: Task,
  answers: Answers,
  by: string,
) {
  const choices = whatNextByChoice(version, kase, task, answers, actOf(host, by));
  return Object.fromEntries(
    Object.entries(choices).map(([question, options]) => [
      question,
      Object.fromEntries(
        Object.entries(options).map(([value, next]) => [value, next.map((one) => say(version, one))]),
      ),
    ]),
  );
}

function say(version: Version, next: Next): NextSaid {
  const steps = [...new Set(next.opens)].map((id) => {
    const step = elementAt(version.pathway, id);
    const role = version.roles.find((one) => one.id === step?.role)?.name;
    return { name: step?.name ?? id, role };
  });
  const opens = steps.map(({ name, role }) => (role ? `${name} (${role.toLowerCase()})` : name));
  const ends = next.ends ? `The pathway ends: ${next.ends}.` : '';
  const then = opens.length > 0 ? `Opens: ${sayList(opens)}.` : '';
  return {
    child: next.child,
    says: [then, ends].filter(Boolean).join(' ') || 'Nothing new opens.',
    steps: steps.map(({ name }) => name),
  };
}

function actOf(host: Host, by: string) {
  return { by, now: host.clock.now(), commandId: 'look-ahead' };
}
