// @vitest-environment jsdom
import { render } from 'lit';
import { expect, test } from 'vitest';
import type { FormQuestion } from '#engine/browser';
import type { TaskPage } from '../../../web-components/api/tasks.ts';
import type { Drafts } from '../../../web-components/controllers/drafts.ts';
import { sectionView, type SectionView } from '../../../web-components/pages/task/section-view.ts';

const ella = { id: 'ella', name: 'Ella' };
const tom = { id: 'tom', name: 'Tom' };
const decision: FormQuestion = {
  ...{ id: 'decision', type: 'short-text', label: 'What happens next for [child]?', per: 'child' },
  ...{ purpose: 'test', source: 'local', policy: 'ask' },
};

/** A section asking one question of each of two children, and what was set by pressing. */
function shown(answers: Record<string, unknown>) {
  const set: [string, unknown][] = [];
  const drafts = {
    entry: (key: string) => (key in answers ? { value: answers[key] } : undefined),
    set: (key: string, value: unknown) => set.push([key, value]),
  } as unknown as Drafts;
  const page = {
    form: { id: 'visit' },
    children: [ella, tom],
    earlier: {},
    blocks: {},
    computed: {},
    linked: {},
  };
  const view = {
    ...{ page: page as unknown as TaskPage, drafts, choices: {}, errors: new Map(), me: 'me' },
    ...{ tools: {}, openDifferences: new Set(), openDifference: () => undefined },
  } as unknown as SectionView;
  const place = document.createElement('div');
  const asked = [ella, tom].map((child) => ({ key: `decision@${child.id}`, question: decision, child }));
  render(sectionView(view, asked), place);
  return { set, button: place.querySelector<HTMLButtonElement>('.tl-same-for-all') };
}

test('what was answered for the first child is set for the others at once', () => {
  const { set, button } = shown({ 'decision@ella': 'assessment' });
  expect(button?.textContent.trim()).toBe('Use Ella’s answers for Tom too');
  button?.click();
  expect(set).toEqual([['decision@tom', 'assessment']]);
});

test('there is nothing to set for all before the first child has an answer', () => {
  expect(shown({}).button).toBeNull();
});
