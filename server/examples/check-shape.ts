import type { Example, ExampleStep, Expectation, Shows } from './example.ts';

type Keys<T> = Record<keyof T, true>;

const example: Keys<Example> = {
  ...{ id: true, title: true, story: true, children: true, adults: true, steps: true, later: true },
};
const step: Keys<ExampleStep> = {
  ...{
    at: true,
    say: true,
    by: true,
    for: true,
    answers: true,
    perChild: true,
    reasons: true,
    without: true,
  },
  ...{ open: true, again: true, complete: true, message: true, add: true, clock: true, correct: true },
  ...{ reopen: true, expect: true },
};
const expectation: Keys<Expectation> = {
  ...{ open: true, opens: true, notOpen: true, stage: true, due: true, clocks: true, running: true },
  ...{
    facts: true,
    late: true,
    refused: true,
    findings: true,
    child: true,
    shows: true,
    records: true,
    known: true,
    history: true,
  },
};
const shows: Keys<Shows> = {
  ...{ step: true, question: true, child: true, says: true, filled: true, beside: true, waiting: true },
  ...{ rows: true },
};
const acts = ['open', 'again', 'complete', 'message', 'add', 'clock', 'correct', 'reopen'];

/** A key misspelt in an example would never be compared: everything that stands in it must be something that is read. */
export function checkShape(given: Example): string[] {
  const wrong = unknown('the example', given, example);
  const children = given.children.map((child) => child.id);
  given.steps.forEach((one, at) => {
    const name = `step ${String(at + 1)} at ${one.at}`;
    const doing = acts.filter((act) => act in one);
    if (doing.length !== 1) wrong.push(`${name} does ${doing.join(' and ') || 'nothing'}`);
    if (at > 0 && one.at < (given.steps[at - 1]?.at ?? '')) wrong.push(`${name} is before the one above it`);
    wrong.push(...unknown(name, one, step));
    const { expect } = one;
    if (!expect) return;
    wrong.push(...unknown(`${name}, expect`, expect, expectation));
    for (const each of expect.shows ?? []) wrong.push(...unknown(`${name}, shows`, each, shows));
    wrong.push(...strangers(name, expect, children));
  });
  return wrong;
}

function unknown(name: string, given: object, known: Record<string, true>): string[] {
  return Object.keys(given)
    .filter((key) => !(key in known))
    .map((key) => `${name} has an unknown part ${key}`);
}

function strangers(name: string, expect: Expectation, children: string[]): string[] {
  const parts = [expect.open, expect.opens, expect.notOpen, expect.stage, expect.due, expect.clocks];
  return [...parts, expect.running, expect.facts, expect.late, expect.child]
    .flatMap((part) => Object.keys(part ?? {}))
    .filter((child) => child !== '*' && !children.includes(child))
    .map((child) => `${name} expects something of ${child}, who is no child of this family`);
}
