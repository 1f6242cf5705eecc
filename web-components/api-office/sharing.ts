import type { Finding, Output, OutputBudget, Passage, PlainWords } from '#engine/browser';
import { get, newCommandId, post, type Answered } from '../api/request.ts';
import type { Named } from '../api/session.ts';

export interface SharedPaper {
  id: string;
  record: string;
  form: string;
  output: string;
  title: string;
  version: string;
  /** name of the child it was made for alone */
  child?: string;
  audience: string;
  language: string;
  format: string;
  hash: string;
  bytes: number;
  to: { from: number; name: string }[];
  how: string;
  copy: string;
  on: string;
  by: string;
  at: string;
  /** what it was made of has been corrected or taken back since */
  older?: { why: 'corrected' | 'reopened'; on: string; now?: string };
  withdrawn?: { by: string; at: string; reason?: string };
  opinions: { id: string; whose: string; name: string; helpful: number; clear: number; words?: string }[];
}

export interface SharedPapers {
  shared: SharedPaper[];
  can: boolean;
  /** of one record: whom and what may be chosen */
  people?: Named[];
  outputs?: { id: string; title: string; audiences: string[] }[];
  languages?: Named[];
  children?: Named[];
  /** as the server's clock has it */
  today?: string;
}

export interface Sharing {
  output: string;
  /** for one of the children alone */
  child?: string;
  audience: string;
  language: string;
  format: string;
  to: ({ person: string } | { agency: string })[];
  how: string;
  copy: string;
  on: string;
}

export interface Opinion {
  whose: string;
  from?: number;
  helpful: number;
  clear: number;
  words?: string;
  mayBeRead?: boolean;
}

/** What people said of a document, by who they are to it; of fewer than `fewer` nothing more is told. */
export interface OpinionsOf {
  output: string;
  version: Named;
  groups: {
    whose: string;
    fewer?: number;
    count?: number;
    helpful?: number;
    clear?: number;
    words?: string[];
  }[];
}

export const loadShared = (of: { record: string } | { family: string }): Promise<Answered<SharedPapers>> =>
  get('record' in of ? `/records/${of.record}/shared` : `/cases/${of.family}/shared`);
export const sharePaper = (record: string, sharing: Sharing): Promise<Answered<unknown>> =>
  post(`/records/${record}/shared`, { ...sharing, commandId: newCommandId() });
export const withdrawPaper = (shared: string, reason: string): Promise<Answered<unknown>> =>
  post(`/shared/${shared}/withdrawal`, { reason });
export const sayOpinion = (shared: string, opinion: Opinion): Promise<Answered<unknown>> =>
  post(`/shared/${shared}/opinions`, { ...opinion, commandId: newCommandId() });
export const loadOpinions = (output?: string): Promise<Answered<OpinionsOf[]>> =>
  get(`/pathway/opinions${output ? `?output=${encodeURIComponent(output)}` : ''}`);
export const loadPlainWords = (): Promise<Answered<PlainWords>> => get('/pathway/plain-words');

/** What a layout of a draft costs for the largest family, as it is being written. */
export interface PaperCost {
  budget: OutputBudget;
  cost?: OutputBudget & { blocks: { from: number; pages: number }[] };
  findings: Finding[];
}
export const loadPaperCost = (
  draft: string,
  layout: Output,
  asked: { audience: string; language?: string },
): Promise<Answered<PaperCost>> =>
  post(`/drafts/${draft}/outputs/${layout.id}/preview`, { layout, cost: true, ...asked });

/** What a paper of a record says, line by line; undefined where it could not be had. */
export async function loadPaperText(
  record: string,
  { output, audience }: { output: string; audience: string },
): Promise<Passage[] | undefined> {
  const asked = new URLSearchParams({ as: 'html', audience });
  const path = `/api/records/${record}/outputs/${encodeURIComponent(output)}?${asked.toString()}`;
  const answer = await fetch(path, { credentials: 'same-origin' }).catch(() => undefined);
  if (!answer?.ok) return undefined;
  const paper = new DOMParser().parseFromString(withoutStyle(await answer.text()), 'text/html');
  const lines = paper.querySelectorAll('h1, h2, h3, h4, p, li, dt, dd, th, td');
  return [...lines].flatMap(({ textContent }, at) => {
    const text = textContent.trim();
    return text ? [{ at: String(at), text }] : [];
  });
}

/** Only its words are looked at; a style of its own would be against the rules of the page. */
const withoutStyle = (page: string): string => page.replace(/<style>[^]*?<\/style>/g, '');
