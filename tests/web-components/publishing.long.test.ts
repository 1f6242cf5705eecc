import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { lookBothWidths } from '../journeys/support/look.ts';
import { officeOpenFrom } from '../journeys/support/office.ts';
import { signIn, signOut } from '../journeys/support/visitor.ts';

/** Publishing a draft with two people, and the families that follow, on the real server. */
const office = officeOpenFrom('2026-09-01 09:05');

/** What a page would send, by whoever is signed in on it. */
function send<T>(page: Page, method: string, path: string, body?: object): Promise<T> {
  return page.evaluate(
    async ([how, where, sent]) => {
      const { csrf } = (await (await fetch('/api/session')).json()) as { csrf: string };
      const answer = await fetch(`/api${where}`, {
        method: how,
        headers: { 'content-type': 'application/json', 'x-csrf-token': csrf },
        ...(sent ? { body: JSON.stringify(sent) } : {}),
      });
      const said: unknown = await answer.json();
      if (!answer.ok) throw new Error(JSON.stringify(said));
      return said;
    },
    [method, path, body] as const,
  ) as Promise<T>;
}

/** The contact about Ada Marsh, which is being written down. */
async function taskOf(page: Page) {
  const { tasks } = await send<{ tasks: { id: string; caseName: string }[] }>(
    ...([page, 'GET', '/tasks?view=mine'] as const),
  );
  const task = tasks.find(({ caseName }) => caseName === 'Marsh');
  const { form } = await send<{ form: { layout: { questions: { id: string }[] }[] } }>(
    ...([page, 'GET', `/tasks/${task?.id ?? ''}`] as const),
  );
  return { id: task?.id ?? '', caseName: task?.caseName ?? '', form };
}

let draft = '';

it('a change of the visit form is made in a draft, while families are at work', async () => {
  const { page } = office.visit;
  await page.goto('/');
  await signIn(page, 'Priya Anand');
  for (const familyName of ['Marsh', 'Okafor', 'Teal']) {
    const child = { firstNames: 'Ada', familyName, dateOfBirth: '2019-03-02' };
    const contact = { children: [{ new: child }] };
    await send(page, 'POST', '/cases', { contact, commandId: familyName });
  }
  const task = await taskOf(page);
  const [first] = task.form.layout[0]?.questions ?? [];
  const written = { value: '2026-09-01T08:00:00.000Z', revision: 0, origin: 'typed' };
  await send(page, 'PUT', `/tasks/${task.id}/drafts/${first?.id ?? ''}`, written);
  await signOut(page);
  await signIn(page, 'Nadia Rahman');
  const versions = await send<{ id: string; current: boolean }[]>(page, 'GET', '/pathway/versions');
  const version = versions.find(({ current }) => current)?.id;
  const begun = { title: 'Shorter first contacts', why: 'Callers are asked too much.', from: { version } };
  ({ draft } = await send<{ draft: string }>(page, 'POST', '/drafts', { ...begun, commandId: 'd' }));
  const { files } = await send<{ files: Record<string, string> }>(page, 'GET', `/drafts/${draft}`);
  const form = JSON.parse(files['forms/contact.json'] ?? '{}') as {
    layout: { questions: { label: string }[] }[];
  };
  const question = form.layout[0]?.questions[0];
  if (question) question.label = 'When did the call come?';
  await send(page, 'POST', `/drafts/${draft}/saves`, {
    ...{ expecting: 1, says: 'Shorter', commandId: 's' },
    changes: { 'forms/contact.json': JSON.stringify(form) },
  });
});

it('the page says what it takes, and what is missing when it is sent too early', async () => {
  const { page } = office.visit;
  await page.goto(`/pathway/drafts/${draft}/publish`);
  await page.getByRole('heading', { level: 1, name: 'Publish “Shorter first contacts”' }).waitFor();
  await page.getByText('39 of 39 worked cases come out as before.').waitFor();
  await page.getByRole('button', { name: 'Propose' }).click();
  await page.getByRole('link', { name: 'Say whether families stay or follow.' }).waitFor();
  await lookBothWidths(page, 'publish');
});

