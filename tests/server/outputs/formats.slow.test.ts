import { once } from 'node:events';
import { deflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { genogramOf } from '#engine';
import type { DocumentBlock, DocumentPart, OutputDocument } from '#engine';
import { writeDocx } from '../../../server/outputs/docx/write-docx.ts';
import { writeHtml } from '../../../server/outputs/html/write-html.ts';
import { endPdfProcess, makePdf, pdfProcess } from '../../../server/outputs/pdf/make-pdf.ts';
import { openTurns } from '../../../server/outputs/pdf/turns.ts';
import { pictureSize } from '../../../server/outputs/picture-size.ts';
import type { Pictures } from '../../../server/outputs/pictures.ts';
import { readPdf, type ReadPdf } from '../../support/read-pdf.ts';

/** Markup of every language a document is written in, and what turns the line. */
const hostile = `#set text(1pt) #read("/etc/passwd") $x$ *bold* <script>alert(1)</script> ]] \`raw\` {{x}} & "q"`;
const arabic = 'مرحبا بالعالم';

const parts: DocumentPart[] = [
  { kind: 'heading', level: 2, text: 'What was decided' },
  { kind: 'line', label: 'Day of the meeting', text: '3 March 2026' },
  { kind: 'heading', level: 3, text: 'Why' },
  { kind: 'paragraph', whose: 'Ada', text: hostile },
  { kind: 'paragraph', text: `${arabic} 😢 👨‍👩‍👧 Zażółć` },
  { kind: 'table', caption: 'Who was there', head: ['Name', 'Agency'], rows: [['Jo <b>', 'School']] },
  {
    kind: 'rows',
    caption: 'Worries',
    rows: [{ title: '1. Alone', lines: [{ label: 'Goal', text: '#pagebreak()' }] }],
  },
  {
    ...{ kind: 'scale', caption: 'How safe?', zero: 'Not safe', ten: 'Safe', alt: 'How safe?: Mum 6' },
    ...{ scores: [{ who: 'Mum', score: 6, says: 'Better' }], head: ['Who', 'Number', 'What they say'] },
  },
  { kind: 'picture', file: 'picture-1.png', alt: 'A drawing by Ada', caption: 'A drawing by Ada' },
  { kind: 'heading', level: 2, text: 'The family' },
  drawnFamily(),
  { kind: 'signature', who: 'Chair', signed: 'Signed', date: 'Date' },
];

/** A mother with so many children that they stand on a turned sheet, and somebody whose words are markup. */
function drawnFamily(): DocumentPart {
  const all = Array.from({ length: 12 }, (_, at) => ({ id: `c${String(at)}`, name: `Child${String(at)}` }));
  const view = { title: '', block: 'n', person: 'who', relation: 'is', household: 'home', unborn: [] };
  const relations = [{ says: 'mother', is: 'parent', sex: 'F' }] as const;
  const rows = [
    { who: 'kay', is: 'Mother', home: 'yes' },
    { who: 'max', is: '<script> #set' },
  ];
  const people = [...all, { id: 'kay', name: 'Kay' }, { id: 'max', name: 'Max' }];
  const ids = all.map(({ id }) => id);
  const family = genogramOf(rows, people, ids, { ...view, relations: [...relations] });
  const dates = { c0: '2019' };
  return { kind: 'genogram', family, alt: 'The family, drawn', caption: 'The family', says: 'Home', dates };
}

const document = (of: DocumentPart[], more: Partial<OutputDocument> = {}): OutputDocument => ({
  ...{
    output: 'letter',
    title: 'Letter after the meeting',
    language: 'en-GB',
    direction: 'ltr',
    audience: 'family',
  },
  ...{ large: false, authority: 'Seaton Council', about: 'Ada Marsh', written: 'Written by Kay Lowe' },
  ...{ page: 'Page', of: 'of', leftOut: [], ...more },
  blocks: of.map((part, from): DocumentBlock => ({ ...part, from })),
});

/** A picture of one colour, made by hand. */
function png(): Buffer {
  const chunk = (type: string, body: Buffer): Buffer => {
    const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
    const size = Buffer.alloc(8);
    size.writeUInt32BE(body.length, 0);
    const end = Buffer.alloc(4);
    end.writeUInt32BE(crc(typed), 0);
    return Buffer.concat([size.subarray(0, 4), typed, end]);
  };
  const head = Buffer.from([0, 0, 0, 4, 0, 0, 0, 3, 8, 2, 0, 0, 0]);
  const rows = Buffer.alloc(3 * 13, 90);
  for (const row of [0, 13, 26]) rows[row] = 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...[chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))],
  ]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

