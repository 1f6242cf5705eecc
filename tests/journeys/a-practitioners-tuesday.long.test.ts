import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { toConference } from '../server/support/to-conference.ts';
import type { Family } from '../server/support/workplace.ts';
import { look, lookBothWidths, screenFrom } from './support/look.ts';
import { hurryOn } from './support/office.ts';
import { screenOf } from './support/screen.ts';
import { completeChecked, completeForm, fillRoom } from './support/steps.ts';

const today = '2026-09-29';
let [hartley, okoye]: Family[] = [];

/** A practitioner’s Tuesday: a visit with a child’s drawing, a plan, its core group, and a date that was wrong. */
const screen = screenOf(async (place) => {
  const both = [
    { first: 'Ella', born: '2018-04-03' },
    { first: 'Tom', born: '2023-04-03' },
  ];
  okoye = await place.toStrategyDiscussion([{ first: 'Ada', born: '2015-03-02' }], 'Okoye');
  hartley = await toConference(place, both, 'Hartley');
  const decided = { conferenceDecision: ['protection-plan'], category: ['NEG'] };
  await place.complete(hartley, 'cyd', 'hold-conference', decided, ({ answers }) => {
    const [family, care] = [{ agency: 'family' }, { agency: 'social-care' }];
    answers['nextSteps'] = [
      { what: 'Find a nursery place for Tom', who: 'Ellie Marsh', ...care, byWhen: '2026-09-28' },
      { what: 'Go to the doctor', who: 'Dana Hartley', ...family, byWhen: '2026-10-05' },
    ];
    const how = { whoDoesWhat: 'Gran', whenTriggered: 'At once', howWeKnow: 'She rings' };
    answers['safetyRules'] = [{ rule: 'Gran comes at night', ...how }];
  });
  await place.complete(hartley, 'sam', 'write-plan');
  for (const step of ['visit-child', 'hold-core-group']) await place.give(hartley.id, step, 'sam');
  await place.complete(okoye, 'tia', 'hold-discussion', { strategyDecision: ['section-47-joint'] });
  await place.give(okoye.id, 'do-enquiry', 'sam');
  screen.until(`${today}T09:00:00.000Z`);
});

/** A house and a sun, as a child of eight draws them. */
async function draw(page: Page, paper: Locator): Promise<void> {
  const line = async (...points: [number, number][]) => {
    await paper.scrollIntoViewIfNeeded();
    const { x, y } = (await paper.boundingBox()) ?? { x: 0, y: 0 };
    const [[fromX, fromY] = [0, 0], ...to] = points;
    await page.mouse.move(x + fromX, y + fromY);
    await page.mouse.down();
    for (const [toX, toY] of to) await page.mouse.move(x + toX, y + toY, { steps: 4 });
    await page.mouse.up();
  };
  await line([60, 230], [60, 130], [180, 130], [180, 230], [60, 230]);
  await line([50, 130], [120, 60], [190, 130]);
  await line([100, 230], [100, 180], [135, 180], [135, 230]);
  await page.getByLabel('Red').check();
  await line([270, 60], [300, 75], [300, 110], [265, 118], [240, 95], [248, 68], [270, 60]);
}

const visitedOn = { Day: '29', Month: '9', Year: '2026' };

it('a visit is written up with what the child drew, in the child’s own words', async () => {
  const page = await screen.at('sam', '/today');
  await look(page);
  await page.getByRole('link', { name: 'Visit the child' }).first().click();
  await page.locator('[data-key="visitedOn"]').waitFor();
  for (const [part, value] of Object.entries(visitedOn))
    await page.locator('[data-key="visitedOn"]').getByLabel(part).fill(value);
  await page.getByRole('link', { name: 'Did you see the children?' }).first().click();
  const voice = page.locator('tl-question[data-key="childVoice"]');
  await voice.getByRole('button', { name: /^Add/ }).click();
  await voice.getByLabel(/^Ella/).check();
  for (const [part, value] of Object.entries(visitedOn))
    expect(await voice.getByLabel(part).inputValue()).toBe(value);
  await lookBothWidths(page, 'tuesday-words');
  await voice
    .getByLabel('The child’s very words, or what we saw')
    .fill('That is our house when Gran is there.');
  await voice.locator('summary', { hasText: 'More about this' }).press('Enter');
  expect(await voice.getByLabel('With whom').inputValue()).toBe('Ellie Marsh');
  await voice.getByRole('button', { name: 'Draw here' }).click();
  await draw(page, voice.locator('canvas'));
  await lookBothWidths(page, 'tuesday-draws');
  await screenFrom(page, voice.locator('.tl-pad'), 'drawing');
  await voice.getByRole('button', { name: 'Keep the drawing' }).click();
  await voice.locator('li:focus').getByRole('img', { name: 'picture 1' }).waitFor();
  await voice.getByLabel('What the child calls the drawing').fill('Our house');
  await voice.getByLabel(/^What the drawing shows/).fill('A house with a big door, and a red sun.');
  await voice.getByRole('button', { name: 'Done', exact: true }).click();
  await page.getByRole('link', { name: 'The visit', exact: true }).first().click();
  const seen = { Ella: 'seen-alone', Tom: 'seen-alone' };
  await completeForm(page, { given: { childSeen: seen }, hurry: hurryOn(today), again: true });
  await page.getByRole('link', { name: 'Read the record' }).click();
  await page.getByRole('img', { name: /A house with a big door/ }).waitFor();
  await lookBothWidths(page, 'tuesday-visit');
});

