// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { askedWhere, stepsByForm } from '../../../modeller/dictionary/asked-where.ts';
import { changeCodes, mergeTerms } from '../../../modeller/dictionary/edits.ts';
import '../../../modeller/dictionary/pathway-dictionary.ts';
import { partsOf } from '../../../modeller/forms/parts.ts';
import {
  button,
  drawn,
  expectAccessible,
  field,
  show,
  textOf,
  type,
} from '../../web-components/support/show.ts';
import { after, formOf, smallDraft } from '../forms/small-draft.ts';

type Element = HTMLElement & { files: Record<string, string>; termId: string };

async function dictionary(properties: object = {}): Promise<Element> {
  const element = await show<Element>('pathway-dictionary', {
    files: smallDraft(),
    mayEdit: true,
    ...properties,
  });
  element.addEventListener('tl-files-change', (event) => {
    element.files = after(element.files, (event as CustomEvent).detail);
  });
  await drawn(element);
  return element;
}

describe('a dictionary', () => {
  it('says of a term where it is asked, by form and step', async () => {
    const xml =
      '<d xmlns:b="b" xmlns:p="p"><b:userTask name="Visit the child" p:form="visit"/><b:userTask name="Call" p:form="call"/></d>';
    const asked = askedWhere(partsOf(smallDraft()), stepsByForm(xml));
    expect(asked.get('thoughts')?.map(({ formTitle, label, steps }) => [formTitle, label, ...steps])).toEqual(
      [
        ['Phone call', 'Your thoughts', 'Call'],
        ['Visit', 'What do you think?', 'Visit the child'],
      ],
    );
    expect(asked.has('unused')).toBe(false);
  });

  it('finds terms by name and meaning, those asked in several forms, and those never asked', async () => {
    const element = await dictionary();
    const names = (): string[] => [...element.querySelectorAll('.tl-terms .tl-term__name')].map(textOf);
    type(element, '#dictionary-find', 'day');
    await drawn(element);
    expect(names()[0]).toBe('Day seen');
    type(element, '#dictionary-find', '');
    const only = field<HTMLSelectElement>(element, '#dictionary-only');
    only.value = 'twice';
    only.dispatchEvent(new Event('change'));
    await drawn(element);
    expect(textOf(field(element, 'p.govuk-body-s[role="status"]'))).toBe('1 term');
    expect(names()[0]).toBe('Thoughts');
    await expectAccessible(element);
  });

  it('joins two terms: every question and every expression follows', () => {
    const files = after(smallDraft(), mergeTerms(smallDraft(), 'thoughts', 'unused'));
    expect(formOf(files).layout[1]?.questions[0]?.term).toBe('unused');
    expect(formOf(files, 'call').layout[0]?.questions[0]?.term).toBe('unused');
    expect(partsOf(files).dictionary.terms.map(({ id }) => id)).not.toContain('thoughts');
  });

  it('lets a term go only when no form asks for it', async () => {
    const element = await dictionary({ termId: 'thoughts' });
    expect(textOf(field(element, '.tl-panel'))).toContain('It stays');
    element.termId = 'unused';
    await drawn(element);
    button(element, 'Remove this term').click();
    await drawn(element);
    expect(partsOf(element.files).dictionary.terms.map(({ id }) => id)).not.toContain('unused');
  });

  it('rewords a code in its place under the same code, and gives a new answer a code of its own', () => {
    const files = after(smallDraft(), changeCodes(smallDraft(), 'mood', { labels: ['Very good', 'Bad'] }));
    expect(partsOf(files).dictionary.codeLists[0]?.codes).toEqual([
      { value: 'good', label: 'Very good' },
      { value: 'bad', label: 'Bad' },
    ]);
    const more = after(files, changeCodes(files, 'mood', { labels: ['Bad', 'So so', 'Very good'] }));
    expect(partsOf(more).dictionary.codeLists[0]?.codes.map(({ value }) => value)).toEqual([
      'bad',
      'so-so',
      'good',
    ]);
  });
});
