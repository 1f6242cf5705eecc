import { describe, expect, it } from 'vitest';
import { easyToRead, readingAge } from '../../../engine/forms/checks/easy-to-read.ts';
import { wordsArePlain } from '../../../engine/forms/checks/words-are-plain.ts';
import { linted, lintForm } from '../../../engine/forms/lint-form.ts';
import { around, form, question } from './small-form.ts';

const avoid = [
  { word: 'placement', say: 'home' },
  { word: 'DNA', say: 'did not come' },
];
const asks = (label: string, hint?: string) =>
  form([question({ id: 'q', label, ...(hint ? { hint } : {}) })]);

describe('words of the trade', () => {
  const said = (label: string, hint?: string) =>
    wordsArePlain(asks(label, hint), { ...around, avoid }).map(({ message }) => message);

  it('are named with what to say instead, in the question and in its hint', () => {
    expect(said('Where is the placement?')).toEqual([
      '“Where is the placement?” says “placement”, which families should not have to read: say home.',
    ]);
    expect(said('Where?', 'The Placement now')).toHaveLength(1);
  });

  it('are whole words, and capitals count where the word is all capitals', () => {
    expect(said('Displacements?')).toEqual([]);
    expect(said('Was it a DNA?')).toHaveLength(1);
    expect(said('Was dna taken?')).toEqual([]);
  });

  it('are none where the group named none', () => {
    expect(wordsArePlain(asks('Where is the placement?'), around)).toEqual([]);
  });
});

describe('a question that is hard to read', () => {
  const hard =
    'Is there reasonable justification for considering that the individual has experienced, or is anticipated to experience, considerable deterioration?';

  it('is named with the age it is written for', () => {
    const [finding] = easyToRead(asks(hard), around);
    expect(finding).toMatchObject({ check: 'easy-to-read', level: 'warning', question: 'q' });
    expect(finding?.message).toMatch(/reads as if for somebody of \d\d/);
  });

  it('is easier in short words and short sentences', () => {
    const easy = 'Has somebody hurt [child]? Or could that happen soon? Say what makes you think so.';
    expect(easyToRead(asks(easy), around)).toEqual([]);
    expect(readingAge(easy)).toBeLessThan(10);
  });

  it('is not measured where there are too few words to say', () => {
    expect(readingAge('Multidisciplinary considerations')).toBeUndefined();
  });
});

describe('what an editor says at once', () => {
  it('names the form and the question, under a name the editor knows', () => {
    const findings = lintForm(form([question({ id: 'q', term: 'unknown', required: true })]), around);
    expect(findings.map(({ check }) => check)).toEqual(expect.arrayContaining(['term-known', 'way-out']));
    expect(findings.every(({ element, question: id }) => element === 'visit' && id === 'q')).toBe(true);
    expect(findings.filter(({ check }) => !linted.includes(check))).toEqual([]);
  });
});
