import { caseShapes } from '../cases/index.ts';
import { flag, id, line, listOf, named, object, sent, text, whole } from '../schemas.ts';
import { taskShapes } from '../tasks/index.ts';

const { open } = caseShapes;

const expected = object({ name: text, agency: text, role: text }, ['name']);

/** The task's own page with what a room needs besides. */
export const room = object(
  {
    ...taskShapes.taskPage.properties,
    meeting: object(
      { expected: listOf(expected), chair: named, minuteTaker: named, couldWrite: listOf(named) },
      ['expected'],
    ),
  },
  [...taskShapes.taskPage.required, 'meeting'],
);

export const minuteTaker = sent({ account: { anyOf: [id, { type: 'null' }] } });

const dueBy = object({ on: text, name: text, source: text, late: flag, days: whole }, [
  ...(['on', 'name', 'source', 'late', 'days'] as const),
]);

/** The task's own page with what whoever books needs besides. */
export const bookingPage = object(
  {
    ...taskShapes.taskPage.properties,
    booking: object(
      {
        ...{ questions: open, due: listOf(dueBy), chairs: listOf(named), worker: text },
        known: object({ question: text, is: text, because: text }, ['question', 'is', 'because']),
        ...{
          needs: listOf(object({ name: text, says: text }, ['name', 'says'])),
          expected: listOf(expected),
        },
        planned: listOf(object({ term: text, on: text }, ['term', 'on'])),
      },
      ['questions', 'due', 'chairs', 'needs', 'expected', 'planned'],
    ),
  },
  [...taskShapes.taskPage.required, 'booking'],
);

export const dayAsked = sent({ on: { type: 'string', format: 'date' }, chair: line }, ['chair']);
export const bookingDay = object(
  {
    ...{ working: flag, late: flag, days: whole },
    clashes: listOf(object({ whose: text, time: text }, ['whose'])),
  },
  ['working', 'clashes'],
);
