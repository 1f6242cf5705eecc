// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { readBeside, type Form } from '#engine';
import '../../../modeller/outputs/begin-translation.ts';
import '../../../modeller/outputs/output-preview.ts';
import '../../../modeller/outputs/output-translation.ts';
import { translationIn } from '../../../modeller/outputs/edits/translations.ts';
import { drawn, expectAccessible, field, show, textOf } from '../../web-components/support/show.ts';
import { after, smallDraft } from '../forms/small-draft.ts';

type Preview = HTMLElement & { files: Record<string, string>; language: string };

const polish = {
  ...{ language: 'pl', name: 'Polski', reviewed: { by: 'Anna Nowak', on: '2026-10-02' } },
  texts: { 'Was [child] seen?': 'Czy widziano dziecko ([child])?' },
};

/** A paper of a draft beside its wording in another language, whose edits are carried out as the modeller does. */
async function paper(): Promise<Preview> {
  const files = { ...smallDraft(), 'translations/polish.json': JSON.stringify(polish) };
  const element = await show<Preview>('tl-output-preview', {
    ...{ files, outputId: 'visit', mayEdit: true, language: 'pl', papers: { today: '2026-11-23' } },
  });
  element.addEventListener('tl-files-change', (event) => {
    element.files = after(element.files, (event as CustomEvent).detail);
  });
  await drawn(element);
  return element;
}

async function write(element: Preview, selector: string, text: string): Promise<void> {
  const input = field<HTMLInputElement>(element, selector);
  input.value = text;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await drawn(element);
}

const submit = async (element: Preview, form: string): Promise<void> => {
  field<HTMLFormElement>(element, form).dispatchEvent(new Event('submit', { cancelable: true }));
  await drawn(element);
};

/** The field for a text of the paper. */
function fieldOf(element: Preview, text: string): string {
  const said = [...element.querySelectorAll('.tl-translation__text')].find((one) => textOf(one) === text);
  return `#${said?.id.replace('-text', '') ?? ''}`;
}

describe('the wording of a paper in another language', () => {
  it('stands side by side with it, in its language, and says who reviewed it and when', async () => {
    const element = await paper();
    expect(textOf(field(element, '#translation'))).toContain('Reviewed by Anna Nowak on 2 October 2026.');
    const said = field<HTMLTextAreaElement>(element, fieldOf(element, 'Was [child] seen?'));
    expect([said.value, said.lang]).toEqual(['Czy widziano dziecko ([child])?', 'pl']);
    await expectAccessible(element);
  });

  it('is unreviewed once a text is changed, until somebody says by name that they read it', async () => {
    const element = await paper();
    await write(element, fieldOf(element, 'Page'), 'Strona');
    expect(translationIn(element.files, 'pl')).toMatchObject({ texts: { Page: 'Strona' } });
    expect(translationIn(element.files, 'pl').reviewed).toBeUndefined();
    expect(textOf(field(element, '#translation'))).toContain('Nobody has reviewed the wording in Polski.');
    await submit(element, '#translation form');
    expect(textOf(field(element, '#translation-by-error'))).toContain('Write the name');
    await write(element, '#translation-by', 'Jan Kowal');
    await submit(element, '#translation form');
    expect(translationIn(element.files, 'pl').reviewed).toEqual({ by: 'Jan Kowal', on: '2026-11-23' });
    expect(Object.keys(element.files).filter((path) => path.startsWith('translations/'))).toHaveLength(1);
  });

  it('is asked for each kind of number that its language has, with the numbers it is said of', async () => {
    const element = await paper();
    const visit = JSON.parse(element.files['forms/visit.json'] ?? '') as Form;
    Object.assign(visit.layout[0]?.questions[0] ?? {}, { type: 'echo', policy: 'computed', compute: 'age' });
    element.files = { ...element.files, 'forms/visit.json': JSON.stringify(visit) };
    await drawn(element);
    const texts = [...element.querySelectorAll('.tl-translation__text')].map(textOf);
    expect(texts.filter((text) => text.startsWith('[number] years'))).toEqual([
      ...['[number] years (one)', '[number] years (few)', '[number] years (many)'],
    ]);
    const few = fieldOf(element, '[number] years (few)');
    expect(textOf(field(element, `${few}-hint`))).toBe('As it is said of 2, 3, 4, 22 …');
    expect(field(element, few).getAttribute('aria-describedby')).toBe(`${few.slice(1)}-hint`);
    await write(element, few, '[number] lata');
    expect(translationIn(element.files, 'pl').texts).toMatchObject({
      '[number] years (few)': '[number] lata',
    });
    await expectAccessible(element);
  });

  it('that leaves a name out is said to, there and before anybody publishes it', async () => {
    const element = await paper();
    await write(element, fieldOf(element, 'Was [child] seen?'), 'Czy widziano?');
    expect(textOf(field(element, '#translation'))).toContain('Put [child] in');
    const messages = readBeside(element.files).findings.map(({ message }) => message);
    expect(messages).toContain('The wording in Polski of “Was [child] seen?” leaves out [child].');
  });

  it('is begun in a further language, and not twice in one', async () => {
    const element = await paper();
    element.language = '';
    await drawn(element);
    field<HTMLButtonElement>(element, '#begin-translation').click();
    await drawn(element);
    await write(element, '#begin-language', 'pl');
    await write(element, '#begin-name', 'Polski');
    await submit(element, 'tl-begin-translation form');
    expect(textOf(field(element, '#begin-language-error'))).toContain('already');
    await write(element, '#begin-language', 'ur');
    await write(element, '#begin-name', 'اردو');
    field<HTMLInputElement>(element, '#begin-rtl').click();
    await drawn(element);
    await submit(element, 'tl-begin-translation form');
    expect(translationIn(element.files, 'ur')).toEqual({
      ...{ language: 'ur', name: 'اردو', direction: 'rtl', texts: {} },
    });
    expect(element.language).toBe('ur');
  });
});
