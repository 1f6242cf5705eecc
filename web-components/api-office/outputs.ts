import { get, type Answered } from '../api/request.ts';
import type { Named } from '../api/session.ts';

/** A document that a record can be made into. */
export interface OfferedOutput {
  id: string;
  title: string;
  audiences: string[];
  formats: string[];
  languages: (Named & { reviewed: boolean })[];
  children: Named[];
}

export interface LeftOutSays {
  why: string;
  what?: string;
  child?: string;
  count?: number;
}

/** Which document, for whom, in which language; `child`: for one of the children alone. */
export interface Chosen {
  output: string;
  audience: string;
  language: string;
  child?: string;
}

/** Signs of a document that a PDF can't show: how many, some of them, in which scripts, and under which headings. */
export interface NotInPdf {
  count: number;
  signs: string[];
  scripts: string[];
  places: string[];
}

/** A document as it is read: its own page, and what it does not hold. */
export interface PaperRead {
  page: Document;
  /** how it looks: the service's own, worn by whatever shows it */
  style: string;
  leftOut: LeftOutSays[];
  notInPdf?: NotInPdf;
}

export const loadOutputs = (record: string): Promise<Answered<{ outputs: OfferedOutput[] }>> =>
  get(`/records/${record}/outputs`);

/** Where a document is taken from as a file. */
export function outputHref(record: string, { output, ...asked }: Chosen, as: string): string {
  const query = new URLSearchParams({ as, ...asked });
  return `/api/records/${record}/outputs/${output}?${String(query)}`;
}

/** What a document leaves out, and which of its signs a PDF can't show. */
export const loadLeftOut = (
  record: string,
  { output, ...asked }: Chosen,
): Promise<Answered<Pick<PaperRead, 'leftOut' | 'notInPdf'>>> =>
  get(`/records/${record}/outputs/${output}/left-out?${String(new URLSearchParams(asked))}`);

/** The document as a page, with what it leaves out. */
export async function loadPaper(record: string, chosen: Chosen): Promise<Answered<PaperRead>> {
  const left = await loadLeftOut(record, chosen);
  if (!left.ok) return left;
  const answer = await fetch(outputHref(record, chosen, 'html')).catch(() => undefined);
  if (!answer?.ok) {
    const message = 'This document could not be read at the moment. Try again in a minute.';
    return {
      ...{ ok: false, status: answer?.status ?? 0, body: undefined },
      refusal: { reason: 'not-read', message, findings: [] },
    };
  }
  const text = await answer.text();
  const style = /<style>([^<]*)<\/style>/.exec(text);
  // what the server wrote is read as a page: nothing in it runs, and its style is put on by whoever shows it
  const page = new DOMParser().parseFromString(text.replace(style?.[0] ?? '', ''), 'text/html');
  return { ok: true, value: { page, style: style?.[1] ?? '', ...left.value } };
}
