import { describe, expect, it } from 'vitest';
import { readForm } from '../../../engine/forms/index.ts';
import { addQuestion } from '../../../modeller/forms/edits/add-question.ts';
import { addOutput } from '../../../modeller/forms/edits/add-output.ts';
import { changeQuestion } from '../../../modeller/forms/edits/change-question.ts';
import { copyQuestion } from '../../../modeller/forms/edits/copy-question.ts';
import { addForm, removeForm, whyFormStays } from '../../../modeller/forms/edits/forms.ts';
import { moveQuestion, moveToSection } from '../../../modeller/forms/edits/move-question.ts';
import { newId } from '../../../modeller/forms/edits/new-id.ts';
import { setReaders } from '../../../modeller/forms/edits/readers.ts';
import { recordFact } from '../../../modeller/forms/edits/record-fact.ts';
import { removeQuestion, whatGoesWith } from '../../../modeller/forms/edits/remove-question.ts';
import { beginSection, joinSection, moveSection } from '../../../modeller/forms/edits/sections.ts';
import { partsOf } from '../../../modeller/forms/parts.ts';
import { after, formOf, layoutOf, smallDraft } from './small-draft.ts';

const draft = smallDraft();
const blocks = (files: Record<string, string>) => partsOf(files).outputs[0]?.blocks;
/** The server reads what an edit has written: it has the shape of a form. */
const isForm = (files: Record<string, string>, id = 'visit'): void => {
  const { dictionary, blocks: shared } = partsOf(files);
  const { findings } = readForm(files[`forms/${id}.json`] ?? '', { dictionary, blocks: shared });
  expect(findings.filter(({ check }) => check === 'form-shape')).toEqual([]);
};

describe('a question', () => {
  it('is added behind another, printed before the signature, under an id made from its words', () => {
    const added = addQuestion(
      draft,
      'visit',
      { after: 'wasSeen' },
      {
        ...{
          type: 'short-text',
          label: 'Who else was in the [child]’s home?',
          per: 'family',
          term: 'thoughts',
        },
        ...{ purpose: 'To know whom to ask', source: 'local', policy: 'ask', readBy: ['visit'] },
      },
    );
    const files = after(draft, added);
    expect(layoutOf(files)).toEqual([['wasSeen', 'whoElseWasInTheChilds', 'seenOn'], ['thoughts']]);
    expect(blocks(files)?.map(({ kind }) => kind)).toEqual(['answer', 'answer', 'signature']);
    isForm(files);
  });

  it('moves within its section, over its edge into the next, and no further than the form', () => {
    const down = after(draft, moveQuestion(draft, 'visit', 'seenOn', 'down'));
    expect(layoutOf(down)).toEqual([['wasSeen'], ['seenOn', 'thoughts']]);
    expect(layoutOf(after(down, moveQuestion(down, 'visit', 'seenOn', 'up')))).toEqual([
      ['wasSeen', 'seenOn'],
      ['thoughts'],
    ]);
    expect(moveQuestion(draft, 'visit', 'wasSeen', 'up')).toBeUndefined();
    expect(moveQuestion(draft, 'visit', 'thoughts', 'down')).toBeUndefined();
  });

  it('that leaves a section empty takes the section with it', () => {
    const files = after(draft, moveToSection(draft, 'visit', 'thoughts', 'seeing'));
    expect(layoutOf(files)).toEqual([['wasSeen', 'seenOn', 'thoughts']]);
    isForm(files);
  });

  it('is copied right behind itself under an id of its own, and read by the same', () => {
    const files = after(draft, copyQuestion(draft, 'visit', 'wasSeen'));
    expect(layoutOf(files)[0]).toEqual(['wasSeen', 'wasChildSeen', 'seenOn']);
    expect(blocks(files)?.filter(({ kind }) => kind === 'answer')).toHaveLength(2);
  });

  it('of another kind does not keep what only the former kind had', () => {
    const radios = after(
      draft,
      changeQuestion(draft, 'visit', 'thoughts', { type: 'radios', codes: 'mood', only: ['good'] }, 'Kind'),
    );
    expect(formOf(radios).layout[1]?.questions[0]).toMatchObject({ codes: 'mood', only: ['good'] });
    const text = after(radios, changeQuestion(radios, 'visit', 'thoughts', { type: 'long-text' }, 'Kind'));
    expect(Object.keys(formOf(text).layout[1]?.questions[0] ?? {})).not.toContain('codes');
    isForm(text);
  });

  it('is removed with what waits for it, what prints it and what it told the pathway, all of it said before', () => {
    expect(whatGoesWith(draft, 'visit', 'wasSeen')).toEqual([
      '“Visit” (visit) no longer prints it.',
      '“When?” no longer waits for it.',
      '“The child was seen” is recorded without this answer.',
    ]);
    const files = after(draft, removeQuestion(draft, 'visit', 'wasSeen'));
    expect(formOf(files).layout[0]?.questions[0]).not.toHaveProperty('when');
    expect(blocks(files)?.map(({ kind }) => kind)).toEqual(['signature']);
    expect(formOf(files).facts[0]).not.toHaveProperty('value');
    isForm(files);
  });

  it('that a fact takes its day from leaves the day of completion, and its rule goes', () => {
    expect(whatGoesWith(draft, 'visit', 'seenOn')).toEqual([
      '“The child was seen” is recorded on the day of completion.',
      'A rule goes: “That day is yet to come.”',
    ]);
    const form = formOf(after(draft, removeQuestion(draft, 'visit', 'seenOn')));
    expect(form.facts[0]?.on).toBe('completed');
    expect(form.rules).toEqual([]);
  });

  it('is read in the outputs that are ticked, and in no other', () => {
    const files = after(draft, setReaders(draft, 'visit', 'seenOn', ['visit']));
    expect(blocks(files)).toContainEqual({ kind: 'answer', question: 'seenOn' });
    const none = after(files, setReaders(files, 'visit', 'seenOn', []));
    expect(blocks(none)).not.toContainEqual({ kind: 'answer', question: 'seenOn' });
    isForm(none);
  });

  it('tells the pathway the day of a fact, or no longer', () => {
    const files = after(draft, recordFact(draft, 'visit', 'seenOn', undefined));
    expect(formOf(files).facts[0]?.on).toBe('completed');
    expect(formOf(after(files, recordFact(files, 'visit', 'seenOn', 0))).facts[0]?.on).toBe('seenOn');
  });
});

