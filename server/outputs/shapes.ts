import { outputShape } from '#engine';
import { flag, id, listOf, named, object, sent, text, whole } from '../schemas.ts';
import { formats } from './make-document.ts';

export const audiences = ['family', 'child', 'professional', 'meeting', 'court', 'agency'] as const;

const language = { type: 'string', pattern: '^[a-z]{2,3}(-[A-Za-z]{2,4}){0,2}$' } as const;
const wanted = { audience: { enum: audiences }, language, child: id } as const;

export const asked = sent(wanted, ['audience', 'language', 'child']);
export const askedAs = sent({ as: { enum: formats }, ...wanted }, ['audience', 'language', 'child']);

export const offered = object(
  {
    outputs: listOf(
      object(
        {
          ...{ id: text, title: text, audiences: listOf(text), formats: listOf(text) },
          languages: listOf(object({ id: text, name: text, reviewed: flag }, ['id', 'name', 'reviewed'])),
          children: listOf(named),
        },
        ['id', 'title', 'audiences', 'formats', 'languages', 'children'],
      ),
    ),
  },
  ['outputs'],
);

export const leftOut = listOf(
  object({ why: text, what: text, question: text, child: text, count: whole }, ['why']),
);

export const leavesOut = object(
  {
    leftOut,
    notInPdf: object({ count: whole, signs: listOf(text), scripts: listOf(text), places: listOf(text) }, [
      'count',
      'signs',
      'scripts',
      'places',
    ]),
  },
  ['leftOut'],
);

const finding = object({ check: text, level: text, element: text, message: text }, [
  'check',
  'level',
  'message',
]);
const budget = object({ pages: whole, html: whole, pdf: whole, docx: whole, milliseconds: whole }, [
  ...(['pages', 'html', 'pdf', 'docx', 'milliseconds'] as const),
]);
const part = object({ from: whole, pages: { type: 'number' } }, ['from', 'pages']);

export const previewing = sent({ ...wanted, layout: outputShape, cost: flag }, [
  ...(['audience', 'language', 'child', 'layout', 'cost'] as const),
]);

export const preview = object(
  {
    ...{ html: text, leftOut, budget, findings: listOf(finding) },
    notShown: listOf(object({ question: text, label: text }, ['question', 'label'])),
    cost: object({ ...budget.properties, blocks: listOf(part) }, [...budget.required, 'blocks']),
  },
  ['html', 'leftOut', 'notShown', 'budget', 'findings'],
);