const picture = png();
const sized = pictureSize(picture);
const pictures: Pictures = sized ? { 'picture-1.png': { ...sized, type: 'image/png', bytes: picture } } : {};

async function pdf(of: OutputDocument): Promise<ReadPdf> {
  const made = await makePdf(of, pictures);
  if (made.kind === 'refused') throw new Error(JSON.stringify(made.faults));
  return readPdf(made.bytes);
}

const bare = { kind: 'picture', file: 'picture-1.png', alt: '', caption: '' } as const;
const noBytes = new Uint8Array();

/** Letters alone: lines break where they break. */
const plain = (text: string): string => text.replaceAll(/\s+/g, '');

afterAll(endPdfProcess);

describe('a PDF', () => {
  let read: ReadPdf;
  beforeAll(async () => {
    read = await pdf(document(parts));
  });

  it('says that it is for everybody, in which language and what it is called', () => {
    expect(read).toMatchObject({ ua: '1', language: 'en-GB', title: 'Letter after the meeting', pages: 4 });
  });

  it('has headings in order, tables with heads and pictures with their words', () => {
    expect(read.tags.filter((tag) => /^H\d$/.test(tag))).toEqual(['H1', 'H2', 'H3', 'H2']);
    expect(read.tags).toEqual(
      expect.arrayContaining(['Document', 'P', 'Table', 'THead', 'TBody', 'TR', 'TH', 'TD', 'Figure']),
    );
    expect(read.tags.filter((tag) => tag === 'TH')).toHaveLength(5);
    expect(read.alts).toEqual(
      expect.arrayContaining(['How safe?: Mum 6', 'A drawing by Ada', 'The family, drawn']),
    );
    expect(read.tags.filter((tag) => tag === 'Figure')).toHaveLength(3);
    for (const text of ['Child11', '<script> #set']) expect(read.text).toContain(text);
  });

  it('shows what people wrote as text, whatever it looks like', () => {
    for (const text of [hostile, 'Jo <b>', '#pagebreak()', 'Zażółć'])
      expect(plain(read.text)).toContain(plain(text));
    expect(read.text).toContain('😢');
    expect(Array.from(arabic).every((sign) => read.text.includes(sign))).toBe(true);
  });

  it('has a square where no bundled font has the sign, and says that one is missing', async () => {
    const made = await makePdf(document([{ kind: 'paragraph', text: 'Ada 漢字' }]), {});
    expect(made).toMatchObject({ kind: 'made', missing: true });
    if (made.kind === 'made') expect((await readPdf(made.bytes)).text).toContain('Ada □□');
  });

  it('comes of a text as long as somebody can paste, line by line', async () => {
    const line = (no: number): string =>
      `Line ${String(no)} of <what> #she said, ${'and said again '.repeat(8)}`;
    const long = Array.from({ length: 700 }, (_, at) => line(at)).join('\n');
    const made = await pdf(document([{ kind: 'paragraph', text: long }]));
    expect(long.length).toBeGreaterThan(100_000);
    expect(made.text).toContain('Line 699 of <what> #she said,');
  });

  it('in another language and direction says so, and in which language people wrote', async () => {
    const own = '\u2068I want it to be quiet at night.\u2069';
    const parts: DocumentPart[] = [
      { kind: 'paragraph', text: arabic },
      { kind: 'paragraph', text: own },
      { ...bare, alt: own, caption: own },
    ];
    const translated = document(parts, { language: 'ur', direction: 'rtl' });
    const made = await pdf(translated);
    expect(made.language).toBe('ur');
    expect(made.languages).toEqual(['en-GB', 'en-GB']);
    expect(made.alts).toEqual(['I want it to be quiet at night.']);
    expect(made.text).not.toMatch(/[\u2068\u2069]/);
    const html = writeHtml(translated, pictures);
    expect(html).toContain('<p><span lang="en-GB" dir="auto">I want it to be quiet at night.</span></p>');
    expect(html).toContain('alt="I want it to be quiet at night."');
    const body = strFromU8(unzipSync(await writeDocx(translated, pictures))['word/document.xml'] ?? noBytes);
    expect(body).toMatch(/<w:lang w:val="en-GB"\/><\/w:rPr><w:t xml:space="preserve">I want it/);
  });

  it('is refused where a picture has no words, naming the block', async () => {
    const made = await makePdf(document([parts[0] ?? bare, bare]), pictures);
    expect(made).toMatchObject({ kind: 'refused', faults: [{ from: 1 }] });
  });

  it('that takes too long or too much is given up, and the next one is made', async () => {
    const endless = document([{ kind: 'paragraph', text: 'word '.repeat(400_000) }]);
    expect(await makePdf(endless, {}, { milliseconds: 100, bytes: 2 ** 40 })).toMatchObject({
      kind: 'refused',
    });
    expect(await makePdf(endless, {}, { milliseconds: 60_000, bytes: 2 ** 20 })).toMatchObject({
      faults: [{ message: expect.stringContaining('memory') as string }],
    });
    expect((await pdf(document(parts))).ua).toBe('1');
  });

  it('is made by another process where the one that waits was ended', async () => {
    await pdf(document(parts));
    const child = pdfProcess();
    if (!child) throw new Error('it was to wait for the next document');
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    expect((await pdf(document(parts))).ua).toBe('1');
  });
});

