import type { Element, Form } from '#engine/browser';
import { changeFiles } from '../files-behaviour.ts';
import { remove } from '../make/close-gap.ts';
import { shapeOf } from '../make/places.ts';
import { elementIn, following, leadingIn, roles } from './choices.ts';
import { joinedOutput, joinForms } from './join-forms.ts';
import { text } from './new-form.ts';
import { isElement, type Answers, type Hand, type Operation, type Target } from './operation.ts';

/** A step and the one directly after it become one, with one form. */
export const merge: Operation = {
  id: 'merge',
  name: 'Merge with the next step',
  group: 'order',
  fits: (target) => nextOf(target) !== undefined,
  asks: (target, hand) => {
    const next = nextOf(target);
    if (!isElement(target) || !next) return [];
    return [
      { id: 'name', says: 'What the one step does', kind: 'text', value: target.element.name },
      {
        id: 'role',
        says: 'Who does it',
        kind: 'one',
        value: target.element.role ?? '',
        options: roles(hand),
      },
      {
        ...{ id: 'form', says: 'Which form it opens', kind: 'one', value: 'join' },
        options: [
          { value: 'join', label: 'Both forms joined; what both ask is asked once' },
          { value: 'first', label: `Only “${title(hand, target.element)}”` },
          { value: 'second', label: `Only “${title(hand, next)}”` },
        ],
      },
    ];
  },
  run: (hand, target, answers) => {
    const next = nextOf(target);
    if (!isElement(target) || !next) return undefined;
    const { element } = target;
    const form = chosenForm(hand, element, next, answers);
    const timescales = [...new Set([...(element.timescales ?? []), ...(next.timescales ?? [])])];
    const told = timescales.filter((id) => id !== 'none' || timescales.length === 1);
    hand.editor.get('modeling').updateProperties(shapeOf(hand.editor, target.id), {
      name: answers['name'],
      'pathway:role': answers['role'],
      'pathway:form': form,
      'pathway:timescale': told.join(' ') || undefined,
      'pathway:statute': both(element.statute, next.statute),
      'pathway:purpose': element.purpose ?? next.purpose,
      'pathway:sends': next.sends ?? element.sends,
    });
    for (const other of shutOut(hand, next.id)) {
      const notBy = other.id === target.id ? undefined : target.id;
      hand.editor
        .get('modeling')
        .updateProperties(shapeOf(hand.editor, other.id), { 'pathway:notBy': notBy });
    }
    remove(hand.editor, shapeOf(hand.editor, next.id));
    return target.id;
  },
};

/** The step directly after this one, when nothing else leads to it and nothing ends it early. */
function nextOf(target: Target): Element | undefined {
  if (!isElement(target, 'step')) return undefined;
  const ways = following(target);
  const next = elementIn(target.process, ways[0]);
  if (ways.length !== 1 || next?.kind !== 'step') return undefined;
  const after: Target = { kind: 'element', id: next.id, element: next, process: target.process };
  return leadingIn(after).length === 1 && following(after).length <= 1 ? next : undefined;
}

const shutOut = ({ pathway }: Hand, step: string): Element[] =>
  pathway.processes.flatMap(({ elements }) => elements.filter(({ notBy }) => notBy === step));

const both = (one = '', other = ''): string | undefined =>
  one === other || other === '' ? one || undefined : [one, other].filter((law) => law !== '').join('; ');

const title = ({ beside }: Hand, { form = '' }: Element): string => beside.forms[form]?.title ?? 'no form';

function chosenForm(hand: Hand, first: Element, second: Element, answers: Answers): string | undefined {
  if (answers['form'] === 'first') return first.form;
  if (answers['form'] === 'second') return second.form;
  const [a, b] = [hand.beside.forms[first.form ?? ''], hand.beside.forms[second.form ?? '']];
  if (!a || !b || a.id === b.id) return first.form ?? second.form;
  join(hand, a, b, second.id);
  return a.id;
}

/** Joins the forms; the second goes when no other step opens it, and what is printed of it is printed of the first. */
function join(hand: Hand, first: Form, second: Form, merged: string): void {
  const { form, names } = joinForms(first, second);
  const used = hand.pathway.processes.some(({ elements }) =>
    elements.some((element) => element.form === second.id && element.id !== merged),
  );
  const gone = !used && second.anytime === undefined;
  const outputs = gone ? hand.beside.outputs.filter((output) => output.form === second.id) : [];
  changeFiles(hand.editor, {
    [`forms/${first.id}.json`]: text(form),
    ...(gone ? { [`forms/${second.id}.json`]: null } : {}),
    ...Object.fromEntries(
      outputs.map((output) => [`outputs/${output.id}.json`, text(joinedOutput(output, first.id, names))]),
    ),
  });
}
