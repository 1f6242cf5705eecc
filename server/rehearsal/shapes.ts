import { caseShapes } from '../cases/index.ts';
import { flag, id, listOf, object, sent, text, whole } from '../schemas.ts';
import { taskShapes } from '../tasks/index.ts';

const { task, drawing } = caseShapes;

const family = { oneOf: [{ const: 'invented' }, sent({ case: id })] } as const;
export const begin = sent({ draft: id, family, commandId: id });
export const begun = object({ rehearsal: text }, ['rehearsal']);
export const command = sent({ commandId: id });
const record = object({ id: text, title: text, at: text, by: text }, ['id', 'title', 'at', 'by']);

export const page = object(
  {
    ...{ id: text, draft: object({ id: text, title: text }, ['id', 'title']), save: whole, copy: flag },
    ...{ began: text, expires: text, now: text, says: listOf(text), family: text, people: listOf(text) },
    ...{ tasks: listOf(task), done: listOf(task), records: listOf(record), drawing, ended: flag },
    ...{ wakeUp: text, waits: listOf(text) },
  },
  [
    ...(['id', 'draft', 'save', 'copy', 'began', 'expires', 'now', 'says', 'family', 'people'] as const),
    ...(['tasks', 'done', 'records', 'drawing', 'ended'] as const),
  ],
);
export const filled = object(
  {
    answers: { type: 'object', additionalProperties: true },
    perChild: { type: 'object', additionalProperties: true },
  },
  ['answers', 'perChild'],
);
export const { taskPage, draft, drafted, answersAsked, checked, choices, completion, completed } = taskShapes;
