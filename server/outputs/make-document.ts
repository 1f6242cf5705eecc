import { makeOutput } from '#engine';
import type { Finding, Output, OutputAsked, OutputDocument, OutputSource } from '#engine';
import type { Store } from '../store/port.ts';
import { writeDocx } from './docx/write-docx.ts';
import { writeHtml } from './html/write-html.ts';
import { makePdf } from './pdf/make-pdf.ts';
import { signsMissing } from './pdf/signs-missing.ts';
import { stored, withPictures, type Pictures } from './pictures.ts';

export const formats = ['html', 'pdf', 'docx'] as const;
export type Format = (typeof formats)[number];

export const types: Record<Format, string> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** A document before it is in any format. */
export interface Prepared {
  document: OutputDocument;
  pictures: Pictures;
}

/** A file, or why there is none; `missing`: signs that no font of a PDF has; `busy`: too many are being made. */
export type Written =
  | { ok: true; bytes: Buffer; pages?: number; missing?: number }
  | { ok: false; findings: Finding[]; busy: boolean };

/** The document of a record with its pictures. */
export async function prepare(
  store: Store,
  layout: Output,
  source: OutputSource,
  asked: OutputAsked,
): Promise<Prepared> {
  return withPictures(stored(store), makeOutput(layout, source, asked));
}

/** Writes a document as a file of one format, for the account that waits for it. */
export async function write(
  { document, pictures }: Prepared,
  format: Format,
  layout: Output,
  by: string,
): Promise<Written> {
  if (format === 'html') return { ok: true, bytes: Buffer.from(writeHtml(document, pictures)) };
  if (format === 'docx') return { ok: true, bytes: await writeDocx(document, pictures) };
  const made = await makePdf(document, pictures, { by });
  if (made.kind === 'made') {
    const missing = made.missing ? signsMissing(document)?.count : undefined;
    const bytes = Buffer.from(made.bytes);
    return { ok: true, bytes, pages: made.pages, ...(missing === undefined ? {} : { missing }) };
  }
  const findings = made.faults.map((fault) => faultFinding(layout, fault));
  return { ok: false, findings, busy: made.busy ?? false };
}

/** A refusal of the typesetter as a finding that names the block. */
export function faultFinding(layout: Output, { from, message }: { from?: number; message: string }): Finding {
  const block =
    from === undefined ? '' : `block ${String(from + 1)} (${layout.blocks[from]?.kind ?? ''}) of `;
  return {
    ...{ check: 'output-made', level: 'error', element: layout.id },
    message: `The PDF is refused for ${block}“${layout.title}”: ${message}`,
  };
}
