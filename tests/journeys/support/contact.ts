import type { Page } from 'playwright-core';

/** From "Record a contact" to its form: each child looked for, not found, and named with a date of birth ('3 4 2017'). */
export async function startContact(
  page: Page,
  children: readonly (readonly [string, string])[],
): Promise<void> {
  await page.getByRole('link', { name: 'Record a contact' }).click();
  for (const [name, born] of children) await nameChild(page, name, born);
  await page.getByRole('button', { name: 'Start recording' }).click();
  await page.getByRole('heading', { level: 1, name: 'Record the contact' }).waitFor();
}

async function nameChild(page: Page, name: string, born: string): Promise<void> {
  const [date = '', month = '', year = ''] = born.split(' ');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Look' }).click();
  await page.getByRole('button', { name: /not on file|None of these/ }).click();
  const form = page.locator('tl-new-child');
  await form.getByLabel('Day').fill(date);
  await form.getByLabel('Month').fill(month);
  await form.getByLabel('Year').fill(year);
  await form.getByRole('button', { name: 'Add this child' }).click();
  await page.getByRole('button', { name: `Take out ${name}` }).waitFor();
}
