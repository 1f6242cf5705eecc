import type { Form } from '#engine';
import type { Answer, Browser, TestServer } from '../support/test-server.ts';

export interface Refused {
  refusal: { reason: string; message: string; findings: { check: string; message: string }[] };
  save?: number;
  pen?: DraftSaid['pen'];
}

export interface DraftSaid {
  id: string;
  title: string;
  state: string;
  base: { id: string; name: string };
  fork?: { id: string; title: string };
  pen: {
    mine: boolean;
    holder?: { id: string; name: string };
    takenFromMe?: { by: string; at: string };
  };
  save: { number: number; at: string; by: { id: string; name: string }; says: string };
  files: Record<string, string>;
  group: { id: string; name: string }[];
  mayHold: boolean;
}

let count = 0;
export const command = (): string => `draft-command-${String((count += 1))}`;

/** What a test does to drafts, as a page would. */
export function drafting(server: () => TestServer) {
  const current = async (): Promise<string> => {
    const rows = await server().app.inject('/api/health');
    if (rows.statusCode !== 200) throw new Error('the server is not well');
    const browser = await server().signedIn('working-group-member', 'north', 'reader');
    const versions = await browser.get<{ id: string; current: boolean }[]>('/api/pathway/versions');
    return versions.body.find((one) => one.current)?.id ?? '';
  };
  const page = async (browser: Browser, id: string): Promise<DraftSaid> =>
    (await browser.get<DraftSaid>(`/api/drafts/${id}`)).body;
  const start = async (browser: Browser, title: string, from?: object): Promise<string> => {
    const begun = { title, why: 'To write less twice.', from: from ?? { version: await current() } };
    const answer = await browser.post<{ draft: string } & Refused>('/api/drafts', {
      ...begun,
      commandId: command(),
    });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body.draft;
  };
  const save = (
    browser: Browser,
    id: string,
    expecting: number,
    changes: Record<string, string | null>,
    commandId = command(),
  ): Promise<Answer<{ number: number; at: string } & Refused>> =>
    browser.post(`/api/drafts/${id}/saves`, { expecting, changes, says: 'Changed.', commandId });
  const pen = (browser: Browser, id: string, to: string): Promise<Answer<DraftSaid['pen'] & Refused>> =>
    browser.post(`/api/drafts/${id}/pen`, { to, commandId: command() });
  return { current, page, start, save, pen };
}

/** A form's text with something else in it. */
export function changed(text: string | undefined, change: (form: Form) => void): string {
  const form = JSON.parse(text ?? '') as Form;
  change(form);
  return JSON.stringify(form);
}
