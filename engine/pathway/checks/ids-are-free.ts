import type { Finding } from '../../contracts/index.ts';
import { isReserved } from '../../forms/reserved-names.ts';
import { called, everywhere } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** What is kept of a case is kept by ids: none may be a word that the program needs itself. */
export function idsAreFree({ pathway }: Drawing): Finding[] {
  return everywhere(pathway).flatMap(({ element }) =>
    [element.id, element.form ?? '', element.role ?? '', ...(element.timescales ?? [])]
      .filter(isReserved)
      .map((name) =>
        finding(
          'ids-are-free',
          'error',
          element,
          `${called(element)} is called or names “${name}”, a word of the program itself: choose another.`,
        ),
      ),
  );
}
