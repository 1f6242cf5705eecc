import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Node {
  role?: string;
  alt?: string;
  lang?: string;
  children?: Node[];
}

/** What a PDF says to somebody who listens to it: its tags in order, its text, language, title and what it claims to be. */
export interface ReadPdf {
  pages: number;
  title: string;
  language: string;
  /** the part of PDF/UA that it says it keeps */
  ua: string;
  tags: string[];
  /** languages of parts that are not in the document's own */
  languages: string[];
  /** texts for those who can't see the pictures */
  alts: string[];
  text: string;
}

/** Reads it as a viewer does, with another program than the one that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  const { info, metadata } = await pdf.getMetadata();
  const tags: string[] = [];
  const alts: string[] = [];
  const languages: string[] = [];
  const walk = (node: Node): void => {
    if (node.role !== undefined) tags.push(node.role);
    if (node.alt !== undefined) alts.push(node.alt);
    if (node.lang !== undefined) languages.push(node.lang);
    node.children?.forEach(walk);
  };
  const texts: string[] = [];
  for (let no = 1; no <= pdf.numPages; no += 1) {
    const page = await pdf.getPage(no);
    const tree = (await page.getStructTree()) as Node | null;
    if (tree) walk(tree);
    const { items } = await page.getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
  }
  const { Title, Language } = info as { Title?: string; Language?: string };
  const ua = String((metadata as { get(name: string): unknown } | null)?.get('pdfuaid:part') ?? '');
  const pages = pdf.numPages;
  await loading.destroy();
  const said = { title: Title ?? '', language: Language ?? '', languages };
  return { ...said, pages, ua, tags, alts, text: texts.join('\n') };
}
