import { shapeOf } from '../make/places.ts';
import { isElement, nameOf, type Operation } from './operation.ts';

/** Other words on something: the name of a step or stage, a question, an answer, a note. */
export const rename: Operation = {
  id: 'rename',
  name: 'Reword',
  group: 'say',
  fits: (target) => target.kind !== 'whole' || target.process.kind !== 'stage',
  asks: (target) => [
    {
      ...{ id: 'name', says: 'What it says', value: nameOf(target) },
      kind: isElement(target, 'note') ? 'long' : 'text',
      optional: !isElement(target, 'step', 'stage'),
    },
  ],
  run: ({ editor }, target, { name = '' }) => {
    const modeling = editor.get('modeling');
    if (target.kind === 'whole') renameWhole();
    else {
      const property = isElement(target, 'note') ? 'text' : 'name';
      modeling.updateProperties(shapeOf(editor, target.id), { [property]: name === '' ? undefined : name });
    }
    return target.id;

    function renameWhole() {
      const pool = editor
        .get('elementRegistry')
        .filter(({ businessObject }) => processOf(businessObject)?.id === target.id)[0];
      if (!pool) return modeling.updateProperties(shapeOf(editor, target.id), { name });
      modeling.updateProperties(pool, { name });
      modeling.updateModdleProperties(pool, processOf(pool.businessObject), { name });
    }
  },
};

const processOf = (node: { get: (name: string) => unknown }): { id?: string } | undefined =>
  node.get('processRef') as { id?: string } | undefined;
