import { expect, it } from 'vitest';
import { sentences } from './two-versions.ts';

it('another step after a step is told from where, to what, and what came before', async () => {
  expect(
    await sentences(
      { drawing: { main: '(start) -> write -> sign -> send -> (end)' } },
      { drawing: { main: '(start) -> write -> send -> sign -> (end)' } },
    ),
  ).toEqual([
    'After “write” the path now goes to “send” (before: “sign”).',
    'After “send” the path now goes to “sign” (before: the end “end”).',
    'After “sign” the path now goes to the end “end” (before: “send”).',
  ]);
});

const asked = (more: string) => ({ main: `(start) -> write -> <ready>\n${more}` });

it('another branch taken when no other fits is told by the names of both', async () => {
  const more = { 'ready--end': { name: 'Yes' }, 'ready--write': { name: 'No' } };
  const yes = '<ready> => (end)\n<ready> -[x = 1]-> write';
  const no = '<ready> -[x = 1]-> (end)\n<ready> => write';
  expect(await sentences({ drawing: asked(yes), more }, { drawing: asked(no), more })).toContain(
    'When no other answer fits, “ready” now takes the branch “No” (before: it takes the branch “Yes”).',
  );
});

it('a branch that leads elsewhere, is new, or is gone is told of its question', async () => {
  const more = {
    'ready--sign': { name: 'Yes' },
    'ready--send': { name: 'Later' },
    'ready--end': { name: 'No' },
  };
  const before = { drawing: asked('<ready> -[x = 1]-> sign -> (end)\n<ready> => (end)'), more };
  const after = {
    drawing: asked('<ready> -[x = 1]-> sign -> (end)\n<ready> -[x = 2]-> send -> sign\n<ready> => (end)'),
    more,
  };
  expect(await sentences(before, after)).toContain(
    '“ready” has a new branch “Later”, which leads to “send”.',
  );
  expect(await sentences(after, before)).toContain('“ready” no longer has the branch “Later”.');
});

it('a line with another target under its own name leads elsewhere', async () => {
  const before = {
    drawing: asked('<ready> -[x = 1]-> sign -> (end)\n<ready> => (end)'),
    more: { 'ready--sign': { name: 'Yes' } },
  };
  const after = {
    drawing: asked('<ready> -[x = 1]-> send -> sign -> (end)\n<ready> => (end)'),
    more: { 'ready--send': { name: 'Yes' } },
  };
  expect(await sentences(before, after)).toContain(
    'The branch “Yes” of “ready” now leads to “send” (before: “sign”).',
  );
});

it('places where ways only come together are looked through', async () => {
  expect(
    await sentences(
      { drawing: { main: '(start) -> write -> sign -> (end)' } },
      { drawing: { main: '(start) -> write -> <merge> -> sign -> (end)' } },
    ),
  ).toEqual([]);
});

it('what is now done side by side is told as such', async () => {
  expect(
    await sentences(
      { drawing: { main: '(start) -> write -> visit -> sign -> (end)' } },
      {
        drawing: { main: '(start) -> write -> |fork| -> visit -> |join| -> (end)\n|fork| -> sign -> |join|' },
      },
    ),
  ).toContain('After “write” the path now goes to “visit” and “sign” side by side (before: “visit”).');
});
