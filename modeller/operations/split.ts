import type { Form } from '#engine/browser';
import { changeFiles } from '../files-behaviour.ts';
import { insert } from '../make/insert.ts';
import { shapeOf } from '../make/places.ts';
import { following, roles } from './choices.ts';
import { freeFormId, text } from './new-form.ts';
import { isElement, type Hand, type Operation, type Target } from './operation.ts';
import { outputOf, questionsIn, withQuestions } from './parts-of-form.ts';

/** One step becomes two: the second takes the questions that are chosen, in a form of its own. */
export const split: Operation = {
  id: 'split',
  name: 'Split in two steps',
  group: 'order',
  fits: (target) => isElement(target, 'step') && following(target).length <= 1,
  asks: (target, hand) => {
    const form = formOf(target, hand);
    return [
      { id: 'name', says: 'What the second step does, as verb and object', kind: 'text', value: '' },
      {
        ...{ id: 'role', says: 'Who does the second', kind: 'one', options: roles(hand) },
        value: isElement(target) ? (target.element.role ?? '') : '',
      },
      ...(form
        ? [
            {
              ...{ id: 'questions', says: 'Which questions go to the second step', kind: 'several' as const },
              ...{ value: '', optional: true, hint: 'None chosen: it has no form yet' },
              options: questionsIn(form).map(({ id, label }) => ({ value: id, label })),
            },
          ]
        : []),
    ];
  },
  run: (hand, target, { name = '', role, questions = '' }) => {
    const { editor } = hand;
    const form = formOf(target, hand);
    const chosen = questions.split(' ').filter((id) => id !== '');
    const element = isElement(target) ? target.element : undefined;
    const made = form && chosen.length > 0 ? apart(hand, form, name, chosen) : undefined;
    const attributes = {
      'pathway:role': role,
      'pathway:form': made,
      'pathway:purpose': element?.purpose,
      'pathway:timescale': element?.timescales?.join(' '),
    };
    return insert(editor, { after: shapeOf(editor, target.id) }, { type: 'bpmn:UserTask', name, attributes })
      .id;
  },
};

const formOf = (target: Target, hand: Hand): Form | undefined =>
  isElement(target) ? hand.beside.forms[target.element.form ?? ''] : undefined;

/** Writes the form in two, and what is printed of it without what went to the second. */
function apart(hand: Hand, form: Form, title: string, chosen: readonly string[]): string {
  const id = freeFormId(hand.files, title);
  const goes = (question: string): boolean => chosen.includes(question);
  const stays = (question: string): boolean => !goes(question);
  const outputs = hand.beside.outputs.filter((output) => output.form === form.id);
  changeFiles(hand.editor, {
    [`forms/${form.id}.json`]: text(withQuestions(form, stays, true)),
    [`forms/${id}.json`]: text(withQuestions({ ...form, id, title }, goes, false)),
    ...Object.fromEntries(
      outputs.map((output) => [`outputs/${output.id}.json`, text(outputOf(output, stays))]),
    ),
  });
  return id;
}
