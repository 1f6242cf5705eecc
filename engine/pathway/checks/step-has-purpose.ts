import type { Finding } from '../../contracts/index.ts';
import { called, steps } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** Shorter than this says nothing to the person who is asked to do the step. */
const fewestWords = 4;

/** Every step says why it exists, in a sentence. */
export function stepHasPurpose({ pathway }: Drawing): Finding[] {
  return steps(pathway)
    .filter(({ element }) => (element.purpose ?? '').split(' ').length < fewestWords)
    .map(({ element }) =>
      finding(
        'step-has-purpose',
        'error',
        element,
        `${called(element)} does not say why it exists. Write a sentence of purpose that a family could read.`,
      ),
    );
}
