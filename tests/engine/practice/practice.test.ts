import { expect, test } from 'vitest';
import { familyShapes, genogramOf, lastHeard, readBeside, scoresOver } from '#engine';
import type { NetworkView, PersonDrawn, ScalingView, VoiceView } from '#engine';

const scaling: ScalingView = {
  ...{ title: '', block: 's', about: 'about', overall: 0, overallTitle: 'All', aboutTitle: 'Goal' },
  ...{ score: 'n', on: 'on', rater: 'who', name: 'name', children: 'for', why: 'why' },
};

test('scores stand by what they are about and who gave them, everything together first, the earliest first', () => {
  const rows = [
    {
      id: 'a',
      about: 1,
      n: 4,
      on: '2026-03-02',
      who: 'mother',
      name: 'Kay',
      for: ['tom', 'ella'],
      why: 'rows',
    },
    { id: 'b', about: 0, n: 3, on: '2026-03-02', who: 'worker', for: ['ella', 'tom'] },
    { id: 'c', about: 1, n: 2, on: '2026-01-05', who: 'mother', name: 'kay ', for: ['ella', 'tom'] },
    { id: 'd', about: 1, n: 7, on: '2026-03-02', who: 'mother', name: 'Kay', for: ['ella'] },
    { id: 'half written', about: 1, who: 'mother' },
  ];
  const [all, first, ...rest] = scoresOver(rows, scaling);
  expect(all).toMatchObject({ about: 0, series: [{ rater: 'worker', scores: [{ score: 3 }] }] });
  expect(first?.about).toBe(1);
  expect(first?.series.map(({ children, scores }) => [children, scores.map(({ score }) => score)])).toEqual([
    [
      ['ella', 'tom'],
      [2, 4],
    ],
    [['ella'], [7]],
  ]);
  expect(rest).toEqual([]);
});

const voice: VoiceView = {
  ...{ title: '', block: 'v', child: 'for', on: 'on', words: 'said', panels: [], source: 'local' },
  ...{ picture: 'p', pictureTitle: 't', pictureSays: 's', freshDays: 30 },
};

test('a child is heard of late once more days have passed than the model allows, or never heard', () => {
  const rows = [
    { for: ['ella'], on: '2026-01-01' },
    { for: ['ella', 'tom'], on: '2026-02-01' },
    { for: ['tom'], on: '2026-12-24' },
  ];
  const said = (today: string) =>
    lastHeard(rows, voice, ['ella', 'tom', 'zoe'], today).map(({ days, old }) => [days, old]);
  expect(said('2026-03-03')).toEqual([
    [30, false],
    [30, false],
    [undefined, true],
  ]);
  expect(said('2026-03-04')).toEqual([
    [31, true],
    [31, true],
    [undefined, true],
  ]);
});

const network: NetworkView = {
  ...{ title: '', block: 'n', person: 'who', relation: 'is', household: 'home', unborn: ['the baby'] },
  relations: [
    { says: 'mother', is: 'parent', sex: 'F' },
    { says: 'father', is: 'parent', sex: 'M' },
    { says: 'stepfather', is: 'step-parent', sex: 'M', side: 'F' },
    { says: "mother's partner", is: 'step-parent', side: 'F' },
    { says: 'grandmother', is: 'grandparent', sex: 'F' },
    { says: 'maternal grandmother', is: 'grandparent', sex: 'F', side: 'F' },
    { says: 'sister', is: 'sibling', sex: 'F' },
  ],
};
const people: PersonDrawn[] = [
  { id: 'ella', name: 'Ella Marsh', born: '2018-01-01', sex: 'F' },
  { id: 'tom', name: 'Thomas Marsh', called: 'Tom', born: '2020-01-01' },
  { id: 'baby', name: 'Unborn baby', expected: '2026-09-01' },
  ...['kay', 'lee', 'joe', 'pat', 'nan', 'sis', 'max'].map((id) => ({ id, name: id })),
];
const draw = (rows: Record<string, string>[]) => genogramOf(rows, people, ['ella', 'tom', 'baby'], network);

