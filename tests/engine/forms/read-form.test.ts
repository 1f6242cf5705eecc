import { describe, expect, it } from 'vitest';
import { readForm } from '#engine';
import type { Form } from '#engine';
import { around, form, question } from './small-form.ts';

const read = (given: unknown) => readForm(typeof given === 'string' ? given : JSON.stringify(given), around);
const said = (given: unknown) => read(given).findings.map(({ check, message }) => `${check}: ${message}`);

const seenOn = question({ id: 'seenOn', type: 'date', label: 'Seen on', required: true });
const decision = question({
  id: 'decision',
  type: 'radios',
  label: 'What happens next?',
  per: 'child',
  codes: 'ways',
});
const whole: Form = form(
  [
    seenOn,
    decision,
    question({ id: 'story', type: 'long-text', label: 'Story', when: { question: 'decision', is: 'plan' } }),
    question({
      id: 'harms',
      type: 'table',
      label: 'Harms',
      block: 'harms',
      policy: 'carry-forward',
      add: true,
    }),
  ],
  {
    facts: [{ fact: 'child-seen', when: 'decision != "again"', on: 'seenOn', value: 'decision' }],
    rules: [
      {
        ...{
          id: 'weekend',
          question: 'seenOn',
          say: 'Not at a weekend.',
          source: 'local',
          level: 'warn' as const,
        },
        when: 'day of week(date(seenOn)) in ("Saturday", "Sunday") and not(child.unborn) and known.score > 3 and facts.childSeen < today and planOpen',
      },
    ],
  },
);

/** The whole form with one question changed. */
const changed = (id: string, change: object): Form => ({
  ...whole,
  layout: whole.layout.map((section) => ({
    ...section,
    questions: section.questions.map((one) => (one.id === id ? { ...one, ...change } : one)),
  })),
});

describe('a form file', () => {
  it('that names only what is there is read without a finding', () => {
    expect(read(whole)).toEqual({ form: whole, findings: [] });
  });

  it('that is not JSON, or not a form, is not read, and the finding says where', () => {
    expect(read('{').form).toBeUndefined();
    expect(said('{')[0]).toMatch(/^form-shape: This is not JSON/);
    const { purpose: _, ...without } = seenOn;
    expect(said(form([without as typeof seenOn]))).toEqual(['form-shape: “all”, “seenOn” has no “purpose”.']);
    expect(said({ ...whole, colour: 'red' })).toEqual([
      'form-shape: The form has “colour”, which nothing reads.',
    ]);
    expect(said(changed('seenOn', { type: 'calendar' }))[0]).toMatch(
      /“seenOn”, type must be one of: short-text/,
    );
    expect(said(changed('story', { when: { question: 'decision', looksLike: 'plan' } }))).toEqual([
      'form-shape: “all”, “story”, when is not a condition a question can have.',
    ]);
  });

  it('carries the form and the question with each finding', () => {
    expect(read(changed('seenOn', { term: 'nowhere' })).findings).toMatchObject([
      { element: 'visit', question: 'seenOn', level: 'error', check: 'term-known' },
    ]);
  });
});

