import { remove as removeShape } from '../make/close-gap.ts';
import { shapeOf } from '../make/places.ts';
import { elementIn, following, labelOf } from './choices.ts';
import { isElement, type Operation, type Target } from './operation.ts';

/** Takes something out of the pathway and closes the gap; at a question, one of its ways is kept. */
export const remove: Operation = {
  id: 'remove',
  name: 'Remove',
  group: 'end',
  fits: (target) => (isElement(target) && !isElement(target, 'start')) || isWholeStrand(target),
  asks: (target) => (ways(target).length > 1 ? [keptWay(target)] : []),
  run: ({ editor }, target, { keep }) => {
    if (target.kind === 'whole') {
      const pool = editor
        .get('elementRegistry')
        .filter(({ businessObject }) => idOf(businessObject.get('processRef')) === target.id)[0];
      if (pool) editor.get('modeling').removeElements([pool]);
      return undefined;
    }
    const kept = keep ? shapeOf(editor, keep) : undefined;
    const [next] = following(target);
    removeShape(editor, shapeOf(editor, target.id), kept);
    return kept?.target?.id ?? next;
  },
};

const idOf = (node: unknown): string | undefined => (node as { id?: string } | undefined)?.id;

const isWholeStrand = (target: Target): boolean =>
  target.kind === 'whole' && (target.process.kind === 'strand' || target.process.kind === 'called');

const ways = (target: Target) => target.process.flows.filter(({ from }) => from === target.id);

function keptWay(target: Target) {
  const options = ways(target).map(({ id, name, to }) => {
    const goal = elementIn(target.process, to);
    return { value: id, label: [name, goal ? labelOf(goal) : to].filter((part) => part !== '').join(': ') };
  });
  return {
    id: 'keep',
    says: 'Which way is kept',
    kind: 'one' as const,
    value: options[0]?.value ?? '',
    options,
  };
}
