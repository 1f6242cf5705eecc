import {
  addRecord,
  clockDue,
  completeTask,
  correctRecord,
  giveMessage,
  momentOf,
  openAgain,
  openCase,
  reopenTask,
} from '#engine';
import type {
  Act,
  Answers,
  Case,
  CaseChange,
  CaseRecord,
  HistoryEntry,
  NewChild,
  Outcome,
  Version,
} from '#engine';
import { elementAt, formOf, lateFor } from '#engine';
import { fillForm } from '../../../server/demo/index.ts';
import type { Example, ExampleStep } from './example.ts';
import { checkExpectation } from './check-expectation.ts';

/** Where an example stands after each of its steps. */
export interface Standing {
  kase: Case | null;
  records: CaseRecord[];
  history: HistoryEntry[];
  /** what the last step gave */
  outcome: Outcome;
  now: string;
}

export interface Told {
  step: ExampleStep;
  standing: Standing;
  failures: string[];
}

/** Plays an example on a version and compares what happens with what it expects. */
export function runExample(version: Version, example: Example): Told[] {
  let standing: Standing = { kase: null, records: [], history: [], outcome: nothing, now: '' };
  return example.steps.map((step, at) => {
    standing = play(version, example, step, at, standing);
    return { step, standing, failures: checkExpectation(version, step.expect ?? {}, standing) };
  });
}

const nothing: Outcome = { kind: 'refused', reason: 'nothing', message: '', findings: [] };

function play(version: Version, example: Example, step: ExampleStep, at: number, was: Standing): Standing {
  const [day = '', time = '09:00'] = step.at.split(' ');
  const now = momentOf(day, time);
  const act: Act = { by: step.by ?? 'social-worker', now, commandId: `${example.id}-${String(at + 1)}` };
  const outcome = perform(version, example, step, act, was);
  if (outcome.kind === 'refused') return { ...was, outcome, now };
  return {
    kase: { ...outcome.case, revision: outcome.case.revision + 1 },
    records: [...was.records, ...(outcome.record ? [outcome.record] : [])],
    history: [...was.history, ...outcome.history],
    outcome,
    now,
  };
}

function perform(version: Version, example: Example, step: ExampleStep, act: Act, was: Standing): Outcome {
  if (step.open) return openCase(version, { ...named(example), children: children(example, step.open) }, act);
  if (!was.kase) throw new Error(`${example.id}: the first step must open the family`);
  const kase = was.kase;
  const all = kase.children.map((child) => child.id);
  if (step.again) return openAgain(version, kase, children(example, step.again), act);
  if (step.message)
    return giveMessage(version, kase, { message: step.message, children: step.for ?? all }, act);
  if (step.clock) return clockDue(version, kase, act);
  if (step.complete) return complete(version, kase, step, act);
  if (step.add) return add(version, kase, step, act, step.for ?? all);
  if (step.correct) {
    const { step: id, ...rest } = step.correct;
    return correctRecord(version, kase, { ...act, ...rest, record: lastRecord(was, id) });
  }
  if (step.reopen) return reopen(version, kase, step.reopen, act, was);
  throw new Error(`${example.id}: a step at ${step.at} does nothing`);
}

function named(example: Example): { id: string; name: string } {
  return { id: example.id, name: example.title };
}

function children(example: Example, ids: string[]): NewChild[] {
  return ids.map((id) => {
    const { born, expected } = example.children.find((one) => one.id === id) ?? {};
    return { id, ...(born ? { born } : {}), ...(expected ? { expected } : {}) };
  });
}

function complete(version: Version, kase: Case, step: ExampleStep, act: Act): Outcome {
  const fits = kase.tasks.filter((task) => task.step === step.complete);
  const task = fits.find((one) => !step.for || step.for.every((id) => one.children.includes(id)));
  if (!task) {
    const message = `no open task ${step.complete ?? ''}`;
    return completeTask(version, kase, { ...act, task: message, answers: { answers: {}, perChild: {} } });
  }
  const only = step.for ?? task.children;
  const answers = answersOf(version, kase, step, act, task.form, only);
  return completeTask(version, kase, { ...act, task: task.id, answers, only });
}

function add(version: Version, kase: Case, step: ExampleStep, act: Act, only: string[]): Outcome {
  const form = step.add ?? '';
  const answers = answersOf(version, kase, step, act, form, only);
  return addRecord(version, kase, { ...act, form, children: only, answers });
}

function answersOf(
  version: Version,
  kase: Case,
  step: ExampleStep,
  act: Act,
  formId: string,
  only: string[],
): Answers {
  const form = formOf(version, formId);
  const given: Answers = { answers: { ...step.answers }, perChild: structuredClone(step.perChild ?? {}) };
  for (const key of Object.keys(given.perChild))
    if (!only.includes(key) && key !== '*') delete given.perChild[key];
  const shared = given.perChild['*'];
  delete given.perChild['*'];
  if (shared) for (const child of only) given.perChild[child] = { ...shared, ...given.perChild[child] };
  const filled = fillForm({
    ...{ version, form, given, people: [], chance: () => 0, optional: 0 },
    children: only.map((id) => childFacts(version, kase, formId, id, given, act.now)),
    day: step.at.slice(0, 10),
    moment: act.now,
    words: () => 'As told on the day.',
  });
  for (const question of step.without ?? []) {
    delete filled.answers[question];
    for (const child of only) delete filled.perChild[child]?.[question];
  }
  return filled;
}

function childFacts(version: Version, kase: Case, formId: string, id: string, given: Answers, now: string) {
  const child = kase.children.find((one) => one.id === id);
  const unborn = child !== undefined && !child.born && child.expected !== undefined;
  return { id, unborn, late: lateFor(version, kase, formOf(version, formId), id, given, now) };
}

function lastRecord(was: Standing, step: string): CaseRecord {
  const record = was.records.findLast((one) => one.step === step);
  if (!record) throw new Error(`nothing was recorded at ${step}`);
  return record;
}

function reopen(
  version: Version,
  kase: Case,
  given: { step: string; reason: string },
  act: Act,
  was: Standing,
): Outcome {
  const at = was.history.findLastIndex(
    (one) => one.kind === 'task-completed' && one.about['step'] === given.step,
  );
  const entry = was.history[at];
  if (!entry) throw new Error(`${given.step} was never completed`);
  const later = was.history.slice(at + 1);
  return reopenTask(version, kase, { ...act, reason: given.reason, entry, later });
}

/** What a completed change opened, in words of the drawing. */
export function nameOfStep(version: Version, id: string): string {
  return elementAt(version.pathway, id)?.name ?? id;
}

export type { CaseChange };
