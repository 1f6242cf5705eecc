import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeOutput, questionsLeftOut, questionsOf, type Form, type Output } from '#engine/browser';
import {
  addBlock,
  changeBlock,
  moveBlock,
  outputIn,
  removeBlock,
} from '../../../modeller/outputs/edits/blocks.ts';
import { changeOutput, copyOutput, removeOutput } from '../../../modeller/outputs/edits/outputs.ts';
import { exampleSource } from '../../../modeller/outputs/example-source.ts';
import { newBlock } from '../../../modeller/outputs/new-block.ts';
import { partsOf, type Files } from '../../../modeller/forms/parts.ts';
import { words } from '../../../modeller/outputs/words.ts';
import { readVersionFolder } from '../support/version-folder.ts';

const shipped = join(import.meta.dirname, '..', '..', '..', 'processes', 'child-protection', '2-redesigned');

type Change = { changes: Record<string, string | null>; says: string } | undefined;

const question = (id: string, type = 'long-text', readBy?: string[]): object => ({
  ...{ id, type, label: `About ${id}`, per: 'family', purpose: 'x', source: 'local', policy: 'ask' },
  ...(readBy ? { readBy } : {}),
});
const form = {
  ...{ id: 'talk', title: 'Talk', purpose: 'x', source: 'local', facts: [], rules: [], terms: [] },
  layout: [{ id: 's', title: 'S', questions: [question('said', 'long-text', ['talk']), question('next')] }],
};
const output: Output = {
  ...{ id: 'talk', form: 'talk', title: 'Our talk', audience: 'family', audiences: ['child'] },
  blocks: [
    { kind: 'heading', text: 'What was said' },
    { kind: 'answer', question: 'said' },
    { kind: 'signature', roles: ['worker'] },
  ],
};
const files: Files = {
  'forms/talk.json': JSON.stringify(form),
  'outputs/talk.json': JSON.stringify(output),
};
const after = (change: Change): Files => {
  const all = { ...files, ...change?.changes };
  return Object.fromEntries(Object.entries(all).filter((one): one is [string, string] => one[1] !== null));
};
const kinds = (of: Files): string[] => outputIn(of, 'talk').blocks.map(({ kind }) => kind);
const readers = (of: Files, id: string): string[] | undefined =>
  questionsOf(partsOf(of).forms['talk'] as Form).find((one) => one.id === id)?.readBy;

describe('a paper', () => {
  it('has its blocks moved up and down, and none beyond the ends', () => {
    expect(kinds(after(moveBlock(files, 'talk', 1, 'up')))).toEqual(['answer', 'heading', 'signature']);
    expect(kinds(after(moveBlock(files, 'talk', 1, 'down')))).toEqual(['heading', 'signature', 'answer']);
    expect(moveBlock(files, 'talk', 0, 'up')).toBeUndefined();
    expect(moveBlock(files, 'talk', 2, 'down')).toBeUndefined();
    expect(moveBlock(files, 'talk', 1, 'up')?.says).toBe('“Our talk”: About said moved up');
  });

  it('prints a question that was left out, and the question names it among its readers', () => {
    const now = after(addBlock(files, 'talk', 2, { kind: 'answer', question: 'next' }));
    expect(kinds(now)).toEqual(['heading', 'answer', 'answer', 'signature']);
    expect(readers(now, 'next')).toEqual(['talk']);
    expect(questionsLeftOut(outputIn(now, 'talk'), form as unknown as Form)).toEqual([]);
  });

  it('prints a question no more, and the question no longer names it; wording touches no form', () => {
    const now = after(removeBlock(files, 'talk', 1));
    expect(readers(now, 'said')).toBeUndefined();
    const asked = after(changeBlock(files, 'talk', 1, { kind: 'answer', question: 'next' }));
    expect([readers(asked, 'said'), readers(asked, 'next')]).toEqual([undefined, ['talk']]);
    const worded = changeBlock(files, 'talk', 0, { kind: 'heading', text: 'We talked' });
    expect(Object.keys(worded.changes)).toEqual(['outputs/talk.json']);
  });

  it('is called otherwise, is for others, begins another, and is printed no more', () => {
    const told = outputIn(after(changeOutput(files, 'talk', { audience: 'child', large: true })), 'talk');
    expect(told).toMatchObject({ audience: 'child', large: true, blocks: output.blocks });
    expect(told).not.toHaveProperty('audiences');
    const { output: id, ...copy } = copyOutput(files, 'talk', { title: 'For a child', audience: 'child' });
    expect(id).toBe('for-a-child');
    expect(outputIn(after(copy), id)).toMatchObject({ title: 'For a child', form: 'talk' });
    expect(readers(after(copy), 'said')).toEqual(['talk', 'for-a-child']);
    const gone = after(removeOutput(files, 'talk'));
    expect(partsOf(gone).outputs).toEqual([]);
    expect(readers(gone, 'said')).toBeUndefined();
  });
});

it('every paper of the shipped pathway is made of an invented record, for each reader, with nothing unsaid', () => {
  const parts = partsOf(readVersionFolder(shipped));
  expect(parts.outputs.length).toBeGreaterThan(50);
  for (const layout of parts.outputs) {
    const own = parts.forms[layout.form] as Form;
    for (const audience of [layout.audience, ...(layout.audiences ?? [])]) {
      const made = makeOutput(layout, exampleSource(own, parts, 'three'), { audience });
      expect(made.blocks.length, layout.id).toBeGreaterThan(0);
      expect(JSON.stringify(made.blocks), layout.id).not.toMatch(/undefined|\[object/);
    }
  }
});

it('each kind of block can be begun on some form of the shipped pathway', () => {
  const parts = partsOf(readVersionFolder(shipped));
  for (const kind of Object.keys(words.kinds) as (keyof typeof words.kinds)[]) {
    const some = Object.keys(parts.forms).filter((id) => newBlock(kind, 'x', parts, id) !== undefined);
    expect(some.length, kind).toBeGreaterThan(0);
  }
});
