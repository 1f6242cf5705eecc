// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import '../../../web-components/pages/sharing/share-form.ts';
import { sharedPapers } from '../../support/fixture/sharing.ts';
import { drawn, expectAccessible, field, show, textOf } from '../support/show.ts';

afterEach(() => vi.unstubAllGlobals());

it('a paper that is given as a PDF names the signs it can’t show, in the language it is given in, and only then', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    const url = new URL(address, 'http://here');
    const language = url.searchParams.get('language') ?? '';
    asked.push(`${url.pathname} ${language}`);
    const missing = { count: 3, signs: ['நி', 'லா'], scripts: ['Tamil'], places: ['Own words'] };
    const body = { leftOut: [], ...(language === 'pl' ? { notInPdf: missing } : {}) };
    return Promise.resolve(new Response(JSON.stringify(body)));
  });
  const form = await show('tl-share-form', { record: 'r1', papers: sharedPapers });
  const choose = async (id: string): Promise<void> => {
    field(form, `#share-${id}`).click();
    await drawn(form);
  };
  await choose('language-pl');
  expect(asked).toEqual([]);
  await choose('format-pdf');
  const said = await vi.waitFor(() => field(form, '[role=status] #not-in-pdf'));
  expect(textOf(said)).toMatch(
    /can’t show 3 signs of this document \(Tamil\): நி லா.*“Own words”.*Word file/s,
  );
  await expectAccessible(form);
  await choose('language-en-GB');
  expect(form.querySelector('#not-in-pdf')).toBeNull();
  await choose('language-pl');
  await choose('format-docx');
  expect(form.querySelector('#not-in-pdf')).toBeNull();
  const path = '/api/records/r1/outputs/visit/left-out';
  expect(asked).toEqual([`${path} pl`, `${path} en-GB`, `${path} pl`]);
});
