import type { Locator, Page } from 'playwright-core';

/** An answer as a journey gives it: for the family or all its children, or by child's first name. */
export type Given = string | string[] | number | Record<string, unknown>[] | { [child: string]: string };

/** Types, ticks and chooses the answers given, as far as the section on the page asks for them. Says which. */
export async function typeAnswers(
  page: Page,
  given: Record<string, Given>,
  before: Set<string>,
): Promise<void> {
  for (;;) {
    const shown = await page.locator('tl-question').evaluateAll((all) =>
      all.map((one) => ({
        key: (one as HTMLElement).dataset['key'] ?? '',
        child: (one as unknown as { child?: { name: string } }).child?.name.split(' ')[0],
      })),
    );
    const next = shown
      .map(({ key, child }) => ({ key, value: valueFor(given, key, child) }))
      .find(({ key, value }) => value !== undefined && !before.has(key));
    if (!next) return;
    before.add(next.key);
    await typeAnswer(page.locator(`tl-question[data-key="${next.key}"]`), next.value as string);
  }
}

function valueFor(given: Record<string, Given>, key: string, child: string | undefined): Given | undefined {
  const [question = ''] = key.split('@');
  const value = given[question];
  if (value === undefined || typeof value !== 'object' || Array.isArray(value)) return value;
  return child === undefined ? undefined : value[child];
}

/** One answer through its own controls: a text, a choice, ticks, a day, a number of a scale, rows. */
export async function typeAnswer(
  question: Locator,
  value: string | string[] | Record<string, unknown>[],
): Promise<void> {
  const said = question.getByRole('button', { name: 'Say what has changed' });
  if (await said.isVisible()) await said.click();
  if (Array.isArray(value) && typeof value[0] === 'object') {
    return typeRows(question, value as Record<string, string>[]);
  }
  if (Array.isArray(value)) {
    for (const one of value as string[]) await question.locator(`input[value="${one}"]`).check();
    return;
  }
  await typeInto(question, String(value));
}

async function typeInto(field: Locator, value: string): Promise<void> {
  const kind = await field.evaluate((within) => {
    if (within.querySelector('.govuk-date-input')) return 'date';
    if (within.querySelector('select')) return 'select';
    if (within.querySelector('input[type=radio]')) return 'radio';
    return within.querySelector('input[type=checkbox]') ? 'boxes' : 'text';
  });
  if (kind === 'date') return typeDate(field, value);
  if (value.startsWith('new: ')) return nameSomebody(field, value.slice('new: '.length));
  if (kind === 'select') return void (await field.locator('select').selectOption(value));
  if (kind === 'radio') return field.locator(`input[value="${value}"]`).check();
  if (kind === 'boxes') {
    for (const label of value.split(', ')) await field.getByLabel(label).check();
    return;
  }
  await field.locator('textarea, input').first().fill(value);
}

/** Somebody whom nobody has named before. */
async function nameSomebody(field: Locator, name: string): Promise<void> {
  await field.locator('select').selectOption({ label: 'Somebody else' });
  await field.getByLabel('Their name').fill(name);
  await field.getByRole('button', { name: 'Add this person' }).click();
  await field.getByLabel('Their name').waitFor({ state: 'detached' });
}

/** '2026-09-01', or '2026-09-01 09:05' where the time is asked too. */
async function typeDate(field: Locator, value: string): Promise<void> {
  const [day = '', time = ''] = value.split(' ');
  const [year = '', month = '', date = ''] = day.split('-');
  const inputs = field.locator('.govuk-date-input input');
  for (const [at, part] of [date, month, year, ...(time ? [time] : [])].entries())
    await inputs.nth(at).fill(part);
}

async function typeRows(question: Locator, rows: Record<string, string>[]): Promise<void> {
  for (const row of rows) {
    await question.locator('.tl-add').click();
    const more = question.locator('.tl-row--open details:not([open]) > summary');
    if ((await more.count()) > 0) await more.press('Enter');
    for (const [column, value] of Object.entries(row)) {
      await typeInto(question.locator(`.tl-row--open [data-column="${column}"]`), value);
    }
    await question.getByRole('button', { name: 'Done', exact: true }).click();
  }
}
