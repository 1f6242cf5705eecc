import { describe, expect, test } from 'vitest';
import { duplicatesOf, openSteps, step, waysThrough } from '#engine';
import type { Version } from '#engine';
import { smallVersion } from '../../support/small-version.ts';

const stepping = { step, openSteps };
const likeness = {
  weights: { words: 1, meaning: 1, rare: 1, spelling: 1, shape: 1, place: 1 },
  threshold: 0.7,
  synonyms: [],
};
const ways = (version: Version, typical: Record<string, unknown> = {}) =>
  waysThrough(version, { typical, stepping });

/** A form of so many questions, each its own term. */
const asking = (form: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `${form}${String(at)}`, term: `${form}${String(at)}` }));

describe('the ways through a drawing', () => {
  const branched = () =>
    smallVersion({
      drawing: {
        main: `(start) -> screen -> <help>
               <help> -[help = "yes"]-> assess -> write -> (helped)
               <help> => close -> (closed)`,
      },
      forms: { screen: asking('s', 2), assess: asking('a', 5), write: asking('w', 5), close: asking('c', 1) },
    });

  test('shortest asks least, longest asks most', async () => {
    const { shortest, longest } = ways(await branched());
    expect(shortest).toEqual(['screen', 'close']);
    expect(longest).toEqual(['screen', 'assess', 'write']);
  });

  test('usual follows what is typically decided, and the default where nothing is said', async () => {
    const version = await branched();
    expect(ways(version).usual).toEqual(['screen', 'close']);
    expect(ways(version, { help: 'yes' }).usual).toEqual(['screen', 'assess', 'write']);
  });

  test('a loop is gone round not at all, as is decided, and once more', async () => {
    const version = await smallVersion({
      drawing: {
        main: `(start) -> write -> sign -> <again>
               <again> -[again = "yes"]-> write
               <again> => (done)`,
      },
      forms: { write: asking('w', 3), sign: asking('s', 1) },
    });
    expect(ways(version).shortest).toEqual(['write', 'sign']);
    expect(ways(version).usual).toEqual(['write', 'sign']);
    expect(ways(version).longest).toEqual(['write', 'sign', 'write', 'sign']);
    // what would go on for ever is left after the third time
    expect(ways(version, { again: 'yes' }).usual.filter((id) => id === 'write')).toHaveLength(3);
  });

  test('a stage stands for what is in it, and branches beside each other are both done', async () => {
    const version = await smallVersion({
      drawing: {
        main: `(start) -> |fork| -> [inner] -> |join| -> close -> (closed)
               |fork| -> beside -> |join|`,
        inner: '(begin) -> one -> two -> (end)',
      },
    });
    for (const way of Object.values(ways(version))) {
      expect(way.toSorted()).toEqual(['beside', 'close', 'one', 'two']);
      expect(way.at(-1)).toBe('close');
    }
  });

  test('a strand is gone through when its message is given, and time passes where nobody has anything to do', async () => {
    const version = await smallVersion({
      drawing: {
        main: '(start) -> decide -> ~later "a while" -> review -> (done)',
        strand: '(worry "new worry") -> consider -> (considered)',
      },
      timescales: [{ id: 'a while', from: 'x' }],
      steps: { decide: { sends: 'new worry' } },
    });
    const { shortest, usual, longest } = ways(version);
    expect([shortest, usual.toSorted(), longest]).toEqual([
      ['decide', 'review', 'consider'],
      ['consider', 'decide', 'review'],
      ['decide', 'review', 'consider'],
    ]);
  });

  test('what a form records keeps a fact open, and a condition reads it', async () => {
    const version = await smallVersion({
      drawing: {
        main: `(start) -> plan -> <on>
               <on> -[planOpen]-> visit -> (visited)
               <on> => close -> (closed)`,
      },
      forms: { plan: asking('p', 1), visit: asking('v', 1), close: asking('c', 1) },
      facts: { plan: [{ fact: 'planMade', on: 'completed' }] },
      open: { planMade: { as: 'planOpen', until: [] } },
    });
    expect(ways(version).usual).toEqual(['plan', 'visit']);
  });
});

