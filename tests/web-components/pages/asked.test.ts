import { describe, expect, it } from 'vitest';
import type { FormQuestion } from '../../../engine/contracts/index.ts';
import type { TaskPage } from '../../../web-components/api/tasks.ts';
import {
  answersOf,
  askedIn,
  columnsOf,
  inRuns,
  progressOf,
} from '../../../web-components/pages/task/asked.ts';

const question = (given: Partial<FormQuestion> & { id: string }): FormQuestion => ({
  type: 'short-text',
  label: given.id,
  per: 'family',
  purpose: 'p',
  source: 'local',
  policy: 'ask',
  ...given,
});

function pageWith(...questions: FormQuestion[]): TaskPage {
  const section = { id: 's', title: 'S', questions };
  return {
    form: {
      id: 'f',
      title: 'F',
      purpose: '',
      source: '',
      schema: {},
      layout: [section],
      facts: [],
      rules: [],
    },
    children: [
      { id: 'ella', name: 'Ella' },
      { id: 'baby', name: 'Baby', unborn: true },
    ],
    late: [],
    blocks: {},
    blockShapes: [],
  } as unknown as TaskPage;
}

const values = (given: Record<string, unknown>): Map<string, { value: unknown }> =>
  new Map(Object.entries(given).map(([key, value]) => [key, { value }]));

const section = (page: TaskPage): TaskPage['form']['layout'][number] => {
  const [first] = page.form.layout;
  if (!first) throw new Error('no section');
  return first;
};

describe('a section asks', () => {
  it('a child’s own question of each child it applies to', () => {
    const page = pageWith(
      question({ id: 'seen', per: 'child', when: { child: 'born' } }),
      question({ id: 'due', per: 'child' }),
    );
    const asked = askedIn(page, section(page), answersOf(page, values({})));
    expect(asked.map(({ key }) => key)).toEqual(['seen@ella', 'due@ella', 'due@baby']);
  });

  it('what depends on an answer once it is given, and for that child only', () => {
    const page = pageWith(
      question({ id: 'seen', per: 'child' }),
      question({ id: 'why', per: 'child', when: { question: 'seen', is: 'no' } }),
    );
    const answers = answersOf(page, values({ 'seen@ella': 'no' }));
    expect(askedIn(page, section(page), answers).map(({ key }) => key)).toEqual([
      'seen@ella',
      'seen@baby',
      'why@ella',
    ]);
  });

  it('one child’s questions together, before the next child’s', () => {
    const page = pageWith(
      question({ id: 'a', per: 'child' }),
      question({ id: 'b', per: 'child' }),
      question({ id: 'c' }),
    );
    const runs = inRuns(askedIn(page, section(page), answersOf(page, values({}))));
    expect(runs.map(({ asked }) => asked.map(({ key }) => key))).toEqual([
      ['a@ella', 'b@ella'],
      ['a@baby', 'b@baby'],
      ['c'],
    ]);
  });
});

describe('what is sent', () => {
  it('leaves out what is empty, and what is no longer asked', () => {
    const page = pageWith(
      question({ id: 'seen' }),
      question({ id: 'why', when: { question: 'seen', is: 'no' } }),
    );
    const answers = answersOf(page, values({ seen: 'yes', why: 'left over', blank: '   ', none: null }));
    expect(answers).toEqual({ answers: { seen: 'yes' }, perChild: { ella: {}, baby: {} } });
  });

  it('keeps what is different for a child apart from the text for all', () => {
    const page = pageWith(question({ id: 'account', per: 'shared' }));
    const answers = answersOf(page, values({ account: 'All of them', 'account@ella': 'But Ella' }));
    expect(answers).toEqual({
      answers: { account: 'All of them' },
      perChild: { ella: { account: 'But Ella' }, baby: {} },
    });
  });
});

describe('a section is', () => {
  const page = pageWith(
    question({ id: 'a', required: true }),
    question({ id: 'b', required: true }),
    question({ id: 'c' }),
  );
  const progress = (given: Record<string, unknown>): unknown =>
    progressOf(page, section(page), answersOf(page, values(given)));

  it('not started without an answer', () => {
    expect(progress({})).toEqual({ answered: 0, all: 2, status: 'empty' });
  });

  it('started with some of the answers it needs', () => {
    expect(progress({ a: 'x' })).toEqual({ answered: 1, all: 2, status: 'started' });
  });

  it('done with all it needs, whatever else is left', () => {
    expect(progress({ a: 'x', b: { notPossible: 'asleep' } })).toEqual({
      answered: 2,
      all: 2,
      status: 'done',
    });
  });

  it('done where what is recorded already answers it', () => {
    const carried = pageWith(
      question({ id: 'map', type: 'table', block: 'harms', policy: 'carry-forward', required: true }),
      question({ id: 'c' }),
    );
    carried.blocks = { harms: { rows: [{ id: '1' }], revision: 1 } };
    expect(progressOf(carried, section(carried), answersOf(carried, values({ c: 'x' }))).status).toBe('done');
  });
});

describe('a table of a shared block', () => {
  it('shows the columns that its form chose, in that order', () => {
    const page = pageWith();
    page.blockShapes = [
      {
        id: 'harms',
        title: '',
        part: 'map',
        prompt: '',
        columns: ['a', 'b', 'c'].map((id) => ({ id, label: id, type: 'short-text' })),
      },
    ];
    const shown = question({ id: 'q', type: 'table', block: 'harms', showColumns: ['c', 'a'] });
    expect(columnsOf(page, shown).map(({ id }) => id)).toEqual(['c', 'a']);
  });
});
