import type { Finding } from '../../contracts/index.ts';
import { called } from '../graph.ts';
import { termsAsked } from './asked.ts';
import { conditions, stateNames } from './conditions.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** A condition reads only terms of the dictionary, and of those only what some form asks. */
export function conditionsReadTerms(drawing: Drawing): Finding[] {
  const known = new Set(drawing.dictionary.terms.map((term) => term.id));
  const states = stateNames(drawing);
  const asked = new Set(Object.values(drawing.forms).flatMap(termsAsked));
  return conditions(drawing).flatMap(({ question, flow, reads }) =>
    reads
      .filter((name) => !states.has(name) && (!known.has(name) || !asked.has(name)))
      .map((name) =>
        finding(
          'conditions-read-terms',
          'error',
          flow,
          `“${flow.name}” of ${called(question)} reads “${name}”, ` +
            (known.has(name)
              ? 'which no form asks. Ask it in the form of the step before, or read another term.'
              : 'which is not in the dictionary. Add the term, or correct its spelling.'),
        ),
      ),
  );
}
