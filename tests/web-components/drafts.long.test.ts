import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { look, lookBothWidths } from '../journeys/support/look.ts';
import { officeOpenFrom } from '../journeys/support/office.ts';
import { signIn } from '../journeys/support/visitor.ts';

/** The pages of the pathway and of a draft, on the real server: who writes, what is saved, what is said of it. */
const office = officeOpenFrom('2026-09-01 09:05');

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parts of the draft' }).getByRole('link', { name, exact: true });

/** What the editor tells its page when a question was reworded in it. */
async function reword(page: Page, label: string): Promise<void> {
  await page.locator('pathway-modeller').waitFor({ state: 'attached' });
  await page.evaluate((text) => {
    const editor = document.querySelector<HTMLElement & { files: Record<string, string> }>(
      'pathway-modeller',
    );
    const path = 'forms/visit.json';
    const form = JSON.parse(editor?.files[path] ?? '{}') as { layout: { questions: { label: string }[] }[] };
    const question = form.layout[0]?.questions[0];
    if (question) question.label = text;
    const detail = { changes: { [path]: JSON.stringify(form) }, says: `Reworded: ${text}` };
    editor?.dispatchEvent(new CustomEvent('tl-draft-changed', { bubbles: true, detail }));
  }, label);
}

it('whoever redraws the pathway finds it, in a drawing and in words', async () => {
  const { page } = office.visit;
  await page.goto('/');
  await signIn(page, 'Nadia Rahman');
  await page.getByRole('link', { name: 'Pathway' }).click();
  await page.getByRole('heading', { name: 'The pathway in words' }).waitFor();
  await page.locator('pathway-drawing .djs-element').first().waitFor();
  expect(await page.getByText(/^It begins with/).count()).toBeGreaterThan(0);
  await lookBothWidths(page, 'pathway');
  await page.getByRole('link', { name: 'Versions' }).click();
  await page.getByText('New cases start on it').waitFor();
  await lookBothWidths(page, 'pathway-versions');
});

