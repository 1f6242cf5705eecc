import type { Finding } from '../../contracts/index.ts';
import { called, steps } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** Endings of words that name a thing or a state where a verb is wanted; a few verbs end so too. */
const nounEnding = /(tion|sion|ance|ence|ity|ness|ship|ing|ism|ure|ment)$/i;
const verbs = new Set([
  'mention',
  'question',
  'document',
  'commence',
  'ensure',
  'bring',
  'measure',
  'capture',
  'advance',
]);
const leading = new Set(['a', 'an', 'the', 'and', 'of', 'for', 'to', 'by', 'with', 'new', 'no', 'not']);

/** A step is called by what is done and to what: “Authorise assessment”, not “Assessment authorisation”. */
export function stepHasVerbAndObject({ pathway }: Drawing): Finding[] {
  return steps(pathway)
    .filter(({ element }) => !isVerbAndObject(element.name))
    .map(({ element }) =>
      finding(
        'step-has-verb-and-object',
        'error',
        element,
        `${called(element)} does not say what is done. Name the step as verb and object, like “Write report”.`,
      ),
    );
}

function isVerbAndObject(name: string): boolean {
  const words = name.split(' ').filter((word) => word !== '');
  const first = (words[0] ?? '').toLowerCase();
  if (words.length < 2 || name.endsWith('?') || leading.has(first)) return false;
  return verbs.has(first) || !nounEnding.test(first);
}
