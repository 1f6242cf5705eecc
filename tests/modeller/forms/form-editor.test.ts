// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import '../../../modeller/forms/form-editor.ts';
import { button, drawn, expectAccessible, field, show, textOf } from '../../web-components/support/show.ts';
import { after, formOf, layoutOf, smallDraft } from './small-draft.ts';

type Editor = HTMLElement & { files: Record<string, string>; questionId: string };

/** An editor whose edits are carried out, as the modeller does. */
async function editor(properties: object = {}): Promise<Editor> {
  const files = smallDraft();
  const element = await show<Editor>('form-editor', {
    files,
    base: files,
    formId: 'visit',
    mayEdit: true,
    ...properties,
  });
  element.addEventListener('tl-files-change', (event) => {
    element.files = after(element.files, (event as CustomEvent).detail);
  });
  await drawn(element);
  return element;
}

async function press(element: Editor, selector: string): Promise<void> {
  field<HTMLButtonElement>(element, selector).click();
  await drawn(element);
}

async function write(element: Editor, selector: string, text: string): Promise<void> {
  const input = field<HTMLInputElement>(element, selector);
  input.value = text;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await drawn(element);
}

describe('a form as a list', () => {
  it('says of each question what it is, and is accessible', async () => {
    const element = await editor();
    const text = textOf(field(element, '#q-of-seenOn'));
    expect(text).toContain('A date · For each child · Day seen');
    expect(text).toContain('Only when “Was [child] seen?” is “Yes”');
    await expectAccessible(element);
  });

  it('moves a question by button, keeps the focus on it and says what happened', async () => {
    const element = await editor();
    await press(element, '#do-down-seenOn');
    expect(layoutOf(element.files)).toEqual([['wasSeen'], ['seenOn', 'thoughts']]);
    expect(document.activeElement?.id).toBe('do-down-seenOn');
    expect(textOf(field(element, '[role="status"]'))).toBe('“When?” moved down');
  });

  it('rewords a question in one edit and shows it in the preview and in the comparison', async () => {
    const element = await editor();
    await press(element, '#do-change-thoughts');
    await write(element, '#d-thoughts-label', 'What went through your mind?');
    expect(formOf(element.files).layout[1]?.questions[0]?.label).toBe('What went through your mind?');
    expect(textOf(field(element, 'tl-form-preview'))).toContain('What went through your mind?');
    expect(textOf(field(element, 'tl-form-differences'))).toContain('What went through your mind?');
    await expectAccessible(element);
  });

  it('keeps what a question cannot do without', async () => {
    const element = await editor();
    await press(element, '#do-change-thoughts');
    await write(element, '#d-thoughts-purpose', ' ');
    expect(textOf(field(element, '#d-thoughts-purpose-error'))).toBe('This cannot be empty.');
    expect(formOf(element.files).layout[1]?.questions[0]?.purpose).toBe('So that we know');
  });

  it('adds a question: kind, what it says and records, how it will look', async () => {
    const element = await editor();
    await press(element, '#add-after');
    field<HTMLInputElement>(element, '#add-type-short-text').click();
    await drawn(element);
    button(field(element, 'tl-add-question'), 'Continue').click();
    await drawn(element);
    button(field(element, 'tl-add-question'), 'Continue').click();
    await drawn(element);
    expect(element.querySelectorAll('tl-add-question .govuk-error-message')).toHaveLength(3);
    await write(element, '#add-label', 'Who was there?');
    await write(element, '#add-purpose', 'So that we know whom to ask');
    await write(element, '#add-term', 'People present');
    await write(element, '#add-term-meaning', 'Who was in the room');
    button(field(element, 'tl-term-field'), 'Add “People present”').click();
    await drawn(element);
    button(field(element, 'tl-add-question'), 'Continue').click();
    await drawn(element);
    expect(textOf(field(element, 'tl-add-question tl-form-preview'))).toContain('Who was there?');
    await expectAccessible(element);
    button(field(element, 'tl-add-question'), 'Add this question').click();
    await drawn(element);
    expect(layoutOf(element.files)[1]).toEqual(['thoughts', 'whoWasThere']);
    expect(element.files['dictionary.json']).toContain('Who was in the room');
    expect(document.activeElement?.id).toBe('do-change-whoWasThere');
  });

  it('changes nothing while somebody else holds the pen', async () => {
    const element = await editor({ mayEdit: false });
    expect([...element.querySelectorAll('button')].map((one) => textOf(one)).join()).not.toMatch(
      /Remove|Move|Copy|Add/,
    );
    await press(element, '#do-change-thoughts');
    expect(field<HTMLTextAreaElement>(element, '#d-thoughts-label').disabled).toBe(true);
  });
});

describe('what hangs on the answers of a form', () => {
  it('is said in words, and a rule can be taken out', async () => {
    const element = await editor();
    const keeps = field(element, 'tl-form-keeps');
    expect(textOf(keeps)).toContain(
      '“The child was seen”, on the day of “When?”, with the answer to “Was [child] seen?”',
    );
    expect(textOf(keeps)).toContain('Refused: That day is yet to come.');
    button(keeps, 'Remove this rule').click();
    await drawn(element);
    expect(formOf(element.files).rules).toEqual([]);
  });
});

describe('a question the law needs', () => {
  const statutory = {
    ...{ steps: [], timescales: [] },
    questions: [{ name: 'Whether the child was seen', term: 'wasSeen', source: 'The Act, s1' }],
  };

  it('is marked with the reason, and goes only when somebody answers for it by name', async () => {
    const element = await editor({ statutory });
    const told: unknown[] = [];
    element.addEventListener('tl-authorise', (event) => told.push((event as CustomEvent).detail));
    expect(textOf(field(element, '#q-of-wasSeen'))).toContain('Whether the child was seen (The Act, s1)');
    await press(element, '#do-remove-wasSeen');
    button(field(element, 'tl-remove-question'), 'Remove').click();
    await drawn(element);
    expect(layoutOf(element.files)[0]).toContain('wasSeen');
    expect(textOf(field(element, '#remove-by-error'))).toBe('Name the person who authorises it.');
    await write(element, '#remove-by', 'Dana Okafor');
    await write(element, '#remove-because', 'It is asked at the door instead');
    button(field(element, 'tl-remove-question'), 'Remove').click();
    await drawn(element);
    expect(layoutOf(element.files)[0]).toEqual(['seenOn']);
    expect(told).toEqual([
      {
        ...{ finding: 'statutory-questions:wasSeen', form: 'visit', question: 'wasSeen' },
        ...{ by: 'Dana Okafor', because: 'It is asked at the door instead' },
      },
    ]);
  });
});
