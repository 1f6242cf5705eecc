import { expect, test } from 'vitest';
import { describePathway } from '../../../engine/pathway/describe.ts';
import { fact, role, sketch, timescale } from './sketch.ts';

const words = {
  roles: [role('worker', 'Social worker'), role('manager', 'Team manager')],
  timescales: [
    timescale('report', { from: 'asked', length: 10 }),
    timescale('look', { name: 'Another look', from: 'asked', length: 3, unit: 'calendar-months' }),
    timescale('ahead', { from: 'met', length: -1 }),
  ],
  facts: [
    { ...fact('asked'), name: 'the request' },
    { ...fact('met'), name: 'the meeting' },
  ],
};

test('who does what, by when, then what', async () => {
  const pathway = await sketch(
    {
      main: `(start) -> <merge> -> write -> authorise -> <returned>
             <returned> -[back = true]-> <merge>
             <returned> => [review]
             [review] -> (done)
             review^@stop "work ends" -> (!over)`,
      review: `(in) -> <?either>
               <?either> -> ~due "look" -> look -> (out)
               <?either> -> @asked "look now" -> look`,
    },
    {
      main: { name: 'The pathway' },
      write: {
        name: 'Write report',
        role: 'worker',
        timescales: ['report', 'ahead'],
        sends: 'report written',
      },
      authorise: { name: 'Authorise report', role: 'manager', timescales: ['none'] },
      returned: { name: 'Is it returned?' },
      'returned--merge': { name: 'Returned' },
      'returned--review': { name: 'Authorised' },
      review: { name: 'Review' },
      look: { name: 'Look again' },
      over: { name: 'Closed' },
      done: { name: '' },
    },
  );
  expect(describePathway(pathway, words)).toEqual([
    {
      stage: 'main',
      name: 'main',
      sentences: [
        'It begins with “Write report”.',
        'Social worker: “Write report”, within 10 working days of the request, at least 1 working day before the meeting. This gives the message “report written”. Then comes “Authorise report”.',
        'Team manager: “Authorise report”. Then comes the question “Is it returned?”.',
        '“Is it returned?” If “Returned”: “Write report”; otherwise, “Authorised”: the stage “Review”.',
        'The stage “Review” runs. Then comes the end.',
        'The message “work ends” ends “Review” early. Then comes the end of everything open here (“Closed”).',
      ],
    },
    {
      stage: 'review',
      name: 'review',
      sentences: [
        'It begins with a wait.',
        'It waits; whichever comes first: the time that “Another look” allows, then “Look again”; or the message “look now”, then “Look again”.',
        'Nobody yet: “Look again”. Then comes the end (“out”).',
      ],
    },
  ]);
});

test('what is done side by side, and where it meets again', async () => {
  const pathway = await sketch({
    main: '(start) -> |fork| -> write -> |join| -> meet -> (done)\n|fork| -> book -> |join|',
  });
  const [main] = describePathway(pathway, words);
  expect(main?.sentences).toEqual([
    'It begins with “write” and “book” side by side.',
    'Side by side: “write”, and “book”.',
    'Nobody yet: “write”. Then comes the meeting of the branches.',
    'Nobody yet: “book”. Then comes the meeting of the branches.',
    'Once all branches have met, “meet”.',
    'Nobody yet: “meet”. Then comes the end (“done”).',
  ]);
});

test('strands come after the stages, and a process that is called from two places is told once', async () => {
  const pathway = await sketch({
    worry: '(heard "new worry") -> {later=enquire} -> (considered)',
    enquire: '(asked) -> look -> (answered)',
    main: '(start) -> {now=enquire} -> (done)',
  });
  const told = describePathway(pathway, words);
  expect(told.map(({ stage }) => stage)).toEqual(['main', 'enquire', 'worry']);
  expect(told[2]?.sentences[0]).toBe('On the message “new worry” it begins with the stage “later”.');
});
