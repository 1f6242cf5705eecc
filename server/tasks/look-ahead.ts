import { isDeepStrictEqual } from 'node:util';
import { addRecord, elementAt, findAnswers, formOf, whatNext, whatNextByChoice } from '#engine';
import type { Answers, Case, Finding, Form, Next, Version } from '#engine';
import { referencesIn, sayList, strangersIn } from '../cases/index.ts';
import type { Host } from '../host.ts';
import type { StoredCase } from '../store/port.ts';
import type { OpenTask } from './find-task.ts';

/** What completing would lead to, in a sentence, for one child; null: for all of them. */
export interface NextSaid {
  child: string | null;
  says: string;
  steps: string[];
}

/** What is wrong with the answers so far, and what would happen if they were completed. */
export async function checkTask(
  host: Host,
  { stored, version, task }: OpenTask,
  answers: Answers,
  by: string,
) {
  const form = formOf(version, task.form);
  const findings = await findingsOf(host, stored, version, form, task.children, answers, by);
  const next = whatNext(version, stored.case, task, answers, actOf(host, by));
  return { findings, next: sayAll(version, next) };
}

/** For each question that decides the way: what would happen next for each of its options. */
export function choicesOf(host: Host, { stored, version, task }: OpenTask, answers: Answers, by: string) {
  const choices = whatNextByChoice(version, stored.case, task, answers, actOf(host, by));
  return Object.fromEntries(
    Object.entries(choices).map(([question, options]) => [
      question,
      Object.fromEntries(Object.entries(options).map(([value, next]) => [value, sayAll(version, next)])),
    ]),
  );
}

/** The same for a form that is added to a family: it moves nobody, but its answers may start work of its own. */
export async function checkAddition(
  host: Host,
  { stored, version, form }: { stored: StoredCase; version: Version; form: Form },
  children: string[],
  answers: Answers,
  by: string,
) {
  const findings = await findingsOf(host, stored, version, form, children, answers, by);
  const act = { ...actOf(host, by), form: form.id, children, answers };
  const outcome = addRecord(version, stored.case, act);
  return { findings, next: outcome.kind === 'done' ? opens(version, stored.case, outcome.case) : [] };
}

function opens(version: Version, before: Case, after: Case): NextSaid[] {
  const known = new Set(before.tasks.map((task) => task.id));
  const opened = after.tasks.filter((task) => !known.has(task.id));
  const next = after.children.map(({ id }) => ({
    child: id,
    opens: opened.filter((task) => task.children.includes(id)).map((task) => task.step),
  }));
  return sayAll(
    version,
    next.filter((one) => one.opens.length > 0),
  );
}

async function findingsOf(
  host: Host,
  { case: kase, family }: StoredCase,
  version: Version,
  form: Form,
  children: string[],
  answers: Answers,
  by: string,
): Promise<Finding[]> {
  const findings = findAnswers(version, kase, form, children, answers, host.clock.now());
  // answers of the wrong shape point nowhere
  if (findings.some((one) => one.check === 'answers-shape')) return findings;
  const references = referencesIn(form, version.blocks, answers);
  return [...findings, ...(await strangersIn(host, family, references, by))];
}

/** What is the same for every child is said once. */
function sayAll(version: Version, next: Next[]): NextSaid[] {
  const [first, ...others] = next.map((one) => say(version, one));
  if (!first) return [];
  const same = others.every((one) => isDeepStrictEqual({ ...one, child: '' }, { ...first, child: '' }));
  return same && others.length > 0 ? [{ ...first, child: null }] : [first, ...others];
}

function say(version: Version, next: Next): NextSaid {
  const steps = [...new Set(next.opens)].map((id) => {
    const step = elementAt(version.pathway, id);
    const role = version.roles.find((one) => one.id === step?.role)?.name;
    return { name: step?.name ?? id, role };
  });
  const named = steps.map(({ name, role }) => (role ? `${name} (${role.toLowerCase()})` : name));
  const ends = next.ends ? `The pathway ends: ${next.ends}.` : '';
  const then = named.length > 0 ? `Opens: ${sayList(named)}.` : '';
  return {
    child: next.child,
    says: [then, ends].filter(Boolean).join(' ') || 'Nothing new opens.',
    steps: steps.map(({ name }) => name),
  };
}

function actOf(host: Host, by: string) {
  return { by, now: host.clock.now(), commandId: 'look-ahead' };
}
