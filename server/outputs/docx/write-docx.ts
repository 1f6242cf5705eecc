import { Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import type { FileChild } from 'docx';
import { plainOf, sketchOf } from '#engine';
import type { DocumentBlock, OutputDocument } from '#engine';
import type { Pictures } from '../pictures.ts';
import { docxImage } from './docx-image.ts';
import { docxScale } from './docx-scale.ts';
import { docxSketch } from './docx-sketch.ts';
import { docxTable } from './docx-table.ts';
import { runs, spaced } from './runs.ts';

const accent = '1D4F5C';
const quiet = '505A5F';
const headings = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const;

/** The document as Word has it, to be edited: the same headings, table headers and alternative texts as on the page. */
export async function writeDocx(document: OutputDocument, pictures: Pictures): Promise<Buffer> {
  const { title, authority, about, written, notice, large, direction } = document;
  const bidirectional = direction === 'rtl';
  const line = (text: string, more: object = {}): Paragraph =>
    new Paragraph({ children: runs(text, more), spacing: { after: 160 }, bidirectional });
  const children: FileChild[] = [
    line(authority, { bold: true, color: quiet }),
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(title), bidirectional }),
    line(about, { bold: true }),
    line(written, { color: quiet }),
    ...(notice === undefined ? [] : [line(notice, { italics: true })]),
    ...document.blocks.flatMap((block) => said(block, pictures, bidirectional)),
  ];
  const file = new Document({
    ...{ title: plainOf(title), creator: authority, description: about, lastModifiedBy: authority },
    styles: stylesFor(document.language, large ? 28 : 24),
    sections: [{ children, footers: { default: footer(document) } }],
  });
  return Packer.toBuffer(file);
}

function stylesFor(language: string, size: number) {
  const heading = (times: number, before: number) => ({
    run: { font: 'Arial', size: Math.round(size * times), bold: true, color: accent },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: 'Arial', size, language: { value: language, bidirectional: language } },
        paragraph: { spacing: { line: 312 } },
      },
      ...{ heading1: heading(1.7, 0), heading2: heading(1.3, 360) },
      ...{ heading3: heading(1.1, 280), heading4: heading(1, 200) },
    },
  };
}

function footer({ authority, ...words }: OutputDocument): Footer {
  const [page, of] = [plainOf(words.page), plainOf(words.of)];
  const children = [
    new TextRun({ text: `${authority}\t${page} `, color: quiet, size: 18 }),
    new TextRun({ children: [PageNumber.CURRENT], color: quiet, size: 18 }),
    new TextRun({ text: ` ${of} `, color: quiet, size: 18 }),
    new TextRun({ children: [PageNumber.TOTAL_PAGES], color: quiet, size: 18 }),
  ];
  return new Footer({
    children: [new Paragraph({ children, tabStops: [{ type: TabStopType.RIGHT, position: 9026 }] })],
  });
}

function said(block: DocumentBlock, pictures: Pictures, bidirectional: boolean): FileChild[] {
  const paragraph = (children: TextRun[]): Paragraph =>
    new Paragraph({ children, spacing: { after: 160 }, bidirectional });
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: headings[block.level], children: runs(block.text), bidirectional })];
    case 'paragraph':
      return [
        paragraph([
          ...(block.whose === undefined ? [] : runs(`${block.whose}: `, { bold: true })),
          ...runs(block.text),
        ]),
      ];
    case 'line':
      return [paragraph([...runs(block.label, { bold: true }), ...runs(`\n${block.text}`)])];
    case 'table':
      return [docxTable(block.head, block.rows, bidirectional), spaced()];
    case 'rows':
      return block.rows.flatMap(({ title, lines }) => [
        paragraph([
          ...runs(title, { bold: true }),
          ...lines.flatMap(({ label, text }) => [...runs(`\n${label}: `, { color: quiet }), ...runs(text)]),
        ]),
      ]);
    case 'scale': {
      const rows = block.scores.map(({ who, score, says }) => [who, String(score), says]);
      const ends = `0: ${block.zero}\n10: ${block.ten}`;
      return [
        ...docxScale(block),
        paragraph(runs(ends, { color: quiet })),
        docxTable(block.head, rows, bidirectional),
        spaced(),
      ];
    }
    case 'picture': {
      const image = docxImage(block, pictures[block.file]);
      return [image ? new Paragraph({ children: [image] }) : paragraph(runs(block.alt)), spaced()];
    }
    case 'genogram':
      return [docxSketch(sketchOf(block), plainOf(block.alt)), spaced()];
    case 'signature':
      return [
        paragraph(
          runs(`\n\n${block.signed} (${block.who}): ____________________   ${block.date}: __________`),
        ),
      ];
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true, children: [] })];
  }
}
