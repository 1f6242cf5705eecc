import { flag, id, listOf, named, object, sent, text, whole } from '../schemas.ts';

const textOrNull = { type: ['string', 'null'] } as const;
const ids = { type: 'array', items: id, maxItems: 200 } as const;

const step = sent({ from: id, to: { ...textOrNull, maxLength: 200 }, form: { enum: ['keep', 'new'] } }, [
  'form',
]);
const strand = sent({ from: id, to: { ...textOrNull, maxLength: 200 } });
const place = sent({ process: id, open: ids, done: ids, to: ids }, ['done']);

export const plan = sent({
  ...{ from: id, to: id, clocks: { enum: ['keep', 'restart'] } },
  steps: { type: 'array', items: step, maxItems: 4000 },
  strands: { type: 'array', items: strand, maxItems: 200 },
  places: { type: 'array', items: place, maxItems: 2000 },
  note: { type: 'string', maxLength: 2000 },
});

export const asked = sent({ from: id, to: id, draft: id, commandId: id }, ['to', 'draft']);
export const made = object({ id: text }, ['id']);
export const planSent = sent({ plan, revision: whole });
export const planChanged = object({ revision: whole }, ['revision']);
export const state = sent({ state: { enum: ['go', 'pause'] } });
export const stateNow = object({ state: text }, ['state']);
export const ofCase = sent({ what: { enum: ['retry', 'revert'] } });
export const result = object({ result: text, message: text }, ['result']);

const version = object({ id: text, name: text, effective: text }, ['id', 'name']);
const counts = object(
  { moved: whole, reverted: whole, 'needs-a-person': whole, refused: whole, failed: whole },
  ['moved', 'reverted', 'needs-a-person', 'refused', 'failed'],
);

export const moves = object(
  {
    moves: listOf(
      object({ id: text, state: text, at: text, counts, from: version, to: version, by: text }, [
        ...(['id', 'state', 'at', 'counts', 'from', 'to', 'by'] as const),
      ]),
    ),
    versions: listOf(
      object({ id: text, name: text, current: flag, cases: whole }, ['id', 'name', 'current', 'cases']),
    ),
  },
  ['moves', 'versions'],
);

const kind = { enum: ['step', 'wait', 'stage', 'strand'] } as const;
const suggestion = object({ to: text, name: text, stage: text, because: text }, [
  ...(['to', 'name', 'stage', 'because'] as const),
]);
const decision = object(
  {
    ...{ id: text, kind, name: text, stage: text, message: text },
    ...{ suggestions: listOf(suggestion), said: listOf(text) },
  },
  ['id', 'kind', 'name', 'stage', 'message', 'suggestions'],
);
const finding = object(
  { check: text, level: text, element: text, question: text, child: text, message: text },
  ['check', 'level', 'message'],
);
const trouble = object(
  {
    ...{ child: text, reason: text, process: text, open: listOf(text), done: listOf(text), message: text },
    nearest: listOf(object({ choice: place, says: text }, ['choice', 'says'])),
  },
  ['child', 'reason', 'process', 'open', 'message', 'nearest'],
);
const ofFamily = { case: text, readable: flag, name: text, children: listOf(named) } as const;
const trial = object(
  {
    ...{ at: text, by: text, ofThisPlan: flag, cases: whole, move: whole, children: whole },
    ...{ alreadyThere: whole, elsewhere: whole, needsMore: whole },
    steps: object({ goOn: whole, close: whole, open: whole }, ['goOn', 'close', 'open']),
    needAPerson: listOf(object({ ...ofFamily, troubles: listOf(trouble) }, ['case', 'readable', 'troubles'])),
  },
  [
    ...(['at', 'by', 'ofThisPlan', 'cases', 'move', 'children', 'alreadyThere', 'elsewhere'] as const),
    ...(['needsMore', 'steps', 'needAPerson'] as const),
  ],
);

export const move = object(
  {
    ...{ id: text, state: text, revision: whole, plan, from: version, to: version, by: text, at: text },
    ...{ draft: text, team: text, published: flag, stale: flag, counts, trial },
    mapped: listOf(object({ id: text, name: text, stage: text, keepsForm: flag }, ['id', 'name', 'stage'])),
    ...{ decide: listOf(decision), findings: listOf(finding) },
    targets: listOf(object({ id: text, name: text, kind, stage: text }, ['id', 'name', 'kind', 'stage'])),
    signed: object({ by: text, at: text, hash: text }, ['by', 'at', 'hash']),
    cases: listOf(
      object({ ...ofFamily, result: text, at: text, message: text, findings: listOf(text) }, [
        ...(['case', 'readable', 'result', 'at', 'findings'] as const),
      ]),
    ),
  },
  [
    ...([
      'id',
      'state',
      'revision',
      'plan',
      'from',
      'to',
      'by',
      'at',
      'published',
      'stale',
      'counts',
    ] as const),
    ...(['mapped', 'decide', 'findings', 'targets', 'cases'] as const),
  ],
);
