import { describe, expect, it } from 'vitest';
import { checkAnswers, checkDraft } from '#engine';
import type { Answers, CheckAnswers, Form } from '#engine';
import { dictionary, form, harms, question } from './small-form.ts';

const visit: Form = form(
  [
    question({ id: 'seenOn', type: 'date', label: 'Date seen', required: true, wayOut: 'Not seen' }),
    question({
      id: 'decision',
      type: 'radios',
      label: 'What happens next for [child]?',
      per: 'child',
      required: true,
      codes: 'ways',
    }),
    question({ id: 'story', type: 'long-text', label: 'What did you see?', per: 'shared', required: true }),
    question({
      id: 'ownWords',
      label: 'What [child] said',
      per: 'child',
      required: true,
      when: { child: 'born' },
    }),
    question({
      id: 'why',
      label: 'Why a plan?',
      per: 'child',
      required: true,
      when: { question: 'decision', is: 'plan' },
    }),
    question({ id: 'score', type: 'scale', label: 'How safe?' }),
    question({ id: 'children', type: 'number', label: 'How many?', whole: true, least: 1, most: 9 }),
    question({ id: 'signs', type: 'checkboxes', label: 'Signs', codes: 'ways' }),
    question({
      id: 'helpers',
      type: 'table',
      label: 'Who helps',
      columns: [{ id: 'who', label: 'Who', type: 'short-text', required: true }],
    }),
    question({ id: 'met', type: 'date', time: true, label: 'When we met' }),
    question({ id: 'home', type: 'address', label: 'Home' }),
    question({ id: 'due', type: 'echo', label: 'Due', policy: 'computed', compute: 'age' }),
  ],
  {
    rules: [
      {
        ...{ id: 'weekend', question: 'seenOn', source: 'local', level: 'warn', say: 'That was a weekend.' },
        when: 'day of week(date(seenOn)) in ("Saturday", "Sunday")',
      },
      {
        ...{ id: 'closed', question: 'decision', source: 'local', level: 'refuse' },
        ...{ when: 'decision = "close" and planOpen', say: '[child] has a plan: it ends first.' },
      },
    ],
  },
);

const ada = { id: 'ada', unborn: false };
const bump = { id: 'bump', unborn: true };
const good: Answers = {
  answers: { seenOn: '2026-09-03', story: 'Calm and fed.' },
  perChild: { ada: { decision: 'again', ownWords: 'I like it here' } },
};

function check(answers: Partial<Answers>, more: Partial<CheckAnswers> = {}): string[] {
  return checkAnswers({
    ...{ form: visit, dictionary, blocks: [harms], children: [ada], purpose: 'complete' },
    answers: { answers: {}, perChild: {}, ...answers },
    ...more,
  }).map(
    ({ level, question, child, message }) =>
      [level === 'error' ? '' : level, question, child].filter(Boolean).join(' ') + `: ${message}`,
  );
}

/** The good answers with these changes; `undefined` takes one out. */
const withFamily = (change: Record<string, unknown>) =>
  check({ ...good, answers: { ...good.answers, ...change } });

describe('answers', () => {
  it('that are whole have no finding', () => {
    expect(check(good)).toEqual([]);
  });

  it('that are missing are named beside their question and child, in the order of the form', () => {
    expect(check({})).toEqual([
      'seenOn: Enter a date for “Date seen”, or choose “Not seen”.',
      'decision ada: Choose what happens next for [child].',
      'story: Write an answer to “What did you see?”.',
      'ownWords ada: Write an answer to “What [child] said”.',
    ]);
  });

  it('are not asked of an unborn child where the question is for born ones', () => {
    const missing = check({ answers: good.answers }, { children: [ada, bump] });
    expect(missing).toContain('ownWords ada: Write an answer to “What [child] said”.');
    expect(missing).toContain('decision bump: Choose what happens next for [child].');
    expect(missing.some((one) => one.startsWith('ownWords bump'))).toBe(false);
  });

  it('may take the way out that a question offers, with its reason, and only there', () => {
    expect(withFamily({ seenOn: { notPossible: 'Nobody was at home' } })).toEqual([]);
    expect(withFamily({ seenOn: { notPossible: ' ' } })).toEqual([
      'seenOn: Say why “Date seen” could not be answered.',
    ]);
    expect(withFamily({ story: { notPossible: 'No time' } })).toEqual([
      'story: “What did you see?” must be words, at most 20,000 characters.',
    ]);
  });

  it('to a shared question may be one text, or one for each child', () => {
    const each = { ada: { ...good.perChild['ada'], story: 'Asleep.' } };
    expect(check({ answers: { seenOn: '2026-09-03' }, perChild: each })).toEqual([]);
    expect(check({ ...good, perChild: each })).toEqual([]);
    expect(check({ answers: { seenOn: '2026-09-03' }, perChild: each }, { children: [ada, bump] })).toContain(
      'story: Write an answer to “What did you see?”.',
    );
  });
});

