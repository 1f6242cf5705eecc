import { changed, drafting } from '../drafts/drafting.ts';
import type { Browser } from '../support/test-server.ts';
import { Workplace } from '../support/workplace.ts';

export interface Gate {
  items: { id: string; says: string; met: boolean; todo?: string }[];
  law: { finding: string; name: string; source: string; authorised?: { by: string } }[];
  examples: { state: string; failing: { id: string; failures: string[] }[] };
  changes: { sentence: string }[];
  openCases: { name: string; families: number }[];
  plans: { id: string; ofThisDraft: boolean }[];
  can: { propose: boolean; decide: boolean; isOwn: boolean };
}
export interface Log {
  entries: {
    id: string;
    title: string;
    state: string;
    effective: string;
    before: { name: string };
    changes: { sentence: string }[];
    proposed: { by: string };
    approved?: { by: string };
    refused?: { by: string; because: string };
    reviews: string[];
    asked: string[];
    authorised: { finding: string; by: string }[];
    examples: { id: string; because: string }[];
    holds: number;
  }[];
}
export interface News {
  news: { id: string; title: string; note: string; asked: string[]; changes: string[]; effective: string }[];
}

export const timescales = 'timescales.json';
const caseNote = 'forms/case-note.json';

/** A working-group member and a practice lead with a draft, on a server with one family and a few worked cases. */
export class Publisher {
  readonly place: Workplace;
  member: Browser;
  lead: Browser;

  private constructor(place: Workplace, member: Browser, lead: Browser) {
    [this.place, this.member, this.lead] = [place, member, lead];
  }

  static async open(): Promise<Publisher> {
    const place = await Workplace.open({ published: true });
    const people = [await member(place), await lead(place)] as const;
    await place.openFamily([{ first: 'Ada', born: '2019-03-02' }]);
    await keepExamples(place, ['T1', 'T2', 'T4']);
    return new Publisher(place, ...people);
  }

  get drafting() {
    return drafting(() => this.place.server);
  }

  /** Time passes; whoever is at work signs in again. */
  async pass(days: number): Promise<void> {
    this.place.server.clock.pass(days * 24 * 60 * 60);
    [this.member, this.lead] = [await member(this.place), await lead(this.place)];
  }

  proposal(more: object = {}) {
    return {
      ...{ effective: '2026-09-03', note: 'The note has another name.', why: 'Nobody found it.' },
      ...{ asked: ['Social workers of the north team'], authorised: [], examples: [], move: null },
      ...more,
      commandId: this.place.command(),
    };
  }

  async gate(id: string, browser = this.member): Promise<Gate> {
    return (await browser.get<Gate>(`/api/drafts/${id}/gate`)).body;
  }

  /** The gate once its worked cases have been played. */
  async played(id: string): Promise<Gate> {
    for (;;) {
      const said = await this.gate(id);
      if (said.examples.state === 'done') return said;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  async log(): Promise<Log['entries']> {
    return (await this.member.get<Log>('/api/pathway/changes')).body.entries;
  }

  /** Another title over the case note: a change of a form, which needs no compiling. */
  async retitle(id: string, title: string): Promise<void> {
    const { page, pen, save } = this.drafting;
    const { files, save: last } = await page(this.member, id);
    await pen(this.member, id, 'me');
    const text = changed(files[caseNote], (form) => (form.title = title));
    const answer = await save(this.member, id, last.number, { [caseNote]: text });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }
}

const member = (place: Workplace): Promise<Browser> =>
  place.server.signedIn('working-group-member', 'north', 'nia');
const lead = (place: Workplace): Promise<Browser> => place.server.signedIn('practice-lead', 'north', 'lea');

export const unmet = (said: Gate): string[] => said.items.filter(({ met }) => !met).map(({ id }) => id);

/** A few of the worked cases are enough here: all are played on the pathway in its own tests. */
async function keepExamples(place: Workplace, ids: string[]): Promise<void> {
  const { store } = place.server;
  const { id } = await place.version();
  const kept = await store.document<{ examples: Record<string, string> }>('version', id);
  const paths = ids.map((one) => `examples/${one}.json`);
  const examples = Object.fromEntries(paths.map((path) => [path, kept?.body.examples[path]]));
  const body = { ...kept?.body, examples };
  await store.put({ kind: 'version', id, body, expecting: kept?.revision ?? 0 });
}
