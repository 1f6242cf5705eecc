import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isAnswered, questionsOf } from '#engine';
import type { Form, FormQuestion, Policy, Version } from '#engine';
import { stumbles } from '../support/look-at-sheet.ts';
import { OneChild } from '../support/one-child.ts';
import { beforeVersion, shippedVersion } from '../support/shipped-version.ts';
import { readSheets } from '../support/sheets.ts';

const root = join(import.meta.dirname, '../../processes');
const folder = (name: string): string => join(root, 'child-protection', name);

let before: Version;
let now: Version;
beforeAll(async () => {
  before = await beforeVersion();
  now = await shippedVersion();
}, 120_000);

/** The seven forms by the numbers the map uses. */
const SEVEN = {
  F1: 'child-and-family-assessment',
  F2: 'strategy-discussion',
  F3: 'section-47-enquiry',
  F4: 'social-work-report',
  F5: 'initial-conference',
  F6: 'core-group',
  F7: 'review-conference',
};
type Number = keyof typeof SEVEN;
const ALL = Object.keys(SEVEN) as Number[];

const asked = (form: Form | undefined): FormQuestion[] => (form ? questionsOf(form).filter(isAnswered) : []);

describe('the forms of the pathway before', () => {
  test.each(ALL)('%s asks about sixty questions', (number) => {
    const { length } = asked(before.forms[SEVEN[number]]);
    expect(length).toBeGreaterThanOrEqual(55);
    expect(length).toBeLessThanOrEqual(65);
  });

  test.each<[row: string, typedIn: Number[]]>([
    ['Household, PR, school, GP', ALL],
    ['Reason / trigger narrative', ['F1', 'F2', 'F3', 'F4', 'F5']],
    ['Harm history / chronology', ['F1', 'F3', 'F4', 'F5', 'F6', 'F7']],
    ["Parents' and child's views", ['F1', 'F3', 'F4', 'F5', 'F7']],
    ['Danger statements & goals', ['F1', 'F4', 'F5', 'F6', 'F7']],
    ['Actions / plan', ['F2', 'F3', 'F4', 'F5', 'F6', 'F7']],
    ['Analysis', ['F1', 'F3', 'F4']],
    ['Same text for 4 siblings', ALL],
  ])('type “%s” where the duplication map has it, and nowhere else', (row, typedIn) => {
    const cites = ({ source }: FormQuestion): boolean =>
      source.includes('duplication map') && source.includes(`“${row}”`);
    expect(ALL.filter((number) => asked(before.forms[SEVEN[number]]).some(cites))).toEqual(typedIn);
  });

  test('say of each question whether it is reconstructed, and from what', () => {
    const made = Object.values(before.forms)
      .flatMap(asked)
      .filter(({ source }) => source.startsWith('reconstruction'));
    const grounds = [
      /^reconstruction: duplication map, “.+”$/,
      /^reconstruction: the paper, .+$/,
      /^reconstruction: repeated in forms of the time; not in the duplication map$/,
      /^reconstruction: a form of the time$/,
    ];
    expect(made.length).toBeGreaterThan(400);
    expect(made.filter(({ source }) => !grounds.some((ground) => ground.test(source)))).toEqual([]);
  });

  test('take the child’s own words as an attachment, in none of the seven', () => {
    const holding = Object.values(before.forms).filter((form) =>
      asked(form).some(({ term }) => term === 'voice'),
    );
    expect(holding.map(({ id }) => id)).toEqual(['childs-views']);
  });
});

