import { flag, listOf, object, sent, text, whole } from '../schemas.ts';

const mapOf = (values: object) => ({ type: 'object', additionalProperties: values }) as const;
const number = { type: 'number' } as const;
const reason = { type: 'string', maxLength: 1000 } as const;
const marks = { enum: ['ask-once', 'show-earlier', 'differs', 'unsure'] } as const;

const totals = object(
  { questions: whole, askedAgain: whole, asNew: whole, steps: whole, handOvers: whole, forms: whole },
  ['questions', 'askedAgain', 'asNew', 'steps', 'handOvers', 'forms'],
);
const ways = object({ shortest: totals, usual: totals, longest: totals }, ['shortest', 'usual', 'longest']);
const place = {
  ...{ step: text, stepName: text, form: text, formTitle: text, question: text, label: text, policy: text },
};
const question = {
  ...{ form: text, formTitle: text, question: text, label: text, term: text, termName: text },
};
const questionRef = object(question, ['form', 'formTitle', 'question', 'label']);
const mark = { mark: marks, because: text, by: text, at: text };

export const duplicates = object(
  {
    ...{ version: text, name: text, walked: flag, totals: ways, threshold: number },
    against: object({ id: text, name: text, totals: ways }, ['id', 'name', 'totals']),
    askedTwice: listOf(
      object(
        {
          ...{ term: text, name: text },
          asked: listOf(object(place, Object.keys(place) as (keyof typeof place)[])),
          ...{ timesOnUsual: whole, timesOnShortest: whole, timesOnLongest: whole },
        },
        ['term', 'name', 'asked', 'timesOnUsual', 'timesOnShortest', 'timesOnLongest'],
      ),
    ),
    looksSame: listOf(
      object(
        {
          ...{ pair: text, a: questionRef, b: questionRef, score: number, because: listOf(text) },
          ...{ pairs: listOf(text), mark: object(mark, ['mark', 'by', 'at']) },
        },
        ['pair', 'a', 'b', 'score', 'because', 'pairs'],
      ),
    ),
    steps: listOf(
      object(
        {
          kind: { enum: ['shares-terms', 'approval-after-approval', 'nobody-reads'] },
          elements: listOf(object({ id: text, name: text }, ['id', 'name'])),
          says: text,
        },
        ['kind', 'elements', 'says'],
      ),
    ),
    matrix: object(
      {
        terms: listOf(object({ id: text, name: text }, ['id', 'name'])),
        forms: listOf(object({ id: text, title: text }, ['id', 'title'])),
        cells: mapOf(mapOf(listOf(text))),
      },
      ['terms', 'forms', 'cells'],
    ),
  },
  ['version', 'name', 'walked', 'totals', 'askedTwice', 'looksSame', 'threshold', 'steps', 'matrix'],
);

export const marking = sent({ mark: marks, because: reason }, ['because']);
/** two questions as `form.question`, joined by a tilde */
export const pairParams = object(
  { pair: { type: 'string', maxLength: 300, pattern: '^[\\w.-]+~[\\w.-]+$' } },
  ['pair'],
);
export const marked = object({ pair: text, ...mark }, ['pair', 'mark', 'by', 'at']);
