// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import {
  moved,
  rowsOf,
  splitEarlier,
  withCell,
} from '../../../web-components/elements/answers/table/rows.ts';
import '../../../web-components/elements/answers/table/tl-answer-table.ts';
import {
  answersOf,
  asked,
  button,
  drawn,
  ella,
  expectAccessible,
  show,
  textOf,
  tools,
  type,
} from '../support/show.ts';

const columns = [
  { id: 'what', label: 'What', type: 'long-text', required: true },
  { id: 'who', label: 'Who', type: 'person' },
];
const table = (more: object = {}): object => ({
  question: { ...asked, type: 'table' },
  label: 'Steps',
  columns,
  tools,
  name: 'q',
  ...more,
});

describe('rows', () => {
  it('get an id when they come without', () => {
    expect(rowsOf([{ what: 'a' }])).toEqual([{ id: 'row-0', what: 'a' }]);
    expect(rowsOf({ notPossible: 'x' })).toEqual([]);
  });

  it('of this form stand in the place of those they change', () => {
    const earlier = [{ id: '1' }, { id: '2' }];
    expect(splitEarlier(earlier, [{ id: '2' }])).toEqual({
      standing: [{ id: '1' }],
      changed: new Set(['2']),
    });
  });

  it('lose a cell that is emptied', () => {
    expect(withCell([{ id: '1', what: 'a' }], { id: '1', what: 'a' }, 'what', undefined)).toEqual([
      { id: '1' },
    ]);
  });

  it('move by a place and no further than the ends', () => {
    const rows = [{ id: '1' }, { id: '2' }];
    expect(moved(rows, '2', -1).map(({ id }) => id)).toEqual(['2', '1']);
    expect(moved(rows, '1', -1).map(({ id }) => id)).toEqual(['1', '2']);
  });
});

describe('a table', () => {
  it('adds a row with the first cell that is written, and not with the button', async () => {
    const element = await show('tl-answer-table', table());
    const told = answersOf(element);
    button(element, 'Add').click();
    await drawn(element);
    expect(told).toEqual([]);
    type(element, 'textarea', 'See the school');
    expect(told).toEqual([[{ id: expect.any(String), what: 'See the school' }]]);
    await drawn(element);
    await expectAccessible(element);
  });

  it('puts a changed row in the place of the recorded one and leaves the record as it was', async () => {
    const earlier = [{ id: 'r1', what: 'See the school', who: 'carla' }];
    const element = await show('tl-answer-table', table({ earlier }));
    const told = answersOf(element);
    button(element, 'Change').click();
    await drawn(element);
    type(element, 'textarea', 'See the school and the nurse');
    await drawn(element);
    expect(told.at(-1)).toEqual([{ id: 'r1', what: 'See the school and the nurse', who: 'carla' }]);
    expect(earlier[0]?.what).toBe('See the school');
    button(element, 'Done').click();
    await drawn(element);
    button(element, 'Undo my change').click();
    await drawn(element);
    expect(told.at(-1)).toBeUndefined();
    expect(textOf(element)).toContain('Already recorded');
  });

  it('shows a picture as a picture, and not as the name of its file', async () => {
    const drawing = { id: 'drawing', label: 'Drawing', type: 'file', picture: true };
    const value = [{ id: '1', what: 'Our house', drawing: ['f1', 'f2'] }];
    const element = await show('tl-answer-table', table({ columns: [...columns, drawing], value }));
    const seen = [...element.querySelectorAll('img')].map(({ src, alt }) => [new URL(src).pathname, alt]);
    expect(seen).toEqual([
      ['/api/attachments/f1', 'Drawing'],
      ['/api/attachments/f2', 'Drawing'],
    ]);
    expect(textOf(element)).not.toContain('letter.pdf');
  });

  it('that may only be added to has no way to change what is recorded', async () => {
    const element = await show(
      'tl-answer-table',
      table({ earlier: [{ id: 'r1', what: 'It happened' }], can: ['add'] }),
    );
    expect(textOf(element)).toContain('It happened');
    expect(textOf(element)).not.toContain('Change');
  });

  it('about the only child of a task says so by itself', async () => {
    const one = { ...tools, children: [ella] };
    const withChildren = [{ id: 'childIds', label: 'Which children', type: 'children' }, ...columns];
    const element = await show('tl-answer-table', table({ columns: withChildren, tools: one }));
    const told = answersOf(element);
    button(element, 'Add').click();
    await drawn(element);
    type(element, 'textarea', 'A bruise');
    expect(told).toEqual([[{ id: expect.any(String), childIds: ['ella'], what: 'A bruise' }]]);
  });

  it('gives the focus to the field of a new row, and back to the row when it is done', async () => {
    const element = await show('tl-answer-table', table());
    button(element, 'Add').click();
    await drawn(element);
    await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
    type(element, 'textarea', 'x');
    await drawn(element);
    button(element, 'Done').click();
    await drawn(element);
    expect(document.activeElement?.textContent?.trim()).toBe('Change');
  });
});

describe('a row with much that few need', () => {
  const voice = [
    { id: 'on', label: 'On', type: 'date', required: true, starts: 'day' },
    { id: 'whom', label: 'With whom', type: 'short-text', more: true, starts: 'who' },
    { id: 'words', label: 'The very words', type: 'long-text', required: true },
    { id: 'plan', label: 'About the plan', type: 'long-text', more: true },
  ];
  const starts = { day: '2026-09-04', who: 'Ellie Marsh' };
  const given = (more: object) => table({ columns: voice, tools: { ...tools, starts }, ...more });

  it('starts with what is known, shows what every row needs, and has the rest one press away', async () => {
    const element = await show('tl-answer-table', given({}));
    const answers = answersOf(element);
    button(element, 'Add').click();
    await drawn(element);
    expect(element.querySelector('details')?.open).toBe(false);
    expect(element.querySelectorAll('details textarea, details input').length).toBe(2);
    type(element, '.tl-row__fields textarea', 'I know the bus.');
    expect(answers.at(-1)).toEqual([
      expect.objectContaining({ on: starts.day, whom: starts.who, words: 'I know the bus.' }),
    ]);
  });

  it('is open where more was written, and where something has to be put right', async () => {
    const opened = async (row: object, more = {}) => {
      const element = await show(
        'tl-answer-table',
        given({ value: [{ id: '1', words: 'x', ...row }], ...more }),
      );
      button(element, 'Change').click();
      await drawn(element);
      return element.querySelector('details')?.open;
    };
    expect(await opened({ whom: 'Ellie Marsh' })).toBe(false);
    expect(await opened({ plan: 'Fine' })).toBe(true);
    expect(await opened({}, { invalid: true })).toBe(true);
  });
});
