import { expect, it } from 'vitest';
import { readForm } from '#engine';
import type { Form } from '#engine';
import { around, form, question } from './small-form.ts';

const said = (given: Form) =>
  readForm(JSON.stringify(given), around)
    .findings.filter(({ level }) => level === 'error')
    .map(({ check, message }) => `${check}: ${message}`);

const asked = [
  question({ id: 'seenOn', type: 'date', label: 'Seen on' }),
  question({ id: 'story', type: 'long-text', label: 'Story' }),
  question({
    ...{ id: 'here', type: 'table', label: 'Who is here', term: 'harms' },
    columns: [
      { id: 'name', label: 'Name', type: 'short-text' },
      { id: 'agency', label: 'From', type: 'radios', codes: 'ways' },
      { id: 'attended', label: 'Came?', type: 'radios', codes: 'ways' },
    ],
  }),
  question({ id: 'which', type: 'radios', label: 'Which', codes: 'ways', term: 'decision', policy: 'ask' }),
  question({
    id: 'harms',
    type: 'table',
    label: 'Harms',
    block: 'harms',
    policy: 'carry-forward',
    add: true,
  }),
];
const meeting = { attendance: 'here', present: ['plan'], on: 'seenOn' };
const booking = {
  on: 'seenOn',
  time: 'story',
  chair: 'story',
  invited: 'here',
  needs: 'story',
  due: ['visit-due'],
};
const follows = { when: 'unborn', is: 'by-owl', because: 'Owls said so.' };
const known = (more: Partial<Form>) => said(form(asked, more)).filter((one) => !one.startsWith('schema'));

it('a meeting and a booking that name what the form asks are not held back', () => {
  expect(known({ meeting, booking })).toEqual([]);
});

it.each<[string, Partial<Form>, string]>([
  [
    'a meeting whose table does not say who came',
    { meeting: { ...meeting, attendance: 'harms' } },
    '“Harms” has no column “name”, “agency”, “attended”, by which who is there is counted.',
  ],
  [
    'a meeting that counts by what is not offered',
    { meeting: { ...meeting, present: ['by-owl'] } },
    '“Who is here” does not offer “by-owl”, which the meeting counts by.',
  ],
  [
    'a meeting on no day',
    { meeting: { ...meeting, on: 'story' } },
    'The meeting asks “story”, which this form does not ask, or asks in another way.',
  ],
  [
    'a booking by a clock that is not there',
    { booking: { ...booking, due: ['tea'] } },
    'The meeting is due by “tea”, which is not a timescale.',
  ],
  [
    'a booking that fills in which meeting it is where that is not chosen',
    { booking: { ...booking, kind: { question: 'story', follows: [{ ...follows, is: 'plan' }] } } },
    'The meeting asks “story”, which this form does not ask, or asks in another way.',
  ],
  [
    'a booking that fills in a meeting that is not offered',
    { booking: { ...booking, kind: { question: 'which', follows: [follows] } } },
    '“Which” does not offer “by-owl”, which the booking fills in.',
  ],
])('%s is held back', (_, more, message) => {
  expect(known(more)).toEqual([`meeting-known: ${message}`]);
});

it('an answer that is needed when what the form does not ask is so, and a rule by a clock that is not there, are held back', () => {
  const mood = question({
    ...{ id: 'more', label: 'More', term: 'story', required: true, wayOut: 'Not known' },
    requiredWhen: { question: 'mood', is: 'low' },
  });
  const rule = { id: 'r', question: 'seenOn', when: 'due.tea < "x"', say: 'No.', source: 'local' };
  const found = said(form([...asked, mood], { rules: [{ ...rule, level: 'refuse' }] }));
  expect(found).toContainEqual(expect.stringContaining('“More” is shown by the answer to “mood”'));
  expect(found).toContain('expression-readable: The rule “r” reads “due.tea”, which nothing here holds.');
});
