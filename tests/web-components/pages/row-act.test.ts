// @vitest-environment jsdom
import { expect, it } from 'vitest';
import '../../../web-components/pages/worklists/row-act.ts';
import { button, drawn, field, show, textOf } from '../support/show.ts';

it('giving a task away says only what is missing, beside its field, and goes there', async () => {
  const row = { id: 't1', what: 'Review the plan', caseName: 'Ashdown', case: 'c', task: 't1' };
  const staff = [{ id: 'priya', name: 'Priya', roles: ['Social worker'] }];
  const element = await show('tl-row-act', { act: 'give', row, staff });
  button(element, 'Give').click();
  await drawn(element);
  const said = () => [...element.querySelectorAll('.govuk-error-message')].map(textOf);
  expect(said()).toEqual(['Choose a person.', 'Say why you are giving it to them.']);
  expect(document.activeElement?.id).toBe('whom-t1');

  const whom = field<HTMLSelectElement>(element, 'select');
  whom.value = 'priya';
  whom.dispatchEvent(new Event('change'));
  button(element, 'Give').click();
  await drawn(element);
  expect(said()).toEqual(['Say why you are giving it to them.']);
  expect(document.activeElement?.id).toBe('why-t1');
});
