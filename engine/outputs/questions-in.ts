import type { OutputBlock } from '../contracts/index.ts';
import { namedIn, recordIn } from './linked.ts';

/** Ids of the questions of its own form that a block of a layout shows; what stands in another record, by what links to it. */
export function questionsIn(block: OutputBlock): string[] {
  const record = recordIn(block);
  return record === undefined ? namedIn(block) : [record];
}