test('lines stand where the words of the rows say so: half-siblings under their own fathers', () => {
  const drawn = draw([
    { who: 'kay', is: 'Mother', home: 'yes' },
    { who: 'lee', is: 'Father of Ella' },
    { who: 'joe', is: 'father of Tom and the baby; stepfather of Ella', home: 'yes' },
    { who: 'nan', is: 'Maternal  grandmother' },
    { who: 'max', is: 'football coach' },
  ]);
  expect(drawn.unions).toEqual([
    { parents: ['kay', 'lee'], children: ['ella'] },
    { parents: ['kay', 'joe'], children: ['tom', 'baby'] },
  ]);
  expect(drawn.above).toEqual([{ from: 'nan', to: 'kay' }]);
  const order = drawn.people
    .filter(({ rank }) => rank === 1)
    .toSorted((one, other) => one.at - other.at)
    .map(({ id }) => id);
  expect(order).toEqual(['lee', 'kay', 'joe']);
  expect(drawn.people.find(({ id }) => id === 'baby')).toMatchObject({ unborn: true, child: true, rank: 2 });
  expect(drawn.people.find(({ id }) => id === 'max')).toMatchObject({ rank: 3, relation: 'football coach' });
});

test('one dashed line goes around all who live at home, through the rows, and around nobody else', () => {
  const drawn = draw([
    { who: 'kay', is: 'Mother', home: 'yes' },
    { who: 'lee', is: 'Father', home: 'no' },
    { who: 'nan', is: 'Maternal grandmother', home: 'no' },
    { who: 'pat', is: 'friend', home: 'no' },
    { who: 'max', is: 'lodger', home: 'yes' },
  ]);
  const { shapes } = familyShapes(drawn, { home: 'At home', dates: () => '' });
  const texts = shapes.filter((one) => one.kind === 'text');
  expect(texts.filter(({ text }) => text === 'At home')).toHaveLength(1);
  const within = shapes.filter((one) => one.kind === 'rectangle' && one.fill === '#f7f5ee');
  const isWithin = ({ x, y }: { x: number; y: number }): boolean =>
    within.some(
      (one) => 'width' in one && x > one.x && x < one.x + one.width && y > one.y && y < one.y + one.height,
    );
  const names = drawn.people.map(({ name, called = name }) => called);
  const athome = texts.filter(({ text }) => names.includes(text)).filter(isWithin);
  expect(athome.map(({ text }) => text).sort()).toEqual(
    ['Ella Marsh', 'Tom', 'Unborn baby', 'kay', 'max'].sort(),
  );
});

test('a line that the words leave open is not drawn, and of two rows of one person the later one counts', () => {
  const drawn = draw([
    { who: 'kay', is: 'sister' },
    { who: 'kay', is: 'Mother' },
    { who: 'lee', is: 'Father' },
    { who: 'nan', is: 'Grandmother' },
    { who: 'pat', is: 'Mother’s partner' },
  ]);
  expect(drawn.above).toEqual([]);
  expect(drawn.partners).toEqual([{ from: 'pat', to: 'kay' }]);
  expect(drawn.unions).toEqual([{ parents: ['kay', 'lee'], children: ['ella', 'tom', 'baby'] }]);
});

test('what is shown names blocks and columns that are there, or is a finding of the version', () => {
  const column = { id: 'says', label: 'Says', type: 'long-text' };
  const practice = {
    ...{ name: 'Another', source: 'local', parts: [] },
    blocks: [{ id: 'songs', title: 'Songs', prompt: 'Sing', part: 'songs', columns: [column] }],
    views: { story: { block: 'songs', child: 'says', picture: 'art', words: 'says' } },
  };
  const { findings } = readBeside({ 'practice.json': JSON.stringify(practice) });
  const said = findings.map(({ message }) => message).filter((message) => message.includes('shown as'));
  expect(said).toEqual(['What is shown as “story” names “art”, which is no column of the block “songs”.']);
  const elsewhere = { ...practice, views: { story: { ...practice.views.story, block: 'tales' } } };
  const again = readBeside({ 'practice.json': JSON.stringify(elsewhere) }).findings;
  expect(again.map(({ message }) => message)).toContain(
    'What is shown as “story” names the block “tales”: there is none.',
  );
});
