import {
  addRecord,
  clockDue,
  completeTask,
  correctRecord,
  elementAt,
  giveMessage,
  momentOf,
  openAgain,
  openCase,
  reopenTask,
} from '#engine';
import type { Act, BlockChange, Case, CaseRecord, NewChild, Outcome, Version } from '#engine';
import { answersOf } from './answers-of.ts';
import type { Example, ExampleStep } from './example.ts';
import { checkExpectation } from './check-expectation.ts';
import type { Standing } from './standing.ts';

export interface Told {
  step: ExampleStep;
  standing: Standing;
  failures: string[];
}

/** Plays an example on a version and compares what happens with what it expects. */
export function runExample(version: Version, example: Example): Told[] {
  let standing: Standing = { kase: null, records: [], history: [], rows: {}, outcome: nothing, now: '' };
  return example.steps.map((step, at) => {
    standing = play(version, example, step, at, standing);
    const failures = [
      ...checkActor(version, step, standing.outcome),
      ...checkExpectation(version, step.expect ?? {}, standing),
    ];
    return { step, standing, failures };
  });
}

const nothing: Outcome = { kind: 'refused', reason: 'nothing', message: '', findings: [] };

function play(version: Version, example: Example, step: ExampleStep, at: number, was: Standing): Standing {
  const [day = '', time = '09:00'] = step.at.split(' ');
  const now = momentOf(day, time);
  const act: Act = { by: actorOf(version, step), now, commandId: `${example.id}-${String(at + 1)}` };
  const outcome = perform(version, example, step, act, was);
  if (outcome.kind === 'refused') return { ...was, outcome, now };
  return {
    kase: { ...outcome.case, revision: outcome.case.revision + 1 },
    records: [...was.records, ...(outcome.record ? [outcome.record] : [])],
    history: [...was.history, ...outcome.history],
    rows: withRows(was.rows, outcome.blocks),
    outcome,
    now,
  };
}

/** Who acts: whoever the step says, else somebody of the role the step is for. */
export function actorOf(version: Version, step: ExampleStep): string {
  const role = step.complete ? elementAt(version.pathway, step.complete)?.role : undefined;
  return step.by ?? (step.clock ? 'clock' : (role ?? 'social-worker'));
}

/** The engine leaves roles to the host: an example in which the wrong person does a step tells a wrong story. */
function checkActor(version: Version, step: ExampleStep, outcome: Outcome): string[] {
  const role = step.complete ? elementAt(version.pathway, step.complete)?.role : undefined;
  const by = actorOf(version, step);
  if (outcome.kind === 'refused' || !role || by.replace(/-\d+$/, '') === role) return [];
  return [`${step.complete ?? ''} is for ${role}, not ${by}`];
}

interface Playing {
  version: Version;
  example: Example;
  step: ExampleStep;
  act: Act;
  was: Standing;
  kase: Case;
}

function perform(version: Version, example: Example, step: ExampleStep, act: Act, was: Standing): Outcome {
  if (step.open) return openCase(version, { ...named(example), children: children(example, step.open) }, act);
  if (!was.kase) throw new Error(`${example.id}: the first step must open the family`);
  const { kase } = was;
  const playing = { version, example, step, act, was, kase };
  const all = step.for ?? kase.children.map((child) => child.id);
  if (step.again) return openAgain(version, kase, children(example, step.again), act);
  if (step.message) return giveMessage(version, kase, { message: step.message, children: all }, act);
  if (step.clock) return clockDue(version, kase, act);
  if (step.complete) return complete(playing);
  if (step.add) return add(playing, step.add, all);
  if (step.correct) {
    const { step: id, ...rest } = step.correct;
    return correctRecord(version, kase, { ...act, ...rest, record: lastRecord(was, id) });
  }
  if (step.reopen) return reopen(playing, step.reopen);
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

function complete({ version, example, step, act, was, kase }: Playing): Outcome {
  const fits = kase.tasks.filter((task) => task.step === step.complete);
  const task = fits.find((one) => !step.for || step.for.every((id) => one.children.includes(id)));
  if (!task) {
    const message = `no open task ${step.complete ?? ''}`;
    return completeTask(version, kase, { ...act, task: message, answers: { answers: {}, perChild: {} } });
  }
  const only = step.for ?? task.children;
  const answers = answersOf({ version, example, was, kase, step, act, form: task.form, only });
  return completeTask(version, kase, { ...act, task: task.id, answers, only });
}

function add({ version, example, step, act, was, kase }: Playing, form: string, only: string[]): Outcome {
  const answers = answersOf({ version, example, was, kase, step, act, form, only });
  return addRecord(version, kase, { ...act, form, children: only, answers });
}

function lastRecord(was: Standing, step: string): CaseRecord {
  const record = was.records.findLast((one) => one.step === step);
  if (!record) throw new Error(`nothing was recorded at ${step}`);
  return record;
}

function reopen(
  { version, kase, act, was }: Playing,
  { step, reason }: { step: string; reason: string },
): Outcome {
  const at = was.history.findLastIndex((one) => one.kind === 'task-completed' && one.about['step'] === step);
  const entry = was.history[at];
  if (!entry) throw new Error(`${step} was never completed`);
  return reopenTask(version, kase, { ...act, reason, entry, later: was.history.slice(at + 1) });
}

/** Rows of the living documents after a change: a row that is there already is changed, the others are added. */
function withRows(rows: Standing['rows'], changes: BlockChange[]): Standing['rows'] {
  const after = { ...rows };
  for (const { block, rows: changed } of changes) {
    const byId = new Map((after[block] ?? []).map((row) => [row['id'], row]));
    for (const row of changed) byId.set(row['id'], { ...byId.get(row['id']), ...row });
    after[block] = [...byId.values()];
  }
  return after;
}
