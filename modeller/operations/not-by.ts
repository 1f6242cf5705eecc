import { isElement, type Operation } from './operation.ts';
import { say } from './say.ts';

/** Whose author may not do this step for the same child: a second pair of eyes. */
export const notBy: Operation = {
  id: 'not-by',
  name: 'Who may not do this',
  group: 'say',
  fits: (target) => isElement(target, 'step'),
  asks: (target, { pathway }) => [
    {
      ...{ id: 'step', says: 'Not the person who did', kind: 'one', optional: true },
      value: isElement(target) ? (target.element.notBy ?? '') : '',
      options: [
        { value: '', label: 'Nobody is shut out' },
        ...pathway.processes
          .flatMap(({ elements }) => elements)
          .filter(({ id, kind }) => kind === 'step' && id !== target.id)
          .map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
  ],
  run: (hand, target, { step }) => say(hand, target.id, 'notBy', step),
};
