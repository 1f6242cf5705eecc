import type { OutputBlock } from '../contracts/index.ts';

/** Ids of the questions that a block of a layout shows. */
export function questionsIn(block: OutputBlock): string[] {
  if ('questions' in block) return block.questions;
  return 'question' in block && block.question !== undefined ? [block.question] : [];
}
