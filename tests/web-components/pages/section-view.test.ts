// @vitest-environment jsdom
import { render } from 'lit';
import { afterEach, expect, test } from 'vitest';
import type { FormQuestion } from '#engine/browser';
import type { TaskPage } from '../../../web-components/api/tasks.ts';
import type { DraftEntry } from '../../../web-components/controllers/draft-entry.ts';
import type { Drafts } from '../../../web-components/controllers/drafts.ts';
import '../../../web-components/pages/task/same-for-all.ts';
import type { SameForAll } from '../../../web-components/pages/task/same-for-all.ts';
import { sectionView, type SectionView } from '../../../web-components/pages/task/section-view.ts';
import { tools } from '../support/show.ts';

const offer = 'The same for all children: “What happens next for each child?”';
const ella = { id: 'ella', name: 'Ella' };
const tom = { id: 'tom', name: 'Tom' };
const ben = { id: 'ben', name: 'Ben' };
const decision: FormQuestion = {
  ...{
    id: 'decision',
    type: 'radios',
    label: 'What happens next for [child]?',
    per: 'child',
    sameForAll: true,
  },
  ...{ purpose: 'test', source: 'local', policy: 'ask' },
};

/** A section asking one question of each of three children, drawn anew with each answer, as a page does. */
function shown(question: FormQuestion, answers: Record<string, unknown>) {
  const kept = new Map<string, DraftEntry>();
  const place = document.body.appendChild(document.createElement('div'));
  const draw = (): void => {
    render(sectionView(view, [...asked]), place);
  };
  const set = (key: string, value: unknown): void => {
    kept.set(key, { value, revision: 0, state: 'saved' });
    draw();
  };
  const page = {
    ...{ form: { id: 'visit' }, children: [ella, tom, ben], codeLists: [] },
    ...{ earlier: {}, blocks: {}, computed: {}, linked: {} },
  };
  const drafts = { entry: (key: string) => kept.get(key), entries: () => kept, set } as unknown as Drafts;
  const view = {
    ...{ page: page as unknown as TaskPage, drafts, choices: {}, errors: new Map(), me: 'me' },
    ...{ tools: { ...tools }, openDifferences: new Set(), openDifference: () => undefined },
  } as unknown as SectionView;
  const asked = page.children.map((child) => ({ key: `decision@${child.id}`, question, child }));
  for (const [child, value] of Object.entries(answers)) set(`decision@${child}`, value);
  draw();
  const element = (): SameForAll | null => place.querySelector('tl-same-for-all');
  const press = async (says: string): Promise<void> => {
    await element()?.updateComplete;
    const found = [...(element()?.querySelectorAll('button') ?? [])].find(
      (one) => one.textContent.trim() === says,
    );
    if (!found) throw new Error(`no button “${says}”`);
    found.click();
    await element()?.updateComplete;
  };
  const stands = (): unknown[] => page.children.map(({ id }) => kept.get(`decision@${id}`)?.value);
  return { element, press, stands, set };
}

afterEach(() => document.body.replaceChildren());

test('what was answered for the first child is set for those without an answer, said, and taken back', async () => {
  const { element, press, stands } = shown(decision, { ella: 'assessment', tom: 'nothing' });
  await press(offer);
  expect(stands()).toEqual(['assessment', 'nothing', 'assessment']);
  expect(element()?.querySelector('[role="status"]')?.textContent).toBe('Set for Ben too.');
  expect(document.activeElement?.textContent.trim()).toBe('Undo');
  await press('Undo');
  expect(stands()).toEqual(['assessment', 'nothing', null]);
});

test('once something else is written, nothing is taken back any more', async () => {
  const { element, press, set } = shown(decision, { ella: 'assessment' });
  await press(offer);
  set('decision@ben', 'another');
  await element()?.updateComplete;
  expect(element()?.querySelector('button')).toBeNull();
});

test('nothing is offered before there is an answer, and never of a question that does not allow it', async () => {
  const before = shown(decision, {});
  await before.element()?.updateComplete;
  expect(before.element()?.querySelector('button')).toBeNull();
  const { sameForAll: _, ...own } = decision;
  expect(shown(own, { ella: 'assessment' }).element()).toBeNull();
});
