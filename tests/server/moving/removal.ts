import type { MovePlan } from '#engine';
import { shippedVersion } from '../../support/shipped-version.ts';
import { RedrawnXml } from '../../support/redraw-xml.ts';
import type { Browser } from '../support/test-server.ts';
import type { Workplace } from '../support/workplace.ts';

/** The page of a move, as far as tests look at it. */
export interface MoveSaid {
  id: string;
  state: string;
  revision: number;
  plan: MovePlan;
  published: boolean;
  stale: boolean;
  mapped: { id: string; keepsForm?: boolean }[];
  decide: { id: string; name: string; suggestions: { to: string; because: string }[]; said?: string[] }[];
  findings: { check: string; level: string; message: string }[];
  trial?: {
    ofThisPlan: boolean;
    cases: number;
    move: number;
    needAPerson: {
      case: string;
      readable: boolean;
      name?: string;
      troubles: { nearest: { choice: MovePlan['places'][number]; says: string }[] }[];
    }[];
  };
  counts: Record<string, number>;
  cases: { case: string; readable: boolean; name?: string; result: string; message?: string }[];
}

/** The shipped version redrawn: screening is another step now, and the assessment asks otherwise. */
export async function redrawnFiles(place: Workplace): Promise<Record<string, string>> {
  const texts = await place.server.versions.texts((await shippedVersion()).id);
  const files = texts?.files ?? {};
  const path = 'forms/child-and-family-assessment.json';
  const form = (files[path] ?? '').replace(
    'What does it mean for the children now?',
    'What does all this mean for the children?',
  );
  const drawing = new RedrawnXml(files['pathway.bpmn'] ?? '').rename('screen-contact', 'look-at-contact');
  return { ...files, [path]: form, 'pathway.bpmn': drawing.text };
}

/** Publishes it without the ceremony, which has tests of its own. */
export async function publishRedrawn(place: Workplace, effective = '2026-09-01'): Promise<string> {
  const about = { name: 'Screening by its other name', examples: {}, effective, publication: 'p1' };
  return place.server.versions.publish({ ...about, files: await redrawnFiles(place) });
}

/** Somebody with a plan in hand. */
export function planner(place: Workplace, browser: Browser) {
  const read = async (id: string): Promise<MoveSaid> =>
    (await browser.get<MoveSaid>(`/api/moves/${id}`)).body;
  const begin = async (to: string): Promise<string> => {
    const asked = { from: (await shippedVersion()).id, to, commandId: place.command() };
    const answer = await browser.post<{ id: string }>('/api/moves', asked);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body.id;
  };
  const say = async (id: string, change: (plan: MovePlan) => Partial<MovePlan>) => {
    const { plan, revision } = await read(id);
    return browser.put(`/api/moves/${id}/plan`, { plan: { ...plan, ...change(plan) }, revision });
  };
  /** until nothing more is under way */
  const still = async (id: string): Promise<MoveSaid> => {
    for (;;) {
      const said = await read(id);
      if (said.state !== 'moving') return said;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const run = (id: string, state = 'go') => browser.post(`/api/moves/${id}/run`, { state });
  return { read, begin, say, still, run, post: browser.post.bind(browser) };
}