describe('refused, never dropped or turned into something else', () => {
  it.each([
    [{ mood: 'good' }, ': This form has no question “mood”: nothing was kept.'],
    [{ due: '2026-09-03' }, ': “Due” is shown here and takes no answer.'],
    [{ decision: 'plan' }, ': “What happens next for [child]?” is answered for each child.'],
    [{ seenOn: '2026-02-30' }, ': Enter a real date for “Date seen”, for example 27 3 2026.'],
    [{ seenOn: 20260903 }, ': Enter a real date for “Date seen”, for example 27 3 2026.'],
    [{ seenOn: null }, ': Enter a real date for “Date seen”, for example 27 3 2026.'],
    [{ met: '2026-09-03' }, ': Enter a real date and time for “When we met”.'],
    [{ met: '2026-09-03T10:00:00+01:00' }, ': Enter a real date and time for “When we met”.'],
    [{ score: '7' }, ': “How safe?” must be a whole number from 0 to 10.'],
    [{ score: 11 }, ': “How safe?” must be a whole number from 0 to 10.'],
    [{ children: 2.5 }, ': “How many?” must be a whole number from 1 to 9.'],
    [{ signs: ['plan', 'flight'] }, ': Choose from the answers offered to “Signs”, each once.'],
    [{ signs: ['plan', 'plan'] }, ': Choose from the answers offered to “Signs”, each once.'],
    [{ signs: 'plan' }, ': Choose from the answers offered to “Signs”, each once.'],
    [{ helpers: [{ who: 'Gran', age: 70 }] }, ': “Who helps”, row 1: there is no column “age”.'],
    [{ helpers: ['Gran'] }, ': “Who helps”, row 1: this is not a row of this table.'],
    [{ helpers: [{ who: 'Gran' }, {}] }, ': “Who helps”, row 2: “Who” is needed.'],
    [{ helpers: { who: 'Gran' } }, ': “Who helps” takes rows with its own columns.'],
    [
      { home: { line1: '1 Low Road', postcode: 'ZZ99 1AA' } },
      ': “Home” needs a first line, a town and a postcode.',
    ],
    [{ story: 'x'.repeat(20_001) }, ': “What did you see?” must be words, at most 20,000 characters.'],
  ])('%j', (change, message) => {
    const [id = ''] = Object.keys(change);
    expect(withFamily(change)).toEqual([`${id}${message}`]);
  });

  it('answers about a child that the form is not open for', () => {
    const perChild = { ...good.perChild, stranger: { decision: 'plan' } };
    expect(check({ ...good, perChild })).toEqual([
      'stranger: These answers are about a child this form is not open for.',
    ]);
  });

  it('an answer of the family among those of a child', () => {
    const perChild = { ada: { ...good.perChild['ada'], seenOn: '2026-09-03' } };
    expect(check({ ...good, perChild })).toEqual([
      'seenOn ada: “Date seen” is answered once for the family.',
    ]);
  });

  it('answers left over from a question that is shown no more', () => {
    const perChild = { ada: { ...good.perChild['ada'], why: 'Hurt twice' } };
    expect(check({ ...good, perChild })).toEqual([
      'why ada: “Why a plan?” is not asked with the answers as they are now: take its answer out.',
    ]);
  });

  it('what is not an object of answers at all', () => {
    const answers = { answers: [], perChild: {} } as unknown as Answers;
    expect(check(answers)).toEqual([': The answers are not in the form { answers, perChild }.']);
  });
});

describe('a draft', () => {
  const draft = (answers: Record<string, unknown>) => check({ answers }, { purpose: 'draft' });

  it('may be unfinished', () => {
    expect(draft({ story: '', signs: [], helpers: [{ id: 'h1' }] })).toEqual([]);
    expect(draft({ seenOn: { notPossible: '' } })).toEqual([]);
  });

  it('may still hold an answer to a question that is shown no more', () => {
    expect(check({ perChild: { ada: { why: 'Hurt twice' } } }, { purpose: 'draft' })).toEqual([]);
  });

  it('may not hold what no form could', () => {
    expect(draft({ score: 'seven', mood: 'good' })).toEqual([
      'mood: This form has no question “mood”: nothing was kept.',
      'score: “How safe?” must be a whole number from 0 to 10.',
    ]);
  });
});

