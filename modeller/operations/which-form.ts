import { changeFiles } from '../files-behaviour.ts';
import { forms } from './choices.ts';
import { blankForm, freeFormId } from './new-form.ts';
import { isElement, type Operation } from './operation.ts';
import { say } from './say.ts';

/** Which form a step opens: one there is, or a new one. */
export const whichForm: Operation = {
  id: 'which-form',
  name: 'Which form',
  group: 'say',
  fits: (target) => isElement(target, 'step'),
  asks: (target, hand, { form }) => [
    {
      ...{ id: 'form', says: 'Which form', kind: 'one' },
      value: isElement(target) ? (target.element.form ?? '') : '',
      options: [...forms(hand), { value: '+', label: 'A new form' }],
    },
    ...(form === '+'
      ? [{ id: 'title', says: 'What the new form is called', kind: 'text' as const, value: '' }]
      : []),
  ],
  run: (hand, target, { form, title = '' }) => {
    if (form !== '+') return say(hand, target.id, 'form', form);
    const id = freeFormId(hand.files, title);
    changeFiles(hand.editor, { [`forms/${id}.json`]: blankForm(id, title) });
    return say(hand, target.id, 'form', id);
  },
};
