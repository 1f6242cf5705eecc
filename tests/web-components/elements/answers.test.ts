// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import '../../../web-components/elements/answers/file/tl-answer-file.ts';
import '../../../web-components/elements/answers/registry.ts';
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

const labelled = (element: HTMLElement): void => {
  const label = Object.assign(document.createElement('label'), { htmlFor: 'q', textContent: 'Question' });
  element.before(label);
};

describe('an answer in words', () => {
  it('is given as it is typed, and taken back when the field is emptied', async () => {
    const element = await show('tl-answer-text', {
      asked: { ...asked, type: 'long-text' },
      name: 'q',
      tools,
    });
    const told = answersOf(element);
    type(element, 'textarea', 'Better since Monday');
    type(element, 'textarea', '');
    expect(told).toEqual(['Better since Monday', undefined]);
  });

  it('is counted as advice and never cut', async () => {
    const value = 'x'.repeat(30);
    const element = await show('tl-answer-text', {
      asked: { ...asked, type: 'long-text', advised: 20 },
      name: 'q',
      value,
    });
    expect(field<HTMLTextAreaElement>(element, 'textarea').value).toBe(value);
    expect(textOf(element)).toContain('30 characters, longer than the usual 20');
  });

  it('has no axe findings', async () => {
    const element = await show('tl-answer-text', { asked: { ...asked, type: 'short-text' }, name: 'q' });
    labelled(element);
    await expectAccessible(document.body);
  });
});

describe('a number', () => {
  it('that is not one stays on the screen, is said, and is not given', async () => {
    const element = await show('tl-answer-number', { asked: { ...asked, type: 'number' }, name: 'q' });
    const told = answersOf(element);
    type(element, 'input', 'three');
    await drawn(element);
    expect(told).toEqual([]);
    expect(field(element, 'input').value).toBe('three');
    expect(textOf(element)).toContain('Enter a number');
  });

  it('is given as a number', async () => {
    const element = await show('tl-answer-number', { asked: { ...asked, type: 'number' }, name: 'q' });
    const told = answersOf(element);
    type(element, 'input', '3');
    expect(told).toEqual([3]);
  });
});

describe('one of several', () => {
  const choice = {
    ...asked,
    type: 'radios',
    options: [
      { value: 'a', label: 'Plan' },
      { value: 'b', label: 'No plan' },
    ],
  };

  it('says beside each option what would happen next', async () => {
    const next = { a: ['Opens: Write the plan.'], b: ['The pathway ends.'] };
    const element = await show('tl-answer-choice', { asked: choice, name: 'q', tools, next });
    const hint = field(element, 'input[value="b"]').getAttribute('aria-describedby') ?? '';
    expect(textOf(document.getElementById(hint))).toBe('Next: The pathway ends.');
  });

  it('is given by its value', async () => {
    const element = await show('tl-answer-choice', { asked: choice, name: 'q', tools });
    const told = answersOf(element);
    field(element, 'input[value="b"]').click();
    expect(told).toEqual(['b']);
    await expectAccessible(element);
  });

  it('of a long list is chosen from a list to search', async () => {
    const options = Array.from({ length: 13 }, (_, at) => ({ value: `v${at}`, label: `Option ${at}` }));
    const element = await show('tl-answer-choice', { asked: { ...choice, options }, name: 'q', tools });
    expect(element.querySelector('select')).not.toBeNull();
    expect(element.querySelector('input')).toBeNull();
  });
});

describe('several that apply', () => {
  it('are given in the order offered, and nothing when none is left', async () => {
    const options = ['school', 'health', 'police'].map((value) => ({ value, label: value }));
    const element = await show<HTMLElement & { value: unknown }>('tl-answer-choices', {
      asked: { ...asked, type: 'checkboxes', options },
      name: 'q',
      tools,
      value: ['police'],
    });
    const told = answersOf(element);
    field(element, 'input[value="school"]').click();
    field(element, 'input[value="police"]').click();
    expect(told).toEqual([['school', 'police'], undefined]);
  });

  it('may be children, with their ages', async () => {
    const element = await show('tl-answer-choices', {
      asked: { ...asked, type: 'children' },
      name: 'q',
      tools,
    });
    expect(textOf(element)).toContain('Ella Marsh, 6');
    await expectAccessible(element);
  });
});

describe('a score', () => {
  it('from 0 to 10 has a radio button for each number, and nought is an answer', async () => {
    const element = await show('tl-answer-scale', {
      asked: { ...asked, type: 'scale', zero: 'Bad', ten: 'Good' },
      name: 'q',
    });
    const told = answersOf(element);
    expect(element.querySelectorAll('input')).toHaveLength(11);
    field(element, 'input[value="0"]').click();
    expect(told).toEqual([0]);
    await expectAccessible(element);
  });
});

describe('a person', () => {
  it('on file is chosen, with what they are to the family', async () => {
    const element = await show('tl-answer-person', { asked: { ...asked, type: 'person' }, name: 'q', tools });
    labelled(element);
    const told = answersOf(element);
    const select = field<HTMLSelectElement>(element, 'select');
    expect(textOf(select)).toContain('Carla Marsh (Mother)');
    select.value = ella.id;
    select.dispatchEvent(new Event('change'));
    expect(told).toEqual(['ella']);
    await expectAccessible(document.body);
  });

  it('not on file is named once and then chosen', async () => {
    const element = await show('tl-answer-person', { asked: { ...asked, type: 'person' }, name: 'q', tools });
    const told = answersOf(element);
    const select = field<HTMLSelectElement>(element, 'select');
    select.value = 'other';
    select.dispatchEvent(new Event('change'));
    await drawn(element);
    type(element, '#q-other', 'Jean Marsh');
    button(element, 'Add this person').click();
    await drawn(element);
    expect(told).toEqual(['new']);
  });
});

describe('an address', () => {
  it('is given line by line, without lines that are empty', async () => {
    const element = await show('tl-answer-address', {
      asked: { ...asked, type: 'address' },
      name: 'q',
      value: { line1: '1 Quay', town: 'Wex' },
    });
    const told = answersOf(element);
    type(element, '#q-town', '');
    expect(told).toEqual([{ line1: '1 Quay' }]);
    await expectAccessible(element);
  });
});

describe('a file', () => {
  const choose = (element: Element, file: File): void => {
    const input = field(element, 'input');
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    input.dispatchEvent(new Event('change'));
  };

  it('is sent when it is chosen and answered by its id', async () => {
    const element = await show('tl-answer-file', {
      asked: { ...asked, type: 'file' },
      name: 'q',
      tools,
      value: ['f1'],
    });
    const told = answersOf(element);
    choose(element, new File(['abc'], 'drawing.png'));
    await drawn(element);
    expect(told).toEqual([['f1', 'f2']]);
    expect(textOf(element)).toContain('letter.pdf');
  });

  it('that is refused says why and leaves the answer as it was', async () => {
    const element = await show('tl-answer-file', { asked: { ...asked, type: 'file' }, name: 'q', tools });
    const told = answersOf(element);
    choose(element, new File(['far too much'], 'film.mov'));
    await drawn(element);
    expect(told).toEqual([]);
    expect(textOf(element)).toContain('The file is too big.');
  });
});