it('whoever may move families makes the plan: checked, tried, nothing moved', async () => {
  const { page } = office.beside;
  await page.goto('/');
  await signIn(page, 'Dev Chandra');
  await page.goto(`/pathway/drafts/${draft}/publish`);
  await page.getByRole('button', { name: /^Make a plan for 3 families/ }).click();
  await page.getByText('Nothing: everything maps by itself.').waitFor();
  await page.getByLabel('Record the contact').selectOption('new');
  await page.getByLabel('Why do the families move?').fill('The new form is shorter.');
  await page.getByRole('button', { name: 'Try it on all families' }).click();
  await page.getByText('3 families would move, with 3 children').waitFor();
  await page.getByText('It can be signed once the version is published.').waitFor();
  await lookBothWidths(page, 'move-plan');
});

it('the draft is proposed by one person', async () => {
  const { page } = office.visit;
  await page.getByLabel('They follow by the plan for “The redesigned pathway”').check();
  await page.getByLabel('Day').fill('1');
  await page.getByLabel('Month').fill('9');
  await page.getByLabel('Year').fill('2026');
  await page.getByLabel('Who asked for it?').fill('Business support\nFront door');
  await page.getByLabel('What should staff know?').fill('The first question is shorter now.');
  await page.getByRole('button', { name: 'Propose' }).click();
  await page.getByText('You proposed this. Somebody else').waitFor();
  await lookBothWidths(page, 'publish-proposed');
});

it('and published by another, a practice lead', async () => {
  const { page } = office.beside;
  await page.getByRole('link', { name: 'Back to publishing the draft' }).click();
  await page.getByRole('button', { name: 'Publish it' }).waitFor();
  await lookBothWidths(page, 'publish-decide');
  await page.getByRole('button', { name: 'Publish it' }).click();
  await page.getByText('Published', { exact: true }).first().waitFor();
  await page.goto('/pathway/changes');
  await page.getByText('Business support, Front door').waitFor();
  await page.locator('summary').first().click();
  await lookBothWidths(page, 'change-log');
});

it('staff read what changed over their work, and put it away', async () => {
  const { page } = office.visit;
  await signOut(page);
  await signIn(page, 'Ellie Marsh');
  await page
    .getByRole('heading', { name: 'What changed on 1 September 2026, and who asked for it' })
    .waitFor();
  await page.getByText('Asked for by Business support, Front door').waitFor();
  await lookBothWidths(page, 'staff-news');
  await page.getByRole('button', { name: /^I have read it/ }).click();
  await page.getByText('Asked for by').waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor();
  expect(await page.locator('tl-staff-news').count()).toBe(0);
});

it('the plan is signed, the families follow, and one is taken back', async () => {
  const { page } = office.beside;
  await page.goto('/pathway/moves');
  await page.getByRole('link', { name: /^From “The redesigned pathway”/ }).waitFor();
  await lookBothWidths(page, 'moves');
  await page.getByRole('link', { name: /^From “The redesigned pathway”/ }).click();
  await page.getByRole('button', { name: 'Sign the plan' }).click();
  await page.getByRole('button', { name: 'Move the families' }).click();
  await page.getByText('Moved: 3').waitFor();
  await page.getByText('Done', { exact: true }).waitFor();
  await lookBothWidths(page, 'moved');
  await page
    .getByRole('button', { name: /^Take back/ })
    .first()
    .click();
  await page.getByText('Taken back: 1').waitFor();
  await page.getByText('Moved: 2').waitFor();
});

it('whoever had begun the form finds what they wrote on the new one, to be looked at again', async () => {
  const { page } = office.visit;
  await signOut(page);
  // the queue was told of the moves, and asked once more when its person had gone
  office.visit.forgive();
  await signIn(page, 'Priya Anand');
  const family = (await taskOf(page)).caseName;
  await page.goto(`/tasks/${(await taskOf(page)).id}`);
  await page.getByRole('heading', { name: 'This form has changed since you began' }).waitFor();
  await page.getByText('“When did the call come?”').first().waitFor();
  expect(family).toBe('Marsh');
  await lookBothWidths(page, 'task-after-move');
});
