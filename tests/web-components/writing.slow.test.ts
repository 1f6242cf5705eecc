import { describe, expect, it } from 'vitest';
import { builtPages } from './support/built-pages.ts';

const pages = builtPages();

describe('a form', () => {
  it('saves by itself, keeps what is typed while the line is lost, and sends it when it is back', async () => {
    const { page, close } = await pages.open('/tasks/t-enquiry?section=thinking');
    await page.locator('#parentsAccount').fill('She told us herself.');
    await page.locator('.tl-saved', { hasText: 'Saved 15:32' }).first().waitFor();
    pages.fixture().state.offline = true;
    await page.locator('#parentsAccount').fill('She told us herself, twice.');
    await page.locator('.tl-saved--not').waitFor();
    expect(await page.locator('#parentsAccount').inputValue()).toBe('She told us herself, twice.');
    pages.fixture().state.offline = false;
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.locator('.tl-saved--not').waitFor({ state: 'detached' });
    expect(pages.fixture().state.drafts['t-enquiry']?.['parentsAccount']?.value).toBe(
      'She told us herself, twice.',
    );
    await close();
  });

  it('that two people write shows both texts and loses neither', async () => {
    const { page, close } = await pages.open('/tasks/t-enquiry?section=decision');
    const drafts = (pages.fixture().state.drafts['t-enquiry'] ??= {});
    await page.locator('#why').waitFor();
    drafts['why'] = {
      value: 'Because of the bruise.',
      revision: 5,
      by: { id: 'dermot', name: 'Dermot Hale' },
      at: '2026-09-24T13:30:00.000Z',
    };
    await page.locator('#why').fill('Because of the baby.');
    await page.getByText('Dermot Hale changed this answer too').waitFor();
    expect(await page.locator('tl-two-texts').innerText()).toContain('Because of the bruise.');
    await page.getByRole('button', { name: 'Put both together' }).click();
    await expect
      .poll(() => pages.fixture().state.drafts['t-enquiry']?.['why']?.value)
      .toBe('Because of the bruise.\n\nBecause of the baby.');
    await close();
  });

  it('that somebody else completed first keeps what was written and says who and when', async () => {
    const { page, close } = await pages.open('/tasks/t-visit');
    await page.locator('textarea, tl-answer-text input').first().fill('Nana was there.');
    await page.locator('.tl-saved').first().waitFor();
    const task = pages.fixture().state.tasks.find(({ id }) => id === 't-visit');
    if (task) task.completed = { by: { id: 'dermot', name: 'Dermot Hale' }, at: '2026-09-24T13:31:00.000Z' };
    for (const tell of pages.fixture().state.listeners)
      tell({ kind: 'tasks', case: 'c-okoro', task: 't-visit' });
    await page.getByText('Dermot Hale completed this task at 14:31').waitFor();
    expect(await page.locator('main').innerText()).toContain('Nana was there.');
    await close();
  });

  it('leaves nothing of what was typed on the machine', async () => {
    const { page, close } = await pages.open('/tasks/t-enquiry?section=thinking');
    await page.locator('#whyLate').fill('Very private words.');
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toContain('private');
    await close();
  });
});

describe('the queue', () => {
  it('shows new work by itself, says so politely, and leaves the focus where it is', async () => {
    const { page, close } = await pages.open('/work');
    const link = page.getByRole('link', { name: 'Visit the child' });
    await link.focus();
    const [first] = pages.fixture().state.tasks;
    if (first)
      pages.fixture().state.tasks.unshift({
        ...first,
        id: 't-new',
        what: 'Read the letter',
        assignee: { id: 'priya', name: 'Priya Nair' },
      });
    for (const tell of pages.fixture().state.listeners) tell({ kind: 'tasks' });
    await page.getByRole('link', { name: 'Read the letter' }).waitFor();
    expect(await page.locator('#tl-announcements').innerText()).toContain('New task: Read the letter');
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    await close();
  });

  it('keeps its filters when one comes back, without a word that was typed', async () => {
    const { page, close } = await pages.open('/work');
    await page.getByLabel('Stage').selectOption('protection-plan');
    await page.getByLabel('Family or child').fill('Okoro');
    await page.waitForURL(/stage=protection-plan/);
    await page.getByRole('link', { name: 'Cases by stage' }).click();
    await page.getByRole('link', { name: 'My work' }).click();
    await page.locator('h1', { hasText: 'My work' }).waitFor();
    expect(await page.getByLabel('Stage').inputValue()).toBe('protection-plan');
    const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }) + location.href);
    expect(kept).not.toContain('Okoro');
    await close();
  });
});
