// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import '../../../web-components/elements/question/tl-question.ts';
import '../../../web-components/elements/question/tl-two-texts.ts';
import {
  answersOf,
  asked,
  button,
  drawn,
  ella,
  expectAccessible,
  field,
  show,
  textOf,
  tools,
  type,
} from '../support/show.ts';

const earlier = [
  {
    value: 'It was loud.',
    shown: 'It was loud.',
    by: { id: 'p', name: 'Priya Nair' },
    at: '2026-09-02T15:00:00.000Z',
    formTitle: 'Visit',
  },
];
const written = (value: unknown, more: object = {}): object => ({
  value,
  revision: 1,
  state: 'saved',
  at: '2026-09-03T13:32:00.000Z',
  ...more,
});
const question = (more: object): object => ({
  question: { ...asked, type: 'long-text', label: 'What did [child] say?', ...more },
  child: ella,
  name: 'q@ella',
  tools,
});

describe('a question asked afresh on purpose', () => {
  it('hides the earlier answer until something is written, and then shows both', async () => {
    const afresh = question({ policy: 'ask-again', policyReason: 'A child is heard anew each time.' });
    const before = await show('tl-question', { ...afresh, earlier });
    expect(textOf(before)).not.toContain('It was loud.');
    expect(textOf(before)).toContain('A child is heard anew each time.');
    const after = await show('tl-question', { ...afresh, earlier, answer: written('Better now.') });
    expect(textOf(after)).toContain('It was loud.');
    expect(field<HTMLTextAreaElement>(after, 'textarea').value).toBe('Better now.');
  });
});

describe('a question with the earlier answer beside it', () => {
  it('starts empty and says who wrote the earlier answer, when and where', async () => {
    const element = await show('tl-question', { ...question({ policy: 'show-beside' }), earlier });
    expect(field<HTMLTextAreaElement>(element, 'textarea').value).toBe('');
    expect(textOf(element)).toContain('Priya Nair, 2 September 2026 · Visit');
    await expectAccessible(element);
  });

  it('copies the earlier words after one’s own, never over them', async () => {
    const element = await show('tl-question', {
      ...question({ policy: 'show-beside' }),
      earlier,
      answer: written('Mine.'),
    });
    const told = answersOf(element);
    button(element, 'Copy into my answer').click();
    expect(told).toEqual(['Mine.\n\nIt was loud.']);
  });
});

describe('a question that carries an answer forward', () => {
  const carried = (more: object = {}): object => ({
    ...question({ policy: 'carry-forward', label: 'Where does [child] live?' }),
    earlier,
    ...more,
  });

  it('shows it with its source and asks whether it is still right', async () => {
    const element = await show('tl-question', carried());
    const told = answersOf(element);
    expect(textOf(element)).toContain('It was loud. Priya Nair, 2 September 2026 · Visit');
    expect(element.querySelector('textarea')).toBeNull();
    button(element, 'Still right').click();
    expect(told).toEqual(['It was loud.']);
  });

  it('once confirmed stays locked and can still be changed', async () => {
    const element = await show('tl-question', carried({ answer: written('It was loud.') }));
    expect(textOf(element)).toContain('Confirmed');
    button(element, 'Say what has changed').click();
    await drawn(element);
    expect(field<HTMLTextAreaElement>(element, 'textarea').value).toBe('It was loud.');
    await expectAccessible(element);
  });
});

describe('the way out of a question', () => {
  it('that asks for a reason is an answer once the reason is given', async () => {
    const element = await show(
      'tl-question',
      question({ required: true, wayOut: 'Not possible, because …' }),
    );
    const told = answersOf(element);
    button(element, 'Not possible').click();
    await drawn(element);
    type(element, 'input', 'She is asleep');
    expect(told).toEqual([{ notPossible: 'She is asleep' }]);
    await expectAccessible(element);
  });

  it('“Not known” says all there is to say', async () => {
    const element = await show('tl-question', question({ required: true, wayOut: 'Not known' }));
    const told = answersOf(element);
    button(element, 'Not known').click();
    expect(told).toEqual([{ notPossible: 'Not known' }]);
  });

  it('is taken back by answering after all', async () => {
    const element = await show('tl-question', {
      ...question({ wayOut: 'Not known' }),
      answer: written({ notPossible: 'Not known' }),
    });
    const told = answersOf(element);
    button(element, 'Answer the question after all').click();
    expect(told).toEqual([undefined]);
  });
});

describe('beside an answer stands', () => {
  it('when it was saved', async () => {
    const element = await show('tl-question', { ...question({}), answer: written('x') });
    expect(textOf(element)).toContain('Saved 14:32');
  });

  it('who else wrote it', async () => {
    const answer = written('x', { by: { id: 'd', name: 'Dermot Hale' } });
    const element = await show('tl-question', { ...question({}), answer, me: 'p' });
    expect(textOf(element)).toContain('Dermot Hale, 14:32');
  });

  it('that it is kept here while there is no connection', async () => {
    const element = await show('tl-question', {
      ...question({}),
      answer: written('x', { state: 'unreachable' }),
    });
    expect(textOf(element)).toContain('Not saved yet – no connection');
  });

  it('both texts when two people changed it, until one is kept', async () => {
    const theirs = { value: 'Hers', by: { id: 'd', name: 'Dermot Hale' }, at: '2026-09-03T13:31:00.000Z' };
    const element = await show('tl-question', {
      ...question({}),
      answer: written('Mine', { state: 'conflict', theirs }),
    });
    const kept: unknown[] = [];
    element.addEventListener('tl-keep-mine', (event) => kept.push((event as CustomEvent).detail));
    element.addEventListener('tl-take-theirs', () => kept.push('theirs'));
    expect(textOf(element)).toContain('Dermot Hale changed this answer too');
    expect(textOf(element)).toContain('Hers');
    button(element, 'Keep mine').click();
    button(element, 'Take theirs').click();
    button(element, 'Put both together').click();
    expect(kept).toEqual([{}, 'theirs', { value: 'Hers\n\nMine' }]);
    await expectAccessible(element);
  });
});

describe('a question', () => {
  it('names the child it is about, and is marked optional when it may be left', async () => {
    const element = await show('tl-question', question({}));
    expect(textOf(element.querySelector('label'))).toBe('What did Ella say? (optional)');
  });

  it('opens a thought to help only on request', async () => {
    const element = await show('tl-question', question({ prompt: 'What would [child] want us to know?' }));
    const details = field<HTMLDetailsElement>(element, 'details');
    expect(details.open).toBe(false);
    expect(textOf(details)).toContain('What would Ella want us to know?');
  });

  it('says what is wrong beside its field', async () => {
    const element = await show('tl-question', { ...question({}), error: 'Write an answer.' });
    const described = field(element, 'textarea').getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => textOf(document.getElementById(id)))).toContain('Write an answer.');
  });
});
