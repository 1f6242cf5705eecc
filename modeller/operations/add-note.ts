import { middle, right } from '../diagram/shapes.ts';
import { draw, sizeOf } from '../make/draw.ts';
import { groundOf } from '../make/insert.ts';
import { shapeOf } from '../make/places.ts';
import { freeRow, tidy } from '../make/room.ts';
import { isElement, type Operation } from './operation.ts';

/** A note beside something drawn: for whoever reads the drawing, without effect. */
export const addNote: Operation = {
  id: 'add-note',
  name: 'Write a note beside this',
  group: 'add',
  fits: (target) => target.kind === 'element' && !isElement(target, 'note'),
  asks: () => [{ id: 'text', says: 'The note', kind: 'long', value: '' }],
  run: ({ editor }, target, { text = '' }) => {
    const about = shapeOf(editor, target.id);
    const place = groundOf(about);
    const type = 'bpmn:TextAnnotation';
    const size = sizeOf(type);
    const box = { x: right(about) - about.width / 2, y: about.y - size.height - 40, ...size };
    const note = draw(
      editor,
      { type, name: text, words: `note ${about.id}` },
      middle(freeRow(place, box)),
      place,
    );
    editor.get('modeling').createConnection(about, note, { type: 'bpmn:Association' }, place);
    tidy(editor);
    return note.id;
  },
};
