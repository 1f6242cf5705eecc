import type { Block, Column, FormQuestion } from '../contracts/index.ts';

/** The columns a table has: its own or its block's. */
export function columnsOf(question: FormQuestion, blocks: Block[]): Column[] {
  return question.columns ?? blocks.find(({ id }) => id === question.block)?.columns ?? [];
}
