import { beforeAll, expect, it } from 'vitest';
import { createAccount } from '../../../server/access/index.ts';
import { startContact } from './contact.ts';
import { named, tabTo } from './keys.ts';
import { lookBothWidths } from './look.ts';
import type { JourneyPlace } from './journey-place.ts';
import { officeOpenFrom } from './office.ts';
import { signIn, signOut } from './visitor.ts';

/** The queue: taking, giving, filters that stay, work that appears by itself, and all of it without a mouse. */
export function workAQueue(makePlace?: () => JourneyPlace): void {
  const office = officeOpenFrom('2026-09-01 09:05', makePlace);

  // with two who could do it, a screening waits in the queue until one of them takes it
  beforeAll(async () => {
    const roles = ['front-door-social-worker'];
    const account = {
      id: 'lena-voss',
      name: 'lena-voss',
      displayName: 'Lena Voss',
      roles,
      team: 'front-door',
    };
    await createAccount(office.server.store, account);
  });

  it('new work appears by itself in the browser of somebody who waits for it', async () => {
    const { page } = office.visit;
    const waiting = office.beside.page;
    await signIn(waiting, 'Gareth Pugh');
    await waiting.getByRole('link', { name: /^My team’s/ }).click();
    await page.goto('/');
    await signIn(page, 'Priya Anand');
    for (const family of ['Hartley', 'Okoye', 'Brandt']) {
      await startContact(page, [[`Ella ${family}`, '3 4 2017']]);
      await office.fills({ given: { receivedAt: '2026-09-01 08:50' }, again: true });
      await waiting
        .locator('.tl-task', { hasText: family })
        .getByRole('link', { name: 'Screen the contact' })
        .waitFor();
    }
    await waiting.getByText('New task: Screen the contact, Brandt').waitFor({ state: 'attached' });
    await signOut(page);
  });

  it('a person takes a task, and it is theirs', async () => {
    const { page } = office.beside;
    await page.getByRole('link', { name: /^Not yet allocated/ }).click();
    await page.getByRole('button', { name: 'Take: Screen the contact, Hartley' }).click();
    await page.getByText('Yours now: Screen the contact').waitFor({ state: 'attached' });
    await page.getByRole('link', { name: /^Mine/ }).click();
    await page.locator('.tl-task', { hasText: 'Okoye' }).waitFor({ state: 'detached' });
    await page.locator('.tl-task', { hasText: 'Hartley' }).waitFor();
    expect(await page.locator('.tl-task').count()).toBe(1);
  });

  it('a manager gives one task, then several at once', async () => {
    const { page } = office.visit;
    await signIn(page, 'Marion Teal');
    await page.getByRole('link', { name: /^My team’s/ }).click();
    await page.locator('.tl-task', { hasText: 'Hartley' }).getByText('With Gareth Pugh').waitFor();
    await page.getByRole('button', { name: 'Give: Screen the contact, Hartley' }).click();
    await page.getByLabel('Give “Screen the contact” for Hartley to').selectOption({ label: 'Marion Teal' });
    await page.locator('.tl-task__give').getByRole('button', { name: 'Give' }).click();
    await page.locator('.tl-task', { hasText: 'Hartley' }).getByText('With Marion Teal').waitFor();
    for (const family of ['Okoye', 'Brandt']) {
      await page.getByLabel(`Select: Screen the contact, ${family}`).check();
    }
    await page.getByText('2 tasks selected').waitFor();
    await lookBothWidths(page, 'work-giving');
    await page.getByLabel('Give to').selectOption({ label: 'Gareth Pugh' });
    await page.getByRole('button', { name: 'Give', exact: true }).click();
    await page.getByText('2 tasks given to Gareth Pugh.').waitFor({ state: 'attached' });
    for (const family of ['Okoye', 'Brandt']) {
      await page.locator('.tl-task', { hasText: family }).getByText('With Gareth Pugh').waitFor();
    }
    await office.beside.page.locator('.tl-task', { hasText: 'Okoye' }).waitFor();
  });

  it('filters stay when the page is loaded again, and a name that was typed does not', async () => {
    const { page } = office.visit;
    await page.getByLabel('Worker', { exact: true }).selectOption({ label: 'Gareth Pugh' });
    await page.locator('.tl-task', { hasText: 'Hartley' }).waitFor({ state: 'detached' });
    await page.getByLabel('Family or child').fill('Okoye');
    await page.locator('.tl-task', { hasText: 'Brandt' }).waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('.tl-task', { hasText: 'Brandt' }).waitFor();
    expect(await page.locator('.tl-task').count()).toBe(2);
    expect(page.url()).not.toContain('Okoye');
    expect(await page.getByLabel('Worker', { exact: true }).inputValue()).toBe('gareth-pugh');
    await page.getByRole('button', { name: 'Show everything again' }).click();
    await page.locator('.tl-task', { hasText: 'Hartley' }).waitFor();
    await signOut(page);
  });

  it('a page left open for long says that its session has ended, and leads back to where it was', async () => {
    const { page } = office.beside;
    await office.clock('2026-09-01 11:00');
    await page.getByText('You have been signed out.').waitFor();
    await page.getByRole('button', { name: /^Sign in as Gareth Pugh/ }).waitFor();
    await tabTo(page, 'a person to be', named(/^Sign in as Gareth Pugh/));
    await page.keyboard.press('Enter');
    await page.locator('.tl-task').first().waitFor();
    office.beside.forgive();
  });

  it('from the queue to the completed task without a mouse, the focus always in sight', async () => {
    const { page } = office.beside;
    const { keyboard } = page;
    await tabTo(page, 'the task', named('Screen the contact'));
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Screen the contact' }).waitFor();
    for (let confirmed = 0; confirmed < 2; confirmed += 1) {
      await tabTo(page, 'an answer to confirm', named('Still right'));
      await keyboard.press('Enter');
    }
    await tabTo(page, 'Continue', named('Continue'));
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'What we already know' }).waitFor();
    await tabTo(page, 'whether the history was read', ({ key }) => key === 'historyReviewed');
    await keyboard.press('Space');
    await keyboard.press('ArrowRight');
    await tabTo(page, 'Continue', named('Continue'));
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'What others tell us' }).waitFor();
    await tabTo(page, 'Continue', named('Continue'));
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'What we decided about this contact' }).waitFor();
    await tabTo(page, 'the outcome', ({ key }) => key.startsWith('contactOutcome@'));
    await keyboard.press('Space');
    await tabTo(page, 'the reason', ({ key, tag }) => key === 'contactOutcomeWhy' && tag === 'textarea');
    await keyboard.type('School saw it build up over weeks.');
    await tabTo(page, 'Check answers', named('Check answers'));
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Check your answers' }).waitFor();
    await page.locator('.tl-next-steps__list').waitFor();
    await tabTo(page, 'Complete', named('Complete'));
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Done: Screen the contact' }).waitFor();
  });
}