it('somebody with no part in it is not led there', async () => {
  const { page } = office.beside;
  await page.goto('/');
  await signIn(page, 'Priya Anand');
  expect(await page.getByRole('link', { name: 'Pathway' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Sign out' }).click();
});

it('a draft has to have a name, and opens as soon as it is started', async () => {
  const { page } = office.visit;
  await page.getByRole('link', { name: 'Drafts', exact: true }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('link', { name: 'Enter what the draft shall be called' }).waitFor();
  await lookBothWidths(page, 'pathway-drafts');
  await page.getByLabel('What shall it be called?').first().fill('One visit form');
  await page.getByLabel('Why is a change wanted?').first().fill('Visits are written up three times.');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'One visit form' }).waitFor();
  await page.getByText('You hold the pen.').waitFor();
});

it('saves by itself, and says so', async () => {
  const { page } = office.visit;
  await office.clock('2026-09-01 09:10');
  await reword(page, 'How was the visit?');
  await page.getByText('Saved 09:10').waitFor();
});

it('says what was changed in sentences, each leading to where it is', async () => {
  const { page } = office.visit;
  await tab(page, 'Comparison').click();
  await page.getByText('How was the visit?').first().waitFor();
  await lookBothWidths(page, 'draft-comparison');
  await page
    .getByRole('link', { name: /^Show it.*How was the visit/ })
    .first()
    .click();
  expect(new URL(page.url()).search).toMatch(/view=forms&form=visit&question=/);
});

it('says what the checks found, and that every way was walked', async () => {
  const { page } = office.visit;
  await tab(page, 'Checks').click();
  await page.getByText('Every way was walked').waitFor();
  await lookBothWidths(page, 'draft-checks');
});

it('keeps what was changed while the line is lost, and saves it when the line is back', async () => {
  const { page, context } = office.visit;
  await office.clock('2026-09-01 09:20');
  await context.setOffline(true);
  await reword(page, 'What did you see?');
  await page.getByText('What you changed stays on this page').waitFor();
  await look(page, 'draft-offline');
  await context.setOffline(false);
  await page.getByText('Saved 09:20').waitFor();
});

it('whoever only reads sees what the other saves', async () => {
  const { page } = office.beside;
  await signIn(page, 'Dev Chandra');
  // who has no queue of their own begins here
  expect(new URL(page.url()).pathname).toBe('/pathway');
  await page.goto(new URL(office.visit.page.url()).pathname);
  await page.getByText('Nadia Rahman has held the pen').waitFor();
  await office.clock('2026-09-01 09:30');
  await reword(office.visit.page, 'What did you see and hear?');
  await page.getByText('Saved 09:30 by Nadia Rahman').waitFor();
});

it('the pen is taken over only on purpose, and whoever held it is told', async () => {
  const { page } = office.beside;
  await page.getByRole('button', { name: 'Take over the pen' }).click();
  await page.getByText('They will see that you took it.').waitFor();
  await look(page, 'draft-taking-over');
  await page.getByRole('button', { name: 'Take it over' }).click();
  await page.getByText('You hold the pen.').waitFor();
  await office.visit.page.getByText('Dev Chandra took the pen from you').waitFor();
});

it('what cannot be saved for want of the pen stays on the page, with what can be done', async () => {
  const { page } = office.visit;
  await reword(page, 'Written without the pen');
  await page.getByText('Dev Chandra holds the pen of this draft now.').waitFor();
  await lookBothWidths(page, 'draft-not-saved');
  await page.getByRole('button', { name: 'Take the pen and save' }).click();
  await page.getByText('Saved 09:30', { exact: true }).waitFor();
  await office.beside.page.getByText('Nadia Rahman took the pen from you').waitFor();
  office.visit.forgive();
});

it('goes back to an earlier save, and nothing is lost', async () => {
  const { page } = office.visit;
  await tab(page, 'Saves').click();
  await page.getByRole('button', { name: /^Go back to this.*save 2/ }).click();
  await page.getByText('Went back to save 2.').waitFor();
  await lookBothWidths(page, 'draft-saves');
  await tab(page, 'Comparison').click();
  await page.getByText('How was the visit?').first().waitFor();
});

it('is handed to a named colleague', async () => {
  const { page } = office.visit;
  await page.getByText('Hand it to …').click();
  await page.getByLabel('Hand it to').selectOption({ label: 'Dev Chandra' });
  await page.getByRole('button', { name: 'Hand over' }).click();
  await page.getByText('Dev Chandra has held the pen').waitFor();
  await office.beside.page.getByText('You hold the pen.').waitFor();
});

it('a rival is forked from a draft', async () => {
  const { page } = office.visit;
  await page.getByRole('link', { name: 'All drafts' }).click();
  await page.getByRole('button', { name: /^Fork.*One visit form/ }).click();
  await page.getByRole('heading', { name: 'Start a rival of “One visit form”' }).waitFor();
  await page.getByLabel('What shall it be called?').first().fill('Two visit forms');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Two visit forms' }).waitFor();
  await page.getByRole('link', { name: 'A rival of “One visit form”' }).waitFor();
});

it('what was done in the outline is undone from any part of the draft, with the usual keys', async () => {
  const { page } = office.visit;
  await tab(page, 'Outline').click();
  await page.goto(`${page.url()}&element=record-contact`);
  await page
    .getByRole('button', { name: /^Reword/ })
    .first()
    .click();
  await page.locator('pathway-outline form input').first().fill('Write the contact down');
  await page.locator('pathway-outline form input').first().press('Enter');
  await tab(page, 'Comparison').click();
  const renamed = page.getByText('is now called “Write the contact down”').first();
  await renamed.waitFor();
  await page.keyboard.press('Control+z');
  await renamed.waitFor({ state: 'detached' });
  await page.getByText('How was the visit?').first().waitFor();
  expect(await renamed.count()).toBe(0);
});

const foreign = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="elsewhere">
  <process id="p" isExecutable="true">
    <startEvent id="begin" name="A call comes in"><outgoing>a</outgoing></startEvent>
    <sequenceFlow id="a" sourceRef="begin" targetRef="count"/>
    <scriptTask id="count" name="Count the days" scriptFormat="js">
      <incoming>a</incoming><outgoing>b</outgoing><script>1 + 1</script>
    </scriptTask>
    <sequenceFlow id="b" sourceRef="count" targetRef="end"/>
    <endEvent id="end" name="Answered"><incoming>b</incoming></endEvent>
  </process>
</definitions>`;

it('a drawing from elsewhere is brought in, and what can’t run here is named and done about', async () => {
  const { page } = office.visit;
  await page.goto('/pathway?view=drafts');
  const file = { name: 'calls.bpmn', mimeType: 'application/xml', buffer: Buffer.from(foreign) };
  await page.locator('#bring-file').setInputFiles(file);
  await page.locator('#bring-name').fill('How calls are answered elsewhere');
  await page.getByRole('button', { name: 'Bring in' }).click();
  await page.getByText('“Count the days”').first().waitFor();
  await lookBothWidths(page, 'pathway-brought-in');
  await page.getByRole('button', { name: 'Do what is ticked and open the draft' }).click();
  await page.getByRole('heading', { level: 1, name: 'How calls are answered elsewhere' }).waitFor();
  await tab(page, 'Saves').click();
  await page.getByText('Done for 1 of what can’t run here.').waitFor();
});

it('what is no drawing is refused in plain words', async () => {
  const { page } = office.visit;
  await page.goto('/pathway?view=drafts');
  const file = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no drawing') };
  await page.locator('#bring-file').setInputFiles(file);
  await page.locator('#bring-name').fill('Not a drawing');
  await page.getByRole('button', { name: 'Bring in' }).click();
  await page.getByRole('link', { name: /can.t be read/ }).waitFor();
  await look(page, 'pathway-not-brought-in');
  office.visit.forgive();
});
