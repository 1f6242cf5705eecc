// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import '../../../web-components/elements/error-summary/tl-error-summary.ts';
import { stageTable } from '../../../web-components/elements/stage-board/stage-table.ts';
import '../../../web-components/elements/stage-board/tl-stage-board.ts';
import '../../../web-components/elements/task-row/tl-task-row.ts';
import { timeline } from '../../../web-components/elements/timeline/timeline.ts';
import {
  button,
  drawn,
  ella,
  expectAccessible,
  field,
  show,
  showTemplate,
  textOf,
  tom,
} from '../support/show.ts';

const task = {
  id: 't1',
  case: 'f1',
  caseName: 'Marsh',
  what: 'Visit the child',
  stage: { id: 's', name: 'Plan' },
  children: [ella, tom],
  role: { id: 'r', name: 'Social worker' },
  due: { on: '2026-09-22', says: '2 days late', late: true, because: '10 working days from the last visit' },
};

describe('a task in the queue', () => {
  it('says what, whose, who, where, by when and why then', async () => {
    const element = await show('tl-task-row', { task });
    const text = textOf(element);
    for (const part of [
      'Visit the child',
      'Marsh',
      'Ella Marsh, 6 and Tom Marsh, 2',
      'Plan',
      '2 days late',
      '22 September 2026',
      '10 working days from the last visit',
    ]) {
      expect(text).toContain(part);
    }
    await expectAccessible(element);
  });

  it('says for whom it is done, while a colleague is away', async () => {
    const assignee = { id: 'p', name: 'Priya Nair' };
    expect(textOf(await show('tl-task-row', { task: { ...task, assignee } }))).toContain('With Priya Nair');
    const covered = textOf(await show('tl-task-row', { task: { ...task, assignee, covering: true } }));
    expect(covered).toContain('Covering for Priya Nair');
    expect(covered).not.toContain('With Priya Nair');
  });

  it('is given to the person chosen, and to nobody before one is chosen', async () => {
    const element = await show('tl-task-row', {
      task,
      can: ['give'],
      staff: [{ id: 'd', name: 'Dermot Hale' }],
    });
    const given: unknown[] = [];
    element.addEventListener('tl-give', (event) =>
      given.push((event as CustomEvent<{ to: string }>).detail.to),
    );
    button(element, 'Give').click();
    await drawn(element);
    const give = field<HTMLButtonElement>(element, '.tl-task__give button');
    expect(give.disabled).toBe(true);
    const select = field<HTMLSelectElement>(element, 'select');
    select.value = 'd';
    select.dispatchEvent(new Event('change'));
    await drawn(element);
    give.click();
    expect(given).toEqual(['d']);
    await expectAccessible(element);
  });

  it('names the task in each of its buttons', async () => {
    const element = await show('tl-task-row', { task, can: ['select', 'take', 'give'] });
    const names = [...element.querySelectorAll('button')].map((one) => one.getAttribute('aria-label'));
    expect(names).toEqual(['Take: Visit the child, Marsh', 'Give: Visit the child, Marsh']);
  });
});

describe('the error summary', () => {
  it('takes the focus, and each line leads to its field', async () => {
    document.body.innerHTML = '';
    const element = await show<HTMLElement & { errors: object[] }>('tl-error-summary');
    element.insertAdjacentHTML('afterend', '<label for="name">Name</label><input id="name">');
    Element.prototype.scrollIntoView = () => undefined;
    element.errors = [{ message: 'Enter your name', href: '#name' }];
    await drawn(element);
    expect(document.activeElement?.className).toBe('govuk-error-summary');
    field<HTMLAnchorElement>(element, 'a').click();
    expect(document.activeElement?.id).toBe('name');
    await expectAccessible(document.body);
  });

  it('without errors is not there', async () => {
    expect(textOf(await show('tl-error-summary'))).toBe('');
  });
});

const columns = [
  {
    id: 's1',
    name: 'Enquiry',
    families: 1,
    children: 2,
    cards: [
      {
        case: 'f1',
        name: 'Marsh',
        late: true,
        children: [
          { id: 'a', name: 'Ella', days: 4 },
          { id: 'b', name: 'Tom', days: 1 },
        ],
        due: { on: '2026-09-22', says: '2 days late', late: true },
        worker: 'Priya Nair',
      },
    ],
  },
  { id: 's2', name: 'Closing', families: 0, children: 0, cards: [] },
];

describe('cases by stage', () => {
  it('show each stage with its counts, and that nobody is in one', async () => {
    const element = await show('tl-stage-board', { columns });
    expect([...element.querySelectorAll('h2')].map(textOf)).toEqual(['Enquiry', 'Closing']);
    expect(textOf(element)).toContain('1 family, 2 children 1 late');
    expect(textOf(element)).toContain('Nobody is here now.');
    await expectAccessible(element);
  });

  it('as a table say the same as the board', async () => {
    const board = await show('tl-stage-board', { columns });
    const said = ['Marsh', '4 days here', '1 day here', '2 days late', 'Priya Nair'];
    for (const part of said) expect(textOf(board)).toContain(part);
    showTemplate(stageTable(columns));
    for (const part of said) expect(textOf(document.body)).toContain(part);
    await expectAccessible(document.body);
  });

  it('have nothing to drag', async () => {
    const element = await show('tl-stage-board', { columns });
    expect(element.querySelector('[draggable="true"]')).toBeNull();
  });
});

describe('the timeline', () => {
  it('puts what one act led to under one moment, and leads to the record', () => {
    const by = { id: 'p', name: 'Priya Nair' };
    const at = '2026-09-10T15:30:00.000Z';
    showTemplate(
      timeline([
        { id: '2', at, by, says: 'Visit: completed for Ella', children: ['Ella'], record: 'r1' },
        { id: '1', at, by, says: 'The visit was made', children: ['Ella'] },
      ]),
    );
    expect(document.querySelectorAll('li')).toHaveLength(1);
    expect(textOf(document.body)).toContain('10 September 2026 at 16:30 · Priya Nair');
    expect(textOf(document.body)).toContain('The visit was made About Ella');
    expect(document.querySelector('a')?.getAttribute('href')).toBe('/records/r1');
  });
});