describe('what one way asks', () => {
  const again = () =>
    smallVersion({
      drawing: { main: '(start) -> first -> second -> third -> (end)' },
      forms: {
        first: [{ id: 'name' }, { id: 'school' }, { id: 'shown', policy: 'linked' }],
        second: [
          { id: 'name', policy: 'carry-forward' },
          { id: 'school', policy: 'ask' },
        ],
        third: [{ id: 'fullName', term: 'name', policy: 'ask-again' }, { id: 'other' }],
      },
    });

  test('is counted by term: asked, asked again, and again in an empty box', async () => {
    const { totals } = duplicatesOf(await again(), { likeness, typical: {}, stepping });
    expect(totals.usual).toEqual({
      ...{ questions: 6, askedAgain: 3, asNew: 1 },
      ...{ steps: 3, handOvers: 0, forms: 3 },
    });
  });

  test('says of each term where it is asked and how often a way meets it', async () => {
    const { askedTwice } = duplicatesOf(await again(), { likeness, typical: {}, stepping });
    expect(askedTwice.map(({ term, timesOnUsual }) => [term, timesOnUsual])).toEqual([
      ['name', 3],
      ['school', 2],
    ]);
    expect(askedTwice[0]?.asked.map(({ step: at, question, policy }) => [at, question, policy])).toEqual([
      ['first', 'name', 'ask'],
      ['second', 'name', 'carry-forward'],
      ['third', 'fullName', 'ask-again'],
    ]);
  });

  test('counts a hand-over where the role changes', async () => {
    const version = await again();
    const steps = version.pathway.processes.flatMap(({ elements }) => elements);
    for (const one of steps) if (one.id === 'second') one.role = 'manager';
    expect(duplicatesOf(version, { likeness, typical: {}, stepping }).totals.usual.handOvers).toBe(2);
  });

  test('what only two branches ask, of which one is taken, is asked once', async () => {
    const version = await smallVersion({
      drawing: {
        main: `(start) -> screen -> <which>
               <which> -[way = "a"]-> left -> (l)
               <which> => right -> (r)`,
      },
      forms: { screen: [{ id: 'way' }], left: [{ id: 'name' }], right: [{ id: 'name' }] },
    });
    expect(duplicatesOf(version, { likeness, typical: {}, stepping }).askedTwice).toEqual([]);
  });

  test('stands in a matrix of terms and forms', async () => {
    const { matrix } = duplicatesOf(await again(), { likeness, typical: {}, stepping });
    expect(matrix.forms.map(({ id }) => id)).toEqual(['first', 'second', 'third']);
    expect(matrix.terms[0]?.id).toBe('name');
    expect(matrix.cells.name).toEqual({ first: ['name'], second: ['name'], third: ['fullName'] });
    expect(matrix.cells.shown).toBeUndefined();
  });
});

describe('steps that repeat each other', () => {
  const named = async (drawing: string, names: Record<string, string>) => {
    const version = await smallVersion({
      drawing: { main: drawing },
      forms: { first: asking('x', 3), second: asking('x', 2), third: asking('y', 1) },
    });
    for (const one of version.pathway.processes.flatMap(({ elements }) => elements)) {
      one.name = names[one.id] ?? one.name;
    }
    version.outputs = Object.keys(version.forms).map((form) => ({
      ...{ id: form, form, title: form, audience: 'family', blocks: [] },
    }));
    return duplicatesOf(version, { likeness, typical: {}, stepping }).steps;
  };

  test('share terms one after the other, or side by side', async () => {
    const after = await named('(start) -> first -> second -> (end)', {});
    expect(after.map(({ kind, elements }) => [kind, elements.map(({ id }) => id)])).toEqual([
      ['shares-terms', ['first', 'second']],
    ]);
    const beside = await named(
      `(start) -> |fork| -> first -> |join| -> (end)
       |fork| -> second -> |join|`,
      {},
    );
    expect(beside.map(({ kind }) => kind)).toEqual(['shares-terms']);
    expect(beside[0]?.says).toContain('side by side');
  });

  test('approve what was just approved', async () => {
    const found = await named('(start) -> first -> third -> (end)', {
      first: 'Agree the plan',
      third: 'Approve the plan',
    });
    expect(found.map(({ kind, says }) => [kind, says])).toEqual([
      [
        'approval-after-approval',
        '“Approve the plan” follows “Agree the plan” directly. Could one approval do?',
      ],
    ]);
    expect(await named('(start) -> first -> third -> (end)', { first: 'Write the plan' })).toEqual([]);
  });

  test('are found where nobody reads them', async () => {
    const version = await smallVersion({
      drawing: { main: '(start) -> note -> (end)' },
      forms: { note: [{ id: 'text' }] },
    });
    const { steps } = duplicatesOf(version, { likeness, typical: {}, stepping });
    expect(steps.map(({ kind, elements }) => [kind, elements.map(({ id }) => id)])).toEqual([
      ['nobody-reads', ['note']],
    ]);
  });
});
