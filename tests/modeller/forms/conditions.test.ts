// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../engine/browser.ts';
import '../../../modeller/forms/condition-builder.ts';
import { addPart, setPart, withoutQuestion } from '../../../modeller/forms/condition-edits.ts';
import { partsOf } from '../../../modeller/forms/parts.ts';
import { button, drawn, expectAccessible, field, show } from '../../web-components/support/show.ts';
import { smallDraft } from './small-draft.ts';

const seen: Condition = { question: 'wasSeen', is: 'yes' };
const dated: Condition = { question: 'seenOn', answered: true };
const born: Condition = { child: 'born' };

describe('a condition', () => {
  it('grows into a group and shrinks back to one statement', () => {
    const both = addPart(seen, [], dated);
    expect(both).toEqual({ all: [seen, dated] });
    expect(setPart(both, [0], undefined)).toEqual(dated);
    const nested = addPart(both, [], { any: [born, seen] });
    expect(setPart(nested, [2, 1], undefined)).toEqual({ all: [seen, dated, born] });
    expect(addPart(nested, [2], dated)).toEqual({ all: [seen, dated, { any: [born, seen, dated] }] });
  });

  it('loses what it said of a question that is gone, and is nothing when nothing is left', () => {
    expect(withoutQuestion({ all: [{ not: seen }, { any: [seen, born] }] }, 'wasSeen')).toEqual(born);
    expect(withoutQuestion({ not: seen }, 'wasSeen')).toBeUndefined();
  });
});

describe('the builder of conditions', () => {
  const builder = async (condition?: Condition) => {
    const { forms, dictionary } = partsOf(smallDraft());
    const element = await show<HTMLElement & { condition: Condition | undefined }>('tl-condition-builder', {
      ...{ form: forms['visit'], question: 'thoughts', dictionary },
      timescales: [{ id: 'first-visit', name: 'First visit' }],
      ...(condition ? { condition } : {}),
    });
    element.addEventListener('tl-condition', (event) => {
      element.condition = (event as CustomEvent<{ condition?: Condition }>).detail.condition;
    });
    return element;
  };
  const choose = async (element: Element, selector: string, value: string): Promise<void> => {
    const select = field<HTMLSelectElement>(element, selector);
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await drawn(element);
  };

  it('puts one together in words: question, how, answer, and the opposite', async () => {
    const element = await builder();
    button(element, 'Ask it only when').click();
    await drawn(element);
    expect(element.condition).toEqual({ question: 'wasSeen', answered: true });
    await choose(element, '#when-thoughts-0-is', 'is');
    expect(element.condition).toEqual(seen);
    await choose(element, '#when-thoughts-0-value', 'no');
    field<HTMLInputElement>(element, '#when-thoughts-0-not').click();
    await drawn(element);
    expect(element.condition).toEqual({ not: { question: 'wasSeen', is: 'no' } });
    await expectAccessible(element);
  });

  it('offers only what can be said of a kind of answer, the child, and what is late', async () => {
    const element = await builder(seen);
    await choose(element, '#when-thoughts-0-of', 'seenOn');
    const how = [...field<HTMLSelectElement>(element, '#when-thoughts-0-is').options].map(
      ({ value }) => value,
    );
    expect(how).toEqual(['answered', 'unanswered']);
    await choose(element, '#when-thoughts-0-of', '@late:first-visit');
    expect(element.condition).toEqual({ late: 'first-visit' });
    await choose(element, '#when-thoughts-0-of', '@child');
    await choose(element, '#when-thoughts-0-child', 'unborn');
    expect(element.condition).toEqual({ child: 'unborn' });
  });

  it('joins statements by all or any, takes one out, and asks always again', async () => {
    const element = await builder(seen);
    button(element, 'Add another statement').click();
    await drawn(element);
    await choose(element, '[id$="-by"]', 'any');
    expect(element.condition).toEqual({ any: [seen, { question: 'wasSeen', answered: true }] });
    button(element, 'Remove this statement').click();
    await drawn(element);
    expect(element.condition).toEqual({ question: 'wasSeen', answered: true });
    button(element, 'Always ask it').click();
    await drawn(element);
    expect(element.condition).toBeUndefined();
  });
});
