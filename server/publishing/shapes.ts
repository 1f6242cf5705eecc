import { flag, id, listOf, named, object, sent, text, whole } from '../schemas.ts';

const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;
const words = { type: 'string', maxLength: 2000 } as const;
const several = (items: object, maxItems: number) => ({ type: 'array', items, maxItems }) as const;

export const proposal = sent(
  {
    ...{ effective: day, team: id, note: words, why: words, commandId: id },
    asked: several({ type: 'string', maxLength: 200 }, 20),
    authorised: several(sent({ finding: id, by: { type: 'string', maxLength: 200 }, because: words }), 200),
    examples: several(sent({ id, because: words }), 500),
    move: { anyOf: [sent({ id }), { type: 'null' }] },
  },
  ['team'],
);
export const decided = object({ id: text, state: text }, ['id', 'state']);
export const approval = sent({ commandId: id });
export const refusal = sent({ because: words, commandId: id });

const change = object(
  {
    ...{ kind: text, sentence: text, statutory: flag },
    ...{ element: text, form: text, question: text, timescale: text },
  },
  ['kind', 'sentence', 'statutory'],
);
const act = object({ by: text, at: text, because: text }, ['by', 'at']);
export const publication = object(
  {
    ...{ id: text, draft: text, title: text, version: text, before: named, state: text, effective: text },
    ...{ team: text, note: text, why: text, asked: listOf(text), moves: flag, holds: whole },
    authorised: listOf(object({ finding: text, by: text, because: text }, ['finding', 'by', 'because'])),
    examples: listOf(object({ id: text, because: text }, ['id', 'because'])),
    ...{ proposed: act, approved: act, refused: act, changes: listOf(change), reviews: listOf(text) },
  },
  [
    ...(['id', 'draft', 'title', 'version', 'before', 'state', 'effective', 'note', 'why', 'asked'] as const),
    ...(['moves', 'holds', 'authorised', 'examples', 'proposed', 'changes', 'reviews'] as const),
  ],
);
export const changeLog = object({ entries: listOf(publication) }, ['entries']);

const item = object({ id: text, says: text, met: flag, todo: text }, ['id', 'says', 'met']);
const missing = object(
  {
    ...{ finding: text, name: text, source: text, message: text },
    authorised: object({ by: text, because: text }, ['by', 'because']),
  },
  ['finding', 'name', 'source', 'message'],
);
const played = object({ id: text, title: text, failures: listOf(text) }, ['id', 'title', 'failures']);
export const gate = object(
  {
    draft: object({ id: text, title: text, why: text, state: text }, ['id', 'title', 'why', 'state']),
    ...{ items: listOf(item), law: listOf(missing), before: named, changes: listOf(change) },
    examples: object({ state: { enum: ['running', 'done'] }, failing: listOf(played) }, ['state', 'failing']),
    openCases: listOf(
      object({ id: text, name: text, current: flag, families: whole }, ['id', 'name', 'current', 'families']),
    ),
    plans: listOf(
      object({ id: text, from: named, state: text, ofThisDraft: flag }, [
        ...(['id', 'from', 'state', 'ofThisDraft'] as const),
      ]),
    ),
    ...{ teams: listOf(named), publications: listOf(publication) },
    can: object({ propose: flag, decide: flag, plan: flag, isOwn: flag }, [
      ...(['propose', 'decide', 'plan', 'isOwn'] as const),
    ]),
  },
  [
    ...(['draft', 'items', 'law', 'before', 'changes', 'examples', 'openCases', 'plans', 'teams'] as const),
    ...(['publications', 'can'] as const),
  ],
);

export const news = object(
  {
    news: listOf(
      object(
        {
          ...{ id: text, title: text, note: text, why: text, asked: listOf(text) },
          ...{ effective: text, changes: listOf(text), at: text },
        },
        ['id', 'title', 'note', 'why', 'asked', 'effective', 'changes', 'at'],
      ),
    ),
  },
  ['news'],
);