describe('a form is held back for', () => {
  it.each([
    [
      'an id used twice',
      form([seenOn, seenOn]),
      'ids-are-unique: Two questions are called “seenOn”: give one of them another id.',
    ],
    [
      'an id that every object of the program has',
      form([question({ id: 'constructor', label: 'Seen on' })]),
      'ids-are-free: “constructor” is a word of the program itself: choose another.',
    ],
    [
      'letters that nobody can read',
      changed('seenOn', { label: 'Seen\u0000 on' }),
      'letters-are-readable: The form holds letters that can’t be read or printed. Write the words that look wrong again.',
    ],
    [
      'letters that turn others round',
      changed('seenOn', { label: 'Seen \u202eno' }),
      'letters-are-readable: The form holds letters that can’t be read or printed. Write the words that look wrong again.',
    ],
    [
      'a schema with a pattern of its own',
      { ...form([seenOn]), schema: { properties: { answers: { pattern: '^(a+)+$' } } } },
      'schema-is-made-here: The form brings rules of its own for what an answer looks like. Leave its “schema” empty: it is made from the questions.',
    ],
    [
      'a schema that lies elsewhere',
      { ...form([seenOn]), schema: { $ref: 'https://elsewhere.example/schema.json' } },
      'schema-is-made-here: The form brings rules of its own for what an answer looks like. Leave its “schema” empty: it is made from the questions.',
    ],
    [
      'words of a child that would be copied from child to child',
      form([{ ...seenOn, type: 'long-text', term: 'story', per: 'child', sameForAll: true }]),
      'same-for-all: “Seen on” can’t be set for all children at once: it is asked once, or of each child alone.',
    ],
    [
      'a table whose rows start with a day that is not asked',
      changed('harms', { day: 'story' }),
      'table-known: New rows of “Harms” start with the day of “story”, which is no date asked once.',
    ],
    [
      'a column that must be filled in and is folded away',
      changed('harms', {
        ...{ block: undefined, policy: 'ask', add: undefined },
        columns: [{ id: 'what', label: 'What', type: 'long-text', required: true, more: true }],
      }),
      'table-known: “What” of “Harms” must be filled in, so it can’t be folded away.',
    ],
    [
      'a question without a term',
      changed('seenOn', { term: undefined }),
      'term-known: “Seen on” has no term: name the entry of the dictionary it records.',
    ],
    [
      'a term that is not in the dictionary',
      changed('seenOn', { term: 'nowhere' }),
      'term-known: “Seen on” records “nowhere”, which is not in the dictionary: add the term.',
    ],
    [
      'a term of another type',
      changed('seenOn', { term: 'story' }),
      'term-fits: “Seen on” is a date question, but its term “story” is of type text.',
    ],
    [
      'asking again without a reason',
      changed('decision', { policy: 'ask-again' }),
      'policy-reason: “What happens next?” is asked again: say why fresh thought is wanted.',
    ],
    [
      'a computed question that computes nothing',
      changed('story', { policy: 'computed' }),
      'policy-complete: “Story” is computed: say what to compute.',
    ],
    [
      'a code list that is not there',
      changed('decision', { codes: 'roads' }),
      'options-known: “What happens next?” offers the code list “roads”, which is not in the dictionary.',
    ],
    [
      'a choice among nothing',
      changed('decision', { codes: undefined }),
      'options-known: “What happens next?” offers nothing to choose: name a code list or options.',
    ],
    [
      'a narrowing to what is not in the list',
      changed('decision', { only: ['plan', 'flight'] }),
      'options-known: “What happens next?” offers “flight”, not a code of “ways”.',
    ],
    [
      'a message that nothing takes',
      changed('decision', { opens: { plan: 'old worry' } }),
      'opens-known: “What happens next?” opens “old worry”, a message that nothing in the drawing takes.',
    ],
    [
      'opening on an answer it does not offer',
      changed('decision', { opens: { maybe: 'new worry' } }),
      'opens-known: “What happens next?” opens “new worry” on the answer “maybe”, which it does not offer.',
    ],
    [
      'a table without columns',
      changed('harms', { block: undefined }),
      'table-known: “Harms” needs columns of its own or a shared block: one of the two.',
    ],
    [
      'a block that is not there',
      changed('harms', { block: 'strengths' }),
      'table-known: “Harms” shows the block “strengths”, which practice.json does not hold.',
    ],
    [
      'a condition on a question it does not ask',
      changed('story', { when: { question: 'mood', is: 'good' } }),
      'condition-known: “Story” is shown by the answer to “mood”, which this form does not ask.',
    ],
    [
      'a condition on an answer that is not offered',
      changed('story', { when: { question: 'decision', oneOf: ['plan', 'flight'] } }),
      'condition-known: “Story” waits for “flight”, which “What happens next?” does not offer.',
    ],
    [
      'a condition on a timescale that is not there',
      changed('story', { when: { late: 'tea' } }),
      'condition-known: “Story” waits for “tea”, not a timescale.',
    ],
    [
      'a condition that turns in a circle',
      changed('decision', { when: { question: 'story', answered: true } }),
      'condition-known: “What happens next?” is shown only by an answer that it decides itself.',
    ],
    [
      'a fact that is not there',
      { ...whole, facts: [{ fact: 'child-heard', on: 'seenOn' }] },
      'fact-known: This form records “child-heard”, which facts.json does not hold: add the fact.',
    ],
    [
      'a fact on the day of what is no date',
      { ...whole, facts: [{ fact: 'child-seen', on: 'story' }] },
      'fact-day: “child-seen” is recorded on the day of “story”, which is not a date this form asks for.',
    ],
    [
      'a fact that keeps a story',
      { ...whole, facts: [{ fact: 'child-seen', on: 'seenOn', value: 'story' }] },
      'fact-value: “child-seen” keeps the answer to “story”, which is not one short answer of this form.',
    ],
    [
      'a computation from what is not there',
      changed('story', { type: 'echo', policy: 'computed', compute: 'due:tea' }),
      'name-known: “Story” computes from “tea”, which is not there.',
    ],
    [
      'an output that is not there',
      changed('story', { readBy: ['poster'] }),
      'name-known: “Story” is read in the output “poster”, which is not there.',
    ],
    [
      'a role that is not there',
      { ...whole, anytime: { roles: ['mayor'], add: 'Add' } },
      'name-known: This form is added by “mayor”, which is not there.',
    ],
  ])('%s', (_, given, finding) => {
    expect(said(given)).toContain(finding);
  });

  it.each([
    ['does not parse', 'seenOn >', "The rule “r”: “seenOn >” can't be read near “seenOn >”."],
    [
      'reads a clock',
      'date(seenOn) > today()',
      'The rule “r”: “date(seenOn) > today()” calls “today”, which may not be used here.',
    ],
    [
      'reads a question it does not ask',
      'heardOn = null',
      'The rule “r” reads “heardOn”, which nothing here holds.',
    ],
    [
      'reads a term that is not there',
      'known.mood = "x"',
      'The rule “r” reads “known.mood”, which nothing here holds.',
    ],
    [
      'reads a fact that is not there',
      'facts.childHeard = "x"',
      'The rule “r” reads “facts.childHeard”, which nothing here holds.',
    ],
  ])('a rule that %s', (_, when, message) => {
    const rule = { id: 'r', question: 'seenOn', when, say: 'No.', source: 'local', level: 'refuse' as const };
    expect(said({ ...whole, rules: [rule] })).toEqual([`expression-readable: ${message}`]);
  });

  it('nothing, but is warned of a required question that leaves no way to say “not known”', () => {
    const { findings } = read(changed('story', { required: true }));
    expect(findings.map(({ level, check }) => `${level} ${check}`)).toEqual(['warning way-out']);
    expect(said(changed('story', { required: true, wayOut: 'Not known yet' }))).toEqual([]);
  });

  it('nothing, but is warned of an answer that nobody reads', () => {
    expect(said(changed('story', { readBy: undefined }))).toEqual([
      'answer-is-read: Nobody reads the answer to “Story”: name the outputs it stands in, or stop asking.',
    ]);
    expect(said(changed('seenOn', { readBy: undefined }))).toEqual([]);
    expect(said(changed('harms', { readBy: undefined }))).toEqual([]);
  });

  it('nothing, but is warned of a story asked for twice', () => {
    const story = { type: 'long-text' as const, term: 'story' };
    const twice = form([
      question({ id: 'a', ...story }),
      question({ id: 'b', label: 'And then?', ...story }),
    ]);
    expect(said(twice)).toEqual([
      'told-once: “And then?” asks for the same story (“story”) as a question before it: ask once.',
    ]);
  });
});
