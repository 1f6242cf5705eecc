import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endPdfProcess } from '../../../server/outputs/pdf/make-pdf.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { Workplace, type Family, type Refusal, type Who } from '../support/workplace.ts';

interface LeftOut {
  notInPdf?: { count: number; signs: string[]; scripts: string[]; places: string[] };
  leftOut: { why: string; what?: string; question?: string; count?: number }[];
}

const secret = 'He waits for her at the bus stop.';
const hidden = { line1: '7 Safe Harbour', town: 'Seaton', postcode: 'ZZ99 1AB', sensitive: true };

describe('documents of a record', () => {
  let place: Workplace;
  let family: Family;
  let record: string;
  beforeAll(async () => {
    place = await Workplace.open();
    family = await place.openFamily([{ first: 'Ada', born: '2019-03-02' }]);
    const done = await place.complete(family, 'bea', 'record-contact', {}, ({ answers }) => {
      answers['whatWorriesYou'] = secret;
      answers['whatIsGoingWell'] = 'They moved to 7, safe harbour (zz991ab) <b>last</b> week. مرحبا';
      answers['whatNeedsToHappen'] = 'She says 我很好, and 我 again.';
    });
    ({ record } = done);
    const tia = await place.as('tia');
    await tia.post('/api/people', {
      person: { firstNames: 'Nan', familyName: 'Marsh', addresses: [hidden] },
      ...{ case: family.id, commandId: place.command() },
    });
    const kept = await tia.post(`/api/records/${record}/withholdings`, {
      ...{
        question: 'whatWorriesYou',
        from: { person: family.mother },
        reason: 'He would know who told us.',
      },
    });
    expect(kept.status).toBe(200);
  });
  afterAll(async () => {
    endPdfProcess();
    await place.close();
  });

  const file = async (as: string, query = '', by: Who = 'tia') => {
    const browser = await place.as(by);
    return place.server.app.inject({
      url: `/api/records/${record}/outputs/contact?as=${as}${query}`,
      headers: { cookie: browser.cookie() },
    });
  };

  it('are named with for whom and in which languages they are made', async () => {
    const tia = await place.as('tia');
    const { body } = await tia.get<{ outputs: { id: string; languages: object[] }[] }>(
      `/api/records/${record}/outputs`,
    );
    expect(body.outputs.find(({ id }) => id === 'contact')).toMatchObject({
      ...{ title: 'A contact about a child', formats: ['html', 'pdf', 'docx'] },
      ...{ children: [{ id: family.children[0] }] },
    });
    expect(body.outputs[0]?.languages[0]).toMatchObject({ id: 'en-GB', reviewed: true });
  });

  it('are handed out without what is withheld from the family and without an address that nobody is told', async () => {
    const page = (await file('html')).body;
    const pdf = await readPdf((await file('pdf')).rawPayload);
    for (const text of [page, pdf.text]) {
      expect(text).not.toContain('bus stop');
      expect(text.toLowerCase()).not.toMatch(/safe\s+harbour|zz99\s*1ab/);
      expect(text).toContain('[address left out]');
    }
    expect(page).toContain('&lt;b&gt;last&lt;/b&gt;');
    expect(pdf).toMatchObject({ ua: '1', language: 'en-GB', title: 'A contact about a child' });
  });

  it('say beforehand what they leave out and why, and never what it is', async () => {
    const tia = await place.as('tia');
    const { body } = await tia.get<LeftOut>(`/api/records/${record}/outputs/contact/left-out`);
    const of = (why: string) => body.leftOut.filter((one) => one.why === why);
    expect(of('withheld')).toMatchObject([{ question: 'whatWorriesYou' }]);
    expect(of('sensitive-address')).toMatchObject([{ question: 'whatIsGoingWell' }]);
    expect(of('no-block').map(({ question }) => question)).toContain('referrerName');
    expect(JSON.stringify(body)).not.toContain('bus stop');
  });

  it('say beforehand what a PDF can’t show and where it stands, and so does the PDF; an Arabic word is shown', async () => {
    const tia = await place.as('tia');
    const { body } = await tia.get<LeftOut>(`/api/records/${record}/outputs/contact/left-out`);
    expect(body.notInPdf).toEqual({
      ...{ count: 4, signs: ['我', '很', '好'], scripts: ['Chinese or Japanese'] },
      places: ['What do you need to see happen to know that Ada will be safe?'],
    });
    const [pdf, page] = [await file('pdf'), await file('html')];
    expect(pdf.headers['x-signs-missing']).toBe('4');
    expect(page.headers['x-signs-missing']).toBeUndefined();
    expect(page.body).toContain('我很好');
    const { text } = await readPdf(pdf.rawPayload);
    expect(text).toContain('□□□');
    expect(Array.from('مرحبا').every((sign) => text.includes(sign))).toBe(true);
  });

  it('leave the service under a name that says nothing of the family, and the audit knows first', async () => {
    const answer = await file('docx');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="contact.docx"');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    const { rows } = await place.server.store.list('audit', { case: family.id }, { limit: 100 });
    expect(rows.filter(({ action }) => action === 'export-output')).not.toHaveLength(0);
  });

  it('are not made for whom the layout is not, in a language there is no wording in, or of nothing', async () => {
    for (const query of ['&audience=court', '&language=zz', '&child=nobody']) {
      const { statusCode, body } = await file('html', query);
      expect(statusCode).toBe(422);
      expect((JSON.parse(body) as Refusal).refusal.message).toContain('Choose another');
    }
    const tia = await place.as('tia');
    expect((await tia.get(`/api/records/${record}/outputs/nothing?as=html`)).status).toBe(404);
  });
});