it('what was agreed is done once, and is done wherever it stands', async () => {
  const page = await screen.at('sam', `/families/${hartley?.id ?? ''}/plan`);
  const item = (what: string) => page.locator('.tl-plan-item', { hasText: what });
  await page.getByRole('button', { name: 'Done: Find a nursery place for Tom' }).click();
  const done = item('Find a nursery place').getByText('Done', { exact: true });
  await done.waitFor();
  const focused = page.locator('[data-row]', { has: page.locator(':focus') });
  await expect.poll(() => focused.innerText()).toMatch(/nursery place[\s\S]*Done[\s\S]*Undo$/);
  await page.getByRole('button', { name: 'Undo: Find a nursery place for Tom' }).press('Enter');
  await page.getByRole('button', { name: 'Done: Find a nursery place for Tom' }).press('Enter');
  await done.waitFor();
  await lookBothWidths(page, 'tuesday-plan');
  await page.getByRole('button', { name: 'Not done, or no longer needed: Go to the doctor' }).press('Enter');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await page.getByText('Say why it was not done').waitFor();
  await look(page);
  screen.visit.forgive();
  await page.getByLabel('What came of it').fill('The rash is gone');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await item('Go to the doctor').getByText('Not done', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'It was tested: Gran comes at night' }).press('Enter');
  await page.getByLabel('What happened').fill('Dad came home late');
  await page.getByLabel('Who did what').fill('Gran stayed until morning');
  await page.getByLabel('It held').press('Space');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await item('Gran comes at night')
    .getByText(/Last tested on/)
    .waitFor();
  expect(await item('Gran comes at night').getByText('It held').first().isVisible()).toBe(true);
});

it('the core group is held on the screen, where what was done already stands done', async () => {
  const page = await screen.at('sam', '/work');
  await page.getByRole('link', { name: 'Hold the core group' }).click();
  await page.getByRole('link', { name: 'Open it for the meeting' }).click();
  const tick = (name: string, how: string) =>
    page.locator('.tl-came__person', { hasText: name }).getByLabel(how).press('Space');
  await tick('Dana Hartley', 'In the room');
  await tick('Ellie Marsh', 'In the room');
  await page.getByRole('button', { name: 'Is the plan happening?' }).press('Enter');
  const done = page.locator('[data-key="actions"] .tl-row', { hasText: 'Find a nursery place for Tom' });
  expect(await done.innerText()).toContain('Done');
  await page.getByRole('button', { name: 'Put in what stands already: Each rule' }).press('Enter');
  const rules = page.locator('[data-key="planRules"] .tl-row');
  await rules.first().waitFor();
  for (const rule of await rules.all()) {
    await rule.getByRole('button', { name: /^Change/ }).click();
    await rule.getByLabel('Mostly').check();
    await rule.getByLabel('How do we know?').fill('Gran rings us each time.');
    await rule.getByRole('button', { name: 'Done', exact: true }).click();
  }
  await lookBothWidths(page, 'tuesday-core-group');
  await page.getByRole('button', { name: 'Who is here', exact: true }).press('Enter');
  await fillRoom(page, { hurry: hurryOn(today), again: true });
  await page.getByRole('button', { name: 'Check it and finish' }).click();
  await completeChecked(page, { hurry: hurryOn(today), next: ['Hold the core group'] });
});

it('a date that was wrong is put right: what follows from it is said before, and stands so after', async () => {
  const page = await screen.at('sam', `/families/${okoye?.id ?? ''}?view=records`);
  await page
    .getByRole('link', { name: /Strategy discussion/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Correct: When was it held?' }).click();
  const form = page.locator('tl-correction-form');
  for (const [part, value] of [
    ['Day', '16'],
    ['Month', '9'],
    ['Year', '2026'],
  ] as const)
    await form.getByLabel(part).fill(value);
  const changes = page.locator('tl-would-change');
  await changes.getByText('Initial conference').first().waitFor();
  await form
    .getByLabel('Why is it being corrected?')
    .fill('It was on the Wednesday: I wrote it up on Friday.');
  await lookBothWidths(page, 'tuesday-correction');
  await screenFrom(page, form, 'correction');
  const clocks = (await changes.locator('li').allInnerTexts()).flatMap(running);
  expect(clocks.map(([name]) => name)).toEqual([
    ...['Child seen in the assessment', 'Manager’s check-in on the assessment'],
    ...['Record of the strategy discussion', 'Child seen in the enquiry', 'Initial conference'],
  ]);
  expect(clocks.at(-1)).toEqual([
    'Initial conference',
    '15 working days from the strategy discussion that started the enquiry on 16 September 2026',
    ...['7 October 2026', 'in 6 working days'],
  ]);
  const corrected = page.url();
  await form.getByRole('button', { name: 'Save the correction' }).click();
  // the record as it stands from now on is another one
  await page.waitForURL((url) => url.href !== corrected);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByText('It was on the Wednesday: I wrote it up on Friday.').waitFor();
  await look(page);
  await screen.at('sam', `/families/${okoye?.id ?? ''}`);
  const dates = await page.getByRole('region', { name: 'Due dates' }).innerText();
  for (const [name, why, day, says] of clocks) {
    expect(dates).toContain(`${name} Ada\n${says}${day}\n`);
    expect(dates).toContain(why);
  }
  await look(page);
});

/** Of a line of what will change: the clock that goes on, why that day, the day it would be due and how far that is. */
function running(line: string): [string, string, string, string][] {
  const said = /^(.+) \(Ada\)\n(.+)\nBefore: .+\nAfter: (.+?), (?!done)(.+)$/.exec(line);
  return said ? [said.slice(1) as [string, string, string, string]] : [];
}