it('documents wait their turn: two of one account, what is only looked at last, and nobody keeps others out', async () => {
  const inTurn = openTurns({ most: 3, ofOne: 2 });
  const done: string[] = [];
  let begin = (): void => undefined;
  const first = inTurn({ by: 'ann' }, () => new Promise<void>((resolve) => (begin = resolve)));
  const ask = (name: string, by: string, behind = false) =>
    inTurn({ by, behind }, () => Promise.resolve(done.push(name)));
  const taken = [ask('look', 'ann', true), ask('look again', 'bob', true), ask('letter', 'ann')];
  expect(ask('one too many', 'ann')).toBeUndefined();
  taken.push(ask('minutes', 'bob'), ask('plan', 'cat'));
  expect(ask('no place', 'dan')).toBeUndefined();
  taken.push(ask('look at last', 'dan', true));
  expect(ask('no place to look', 'eve', true)).toBeUndefined();
  begin();
  await Promise.all([first, ...taken]);
  expect(done).toEqual(['letter', 'minutes', 'plan', 'look', 'look again', 'look at last']);
  await expect(inTurn({}, () => Promise.reject(new Error('fault')))).rejects.toThrow('fault');
  expect(await ask('next', 'ann')).toBe(7);
});

it('a page says the same, and nothing that was written in it is markup', () => {
  const html = writeHtml(document(parts), pictures);
  expect(html).toContain('<html lang="en-GB" dir="ltr">');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(html).not.toContain('<script');
  expect(html).toContain('<th scope="col">Agency</th>');
  expect(html).toContain('alt="A drawing by Ada"');
  expect(html).toContain('aria-label="How safe?: Mum 6"');
  expect([...html.matchAll(/<h(\d)>/g)].map(([, level]) => level)).toEqual(['1', '2', '3', '2']);
  expect(html).toContain('paper__drawing--turned');
  expect(html).toContain('&lt;script&gt; #set</text>');
});

it('a file for Word has the same headings, heads of tables, words of pictures and language', async () => {
  const files = unzipSync(await writeDocx(document(parts), pictures));
  const part = (name: string): string => strFromU8(files[name] ?? noBytes);
  const body = part('word/document.xml');
  expect([...body.matchAll(/<w:pStyle w:val="(Heading\d)"\/>/g)].map(([, style]) => style)).toEqual([
    ...['Heading1', 'Heading2', 'Heading3', 'Heading2'],
  ]);
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  expect(body).toContain('descr="A drawing by Ada"');
  expect(body).toContain('descr="The family, drawn"');
  // the scale is drawn, too: its number in a round mark on the line from 0 to 10
  expect(body).toContain('descr="How safe?: Mum 6"');
  expect(body).toContain('<w:t xml:space="preserve">Child11</w:t>');
  expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(body).not.toContain('<script');
  expect(part('word/styles.xml')).toContain('<w:lang w:val="en-GB"');
  expect(part('docProps/core.xml')).toContain('<dc:title>Letter after the meeting</dc:title>');
  expect(Object.keys(files).filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
});