describe('a section', () => {
  it('begins with a question, moves, and joins the one before it', () => {
    const begun = after(draft, beginSection(draft, 'visit', 'seenOn', 'The day'));
    expect(formOf(begun).layout.map(({ id }) => id)).toEqual(['seeing', 'the-day', 'after']);
    const moved = after(begun, moveSection(begun, 'visit', 'the-day', 'down'));
    expect(layoutOf(moved)).toEqual([['wasSeen'], ['thoughts'], ['seenOn']]);
    expect(layoutOf(after(moved, joinSection(moved, 'visit', 'the-day')))).toEqual([
      ['wasSeen'],
      ['thoughts', 'seenOn'],
    ]);
    expect(joinSection(draft, 'visit', 'seeing')).toBeUndefined();
    isForm(moved);
  });
});

describe('a form', () => {
  it('is added with its purpose and one question', () => {
    const made = addForm(draft, {
      ...{ title: 'Letter home', purpose: 'Tell the family.', source: 'local' },
      ...{ section: 'Letter', label: 'What do we write?' },
    });
    const files = after(draft, made);
    expect(made.form).toBe('letter-home');
    isForm(files, 'letter-home');
  });

  it('that nobody reads is printed with all its answers, for whom one says', () => {
    const files = after(draft, addOutput(draft, 'call', 'professional'));
    const printed = partsOf(files).outputs.find((output) => output.form === 'call');
    expect(printed?.blocks).toEqual([
      { kind: 'people' },
      { kind: 'heading', text: 'The call' },
      { kind: 'answer', question: 'thoughts' },
    ]);
    expect(formOf(files, 'call').layout[0]?.questions[0]?.readBy).toEqual([printed?.id]);
    isForm(files, 'call');
  });

  it('goes only when no step opens it, and what was printed from it goes too', () => {
    expect(whyFormStays(draft, 'visit')).toEqual([
      'A step of the drawing opens this form: give that step another form first.',
    ]);
    expect(whyFormStays(draft, 'call')).toEqual([]);
    const files = after(draft, removeForm(draft, 'visit'));
    expect(Object.keys(files)).not.toContain('forms/visit.json');
    expect(Object.keys(files)).not.toContain('outputs/visit.json');
  });
});

it('makes ids that a form may have, and none twice', () => {
  expect(newId('What’s next?', [])).toBe('whatsNext');
  expect(newId('What’s next?', ['whatsNext', 'whatsNext2'])).toBe('whatsNext3');
  expect(newId('3 words', [])).toBe('q3Words');
  expect(newId('???', ['q'])).toBe('q2');
});