describe('one answer as it is saved', () => {
  const saved = (key: string, value: unknown) =>
    checkDraft({ form: visit, dictionary, blocks: [], children: [ada] }, key, value).map(
      ({ message }) => message,
    );

  it('is named by its question, or by question and child', () => {
    expect(saved('story', 'Half a sen')).toEqual([]);
    expect(saved('decision@ada', 'plan')).toEqual([]);
    expect(saved('decision', 'plan')).toEqual([
      '“What happens next for [child]?” is answered for each child.',
    ]);
    expect(saved('decision@ben', 'plan')).toEqual([
      'These answers are about a child this form is not open for.',
    ]);
    expect(saved('score', '7')).toEqual(['“How safe?” must be a whole number from 0 to 10.']);
  });

  it('may be taken back', () => {
    expect(saved('score', null)).toEqual([]);
    expect(saved('mood', null)).toEqual(['This form has no question “mood”: nothing was kept.']);
  });
});

describe('the rules of a form', () => {
  const closing = { ...good, perChild: { ada: { decision: 'close', ownWords: 'I like it here' } } };

  it('refuse what would contradict what is known of the child', () => {
    const open = { ...ada, context: { planOpen: true } };
    expect(check(closing, { children: [open] })).toEqual([
      'decision ada: [child] has a plan: it ends first.',
    ]);
    expect(check(closing, { children: [{ ...ada, context: { planOpen: false } }] })).toEqual([]);
  });

  it('warn, and where reasons are needed hold the form up until one is given', () => {
    const weekend = { ...good, answers: { ...good.answers, seenOn: '2026-09-05' } };
    expect(check(weekend)).toEqual(['warning seenOn: That was a weekend.']);
    expect(check(weekend, { reasonsNeeded: true })).toEqual(['seenOn: That was a weekend.']);
    expect(check({ ...weekend, reasons: { weekend: 'She rang us' } }, { reasonsNeeded: true })).toEqual([
      'warning seenOn: That was a weekend.',
    ]);
  });

  it('say nothing of an answer that is missing, or that took its way out', () => {
    expect(check({ ...good, answers: { story: 'x' } })).toEqual([
      'seenOn: Enter a date for “Date seen”, or choose “Not seen”.',
    ]);
    expect(withFamily({ seenOn: { notPossible: 'Saturday' } })).toEqual([]);
  });
});

describe('a shared block', () => {
  const withBlock = (policy: 'carry-forward' | 'ask-again', more = {}) =>
    form([
      question({
        id: 'harms',
        type: 'table',
        label: 'Harms',
        block: 'harms',
        required: true,
        policy,
        ...more,
      }),
    ]);
  const row = { childIds: ['ada'], what: 'Fell down the stairs', impact: 'A broken arm' };

  it('that holds rows already is answered where it is carried forward, not where fresh thought is asked for', () => {
    const hasRows = (block: string) => block === 'harms';
    expect(check({}, { form: withBlock('carry-forward'), hasRows })).toEqual([]);
    expect(check({}, { form: withBlock('carry-forward') })).toEqual([
      'harms: Add at least one row to “Harms”.',
    ]);
    expect(check({}, { form: withBlock('ask-again'), hasRows })).toEqual([
      'harms: Add at least one row to “Harms”.',
    ]);
    expect(check({ answers: { harms: [row] } }, { form: withBlock('ask-again') })).toEqual([]);
  });

  it('wants the columns that the form shows, and takes rows as they are stored', () => {
    const { impact: _, ...short } = row;
    expect(check({ answers: { harms: [short] } }, { form: withBlock('ask-again') })).toEqual([
      'harms: “Harms”, row 1: “What it did” is needed.',
    ]);
    const narrow = withBlock('ask-again', { showColumns: ['childIds', 'what'] });
    expect(check({ answers: { harms: [{ id: 'h1', record: 'r1', ...short }] } }, { form: narrow })).toEqual(
      [],
    );
  });

  it('asked for each child knows by itself which child its rows are about', () => {
    const { childIds: _, ...own } = row;
    const each = withBlock('ask-again', { per: 'child' });
    expect(check({ perChild: { ada: { harms: [own] } } }, { form: each })).toEqual([]);
  });
});
