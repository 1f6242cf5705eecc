import { expect, it } from 'vitest';
import { sentences } from './two-versions.ts';

const asked = (condition: string) => ({
  drawing: { main: `(start) -> write -> <ready>\n<ready> -[${condition}]-> (end)\n<ready> => write` },
  more: { 'ready--end': { name: 'Yes' }, ready: { name: 'Is it ready?' } },
  dictionary: {
    terms: [
      { id: 'outcome', name: 'Outcome', meaning: '', type: 'code' as const, codes: 'ways', source: 'local' },
    ],
    codeLists: [
      {
        ...{ id: 'ways', name: 'Ways on', source: 'local' },
        codes: [
          { value: 'plan', label: 'A plan' },
          { value: 'close', label: 'Nothing more' },
        ],
      },
    ],
  },
});

it('a branch taken on another answer is told in the words of the dictionary', async () => {
  expect(
    await sentences(asked('outcome = "plan"'), asked('outcome in ("plan", "close") and not(unborn)')),
  ).toEqual([
    'The branch “Yes” of “Is it ready?” is now taken when “Outcome” is “A plan” or “Nothing more” and the child is born (before: when “Outcome” is “A plan”).',
  ]);
});

it('the same condition with other spaces is no change', async () => {
  expect(await sentences(asked('outcome = "plan"'), asked('outcome  =  "plan" '))).toEqual([]);
});

it('nobody is shown an expression that has no words: what it reads is named', async () => {
  const [sentence] = await sentences(
    asked('outcome = "plan"'),
    asked('some x in outcome satisfies x = "plan"'),
  );
  expect(sentence).toBe(
    'The branch “Yes” of “Is it ready?” is now taken when something holds of “Outcome” (before: when “Outcome” is “A plan”).',
  );
});
