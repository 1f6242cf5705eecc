import {
  askedThere,
  questionsOf,
  recordIn,
  type Beside,
  type FormQuestion,
  type OutputBlock,
} from '#engine/browser';
import { words } from './words.ts';

/** Questions that a block can show: of its own form, or of those that its form links to. */
export function questionsFor(block: OutputBlock, forms: Beside['forms'], id: string): FormQuestion[] {
  const form = forms[id];
  const record = recordIn(block);
  if (!form) return [];
  return record === undefined ? questionsOf(form) : askedThere(record, form, forms);
}

/** What a block prints, in words: its kind, and what stands in it. */
export function sayBlock(
  block: OutputBlock,
  parts: Pick<Beside, 'forms' | 'blocks' | 'roles'>,
  form: string,
): { kind: string; what: string } {
  const asked = questionsFor(block, parts.forms, form);
  const question = (id: string): string => asked.find((one) => one.id === id)?.label ?? words.gone(id);
  const shared = (id: string): string => parts.blocks.find((one) => one.id === id)?.title ?? words.gone(id);
  const role = (id: string): string => parts.roles.find((one) => one.id === id)?.name ?? id;
  const what = (): string => {
    if ('text' in block) return block.text;
    if ('questions' in block) return block.questions.map(question).join(', ');
    if ('question' in block && block.question !== undefined) return question(block.question);
    if ('block' in block && block.block !== undefined) return shared(block.block);
    if ('roles' in block) return block.roles.map(role).join(', ');
    return words.itself[block.kind] ?? words.kinds[block.kind];
  };
  return { kind: words.kinds[block.kind], what: what() };
}
