import { expect, it } from 'vitest';
import { builtPages, loaded } from './support/built-pages.ts';

const pages = builtPages();
const worry = 'Change or add: Our worries';

it('what somebody wrote stays when a colleague changed the same meanwhile: both are read, and one is kept', async () => {
  const { page, close } = await pages.open('/families/c-ashdown/map');
  await loaded(page);
  pages.fixture().state.map.colleague = 'The colleague’s words.';
  await page.getByRole('button', { name: worry }).click();
  const living = page.locator('.tl-living[data-block="dangerStatements"]');
  await living.getByRole('button', { name: 'Change 1', exact: true }).click();
  await living.getByLabel('What we think will happen').fill('My own words.');
  await page.getByRole('button', { name: 'Save: Our worries' }).click();
  const both = page.locator('.tl-living__both');
  await both.waitFor();
  expect(await both.innerText()).toContain('The colleague’s words.');
  expect(await living.getByLabel('What we think will happen').inputValue()).toBe('My own words.');
  await page.getByRole('button', { name: 'Save: Our worries' }).click();
  await page.getByRole('button', { name: worry }).waitFor();
  expect(await page.locator('.tl-map__pairs').innerText()).toContain('My own words.');
  await close();
});

it('a row ends by keyboard with a reason, and without one it stays', async () => {
  const { page, close } = await pages.open('/families/c-ashdown/map');
  await loaded(page);
  await page.getByRole('button', { name: 'Change or add: What safe looks like' }).press('Enter');
  const living = page.locator('.tl-living[data-block="safetyGoals"]');
  await living.locator('summary', { hasText: 'Something here is no longer so' }).press('Enter');
  await living.getByLabel(/^A sober adult/).press('Space');
  await living.getByRole('button', { name: 'Take it out of the list' }).press('Enter');
  await living.getByText('Choose what is no longer so, and say why.').waitFor();
  await living.getByLabel('Why is it no longer so?').fill('It is reached');
  await living.getByLabel('Why is it no longer so?').press('Enter');
  await page.getByText('Nobody has said yet what safe looks like').nth(1).waitFor();
  await close();
});

it('a child draws on the page, a line is undone, another stays as the tablet turns, and whoever can’t draw is taken to the words', async () => {
  const { page, problems, close } = await pages.open('/families/c-ashdown/map');
  await loaded(page);
  await page.getByRole('button', { name: 'Change or add: The child’s own words' }).click();
  const living = page.locator('.tl-living[data-block="voice"]');
  await living.getByRole('button', { name: /^Add/ }).click();
  await living.getByRole('button', { name: 'Draw here' }).click();
  await living.getByRole('button', { name: 'Keep the drawing' }).click();
  await living.getByText('Nothing is drawn yet.').waitFor();
  const paper = living.locator('canvas');
  const inked = () =>
    paper.evaluate((canvas: HTMLCanvasElement) => {
      const bytes = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return bytes.some((byte, at) => at % 4 !== 3 && byte < 250);
    });
  const line = async () => {
    await paper.scrollIntoViewIfNeeded();
    const { x, y } = (await paper.boundingBox()) ?? { x: 0, y: 0 };
    await page.mouse.move(x + 40, y + 40);
    await page.mouse.down();
    await page.mouse.move(x + 160, y + 90, { steps: 6 });
    await page.mouse.up();
  };
  await living.getByLabel('Red').check();
  await line();
  expect(await inked()).toBe(true);
  await living.getByRole('button', { name: 'Undo the last line' }).click();
  expect(await inked()).toBe(false);
  await line();
  await page.setViewportSize({ width: 500, height: 900 });
  const paperIsAsShown = () =>
    paper.evaluate(({ width, height, clientWidth, clientHeight }: HTMLCanvasElement) => {
      return width < 500 && width === clientWidth && height === clientHeight;
    });
  await expect.poll(paperIsAsShown).toBe(true);
  expect(await inked()).toBe(true);
  await living.getByRole('button', { name: 'Keep the drawing' }).click();
  await living.getByRole('img', { name: 'picture 1' }).waitFor();
  await living.getByRole('button', { name: 'Draw here' }).click();
  await living.getByRole('button', { name: 'Use words instead' }).press('Enter');
  const field = page.locator('textarea:focus');
  await field.waitFor();
  expect(await field.getAttribute('id')).toMatch(/drawingSays$/);
  expect(problems).toEqual([]);
  await close();
});

it('a photograph is made anew before it is sent, so that it brings neither its place nor its camera', async () => {
  const { page, close } = await pages.open('/families/c-ashdown/map', 400);
  await loaded(page);
  await page.getByRole('button', { name: 'Change or add: The child’s own words' }).click();
  const living = page.locator('.tl-living[data-block="voice"]');
  await living.getByRole('button', { name: /^Add/ }).click();
  const camera = living.getByLabel('Take a photograph');
  expect(await camera.getAttribute('capture')).toBe('environment');
  // a browser shows nobody the body of a form with a file in it: what is put into the form is looked at
  await page.evaluate(() => {
    const append = FormData.prototype.append as (name: string, value: Blob) => void;
    FormData.prototype.append = function (this: FormData, name: string, value: unknown) {
      Object.assign(globalThis, { put: value });
      append.call(this, name, value as Blob);
    };
  });
  const dot =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const buffer = Buffer.concat([Buffer.from(dot, 'base64'), Buffer.from('GPS 55.0N 1.4W')]);
  await camera.setInputFiles({ name: 'IMG_2041.png', mimeType: 'image/png', buffer });
  await living.getByRole('img', { name: 'picture 1' }).waitFor();
  const put = await page.evaluate(async () => {
    const { put: file } = globalThis as unknown as { put: File };
    return { name: file.name, type: file.type, text: await file.text() };
  });
  expect([put.name, put.type]).toEqual(['IMG_2041.jpg', 'image/jpeg']);
  expect(put.text).toContain('JFIF');
  expect(put.text).not.toContain('GPS');
  await camera.setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await living.getByText('This browser can’t read the picture').waitFor();
  await close();
});

it('a page of a family that the browser prints by itself leaves its mark', async () => {
  for (const path of ['/families/c-ashdown', '/families/c-ashdown/map']) {
    const { page, close } = await pages.open(path);
    await loaded(page);
    const sent = page.waitForRequest('**/api/prints');
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect((await sent).postDataJSON(), path).toEqual({ kind: 'family', id: 'c-ashdown' });
    await close();
  }
});

it('who signs out leaves nothing of a family on the screen, in the title or to be read out', async () => {
  const { page, close } = await pages.open('/families/c-ashdown/map');
  await loaded(page);
  const left = () => page.evaluate(() => `${document.title} ${document.documentElement.textContent}`);
  expect(await left()).toContain('Ashdown');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.locator('tl-sign-in-page h1').waitFor();
  expect(await left()).not.toMatch(/Ashdown|Ella/);
  await close();
});