describe('the pathway before and the one that is current', () => {
  const ids = (list: { id: string }[]): string[] => list.map(({ id }) => id).sort();
  const facts = (version: Version): string[] =>
    [...new Set(Object.values(version.forms).flatMap((form) => form.facts.map(({ fact }) => fact)))].sort();

  test('keep the same facts, timescales and roles, so that measures read both', () => {
    expect(ids(before.facts)).toEqual(ids(now.facts));
    expect(ids(before.timescales)).toEqual(ids(now.timescales));
    expect(ids(before.roles)).toEqual(ids(now.roles));
    // what only the redesign asks of children: a measure of it says nothing of families before
    const since = ['child-asked', 'child-says-clear'];
    expect(facts(before)).toEqual(facts(now).filter((fact) => !since.includes(fact)));
  });

  test('decide by the same answers', () => {
    const codes = (version: Version) =>
      new Map(version.dictionary.codeLists.map(({ id, codes }) => [id, codes.map(({ value }) => value)]));
    const current = codes(now);
    // an attendance has two more answers now; each there was is still one
    const grown = ['attended'];
    const others = [...codes(before)].filter(([id]) => id !== 'riskLevel');
    const same = others.filter(([id]) => !grown.includes(id));
    expect(same).toEqual(same.map(([id]) => [id, current.get(id)]));
    for (const [id, values] of others.filter(([id]) => grown.includes(id))) {
      expect(current.get(id), id).toEqual(expect.arrayContaining(values));
    }
    const types = new Map(now.dictionary.terms.map(({ id, type }) => [id, type]));
    const shared = before.dictionary.terms.filter(({ id }) => types.has(id));
    expect(shared.filter(({ id, type }) => types.get(id) !== type)).toEqual([]);
  });

  test('book a conference by the same questions, since a chair has one diary', () => {
    const [first, second] = [before, now].map(({ forms }) => forms['book-conference']?.booking);
    expect(first).toMatchObject({ on: 'conferenceOn', time: 'conferenceTime', chair: 'chair' });
    // which meeting it is, is asked by the one before and follows from what is known in the current one
    const { kind: _kind, ...same } = second ?? {};
    expect({ ...first, expects: [] }).toEqual({ ...same, expects: [] });
  });

  test('lead a child from the first contact over a plan to early help, one with far more asked again', () => {
    const then = oneWay(before);
    const today = oneWay(now);
    expect(then.steps).toBeGreaterThan(1.5 * today.steps);
    expect(then.questions).toBeGreaterThan(1.5 * today.questions);
    expect(empty(then)).toBeGreaterThan(3 * empty(today));
  });
});

describe('the drawing of the pathway before', () => {
  test('is opened without a warning and laid out so that nothing crosses, covers or leans', async () => {
    const descriptor: unknown = JSON.parse(readFileSync(join(root, 'pathway.moddle.json'), 'utf8'));
    const xml = readFileSync(join(folder('1-before'), 'pathway.bpmn'), 'utf8');
    const { warnings, sheets, elements } = await readSheets(xml, descriptor);
    expect(warnings).toEqual([]);
    expect(sheets.flatMap((sheet) => stumbles(sheet).map((words) => `${sheet.id}: ${words}`))).toEqual([]);
    const drawn = sheets.flatMap(({ shapes, lines }) => [...shapes, ...lines]).map(({ id }) => id);
    expect(drawn.toSorted()).toEqual(elements.map(({ id }) => id).toSorted());
  });
});

interface Way {
  steps: number;
  questions: number;
  /** questions whose term was asked before on the way, by policy */
  again: Partial<Record<Policy, number>>;
}

/** Boxes that stood empty although the answer was there, and no fresh thought was the purpose. */
const empty = ({ again }: Way): number => again.ask ?? 0;

const decided = {
  ...{ contactOutcome: 'referral', referralOutcome: 'strategy-discussion', authorisation: 'authorise' },
  ...{ strategyDecision: 'section-47-joint', enquiryOutcome: 'initial-conference', visitAgain: 'no' },
  ...{ conferenceDecision: 'protection-plan', assessmentOutcome: 'child-in-need', coreGroupAgain: 'no' },
  ...{ reviewDecision: 'end-early-help' },
};

/** A child referred, enquired about, on a plan with one core group, one visit and one review, and closed. */
function oneWay(version: Version): Way {
  const child = new OneChild(version);
  const way: Way = { steps: 0, questions: 0, again: {} };
  const said = new Set<string>();
  const formOf = new Map(
    version.pathway.processes.flatMap(({ elements }) => elements.map(({ id, form }) => [id, form] as const)),
  );
  for (let reviews = 0; reviews < 2; reviews += 1) {
    for (let [step] = child.open; step !== undefined; [step] = child.open) {
      const questions = asked(version.forms[formOf.get(step) ?? '']);
      way.steps += 1;
      way.questions += questions.length;
      for (const { term, policy } of questions) {
        if (term && said.has(term)) way.again[policy] = (way.again[policy] ?? 0) + 1;
      }
      for (const { term } of questions) if (term) said.add(term);
      child.does(step, decided);
    }
    if (reviews === 0) child.waitsFor('prepare-review');
  }
  expect(said).toContain('closureReason');
  return way;
}
