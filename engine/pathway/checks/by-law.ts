import type { Element, Finding } from '../../contracts/index.ts';
import type { FromLaw } from './drawing.ts';
import { finding } from './finding.ts';

/**
 * A finding that something the law asks for is missing: an error, with the law, as long as nobody answers for it; a
 * warning that names who does, once it was set aside.
 */
export function byLaw(
  check: string,
  law: FromLaw,
  element: Pick<Element, 'id'> | null,
  message: string,
): Finding {
  const { source, setAside } = law;
  return setAside
    ? finding(
        check,
        'warning',
        element,
        `${message} It was set aside by ${setAside.by} on ${setAside.on}: ${setAside.reason}`,
      )
    : finding(
        check,
        'error',
        element,
        `${message} The law asks for it (${source}): put it right, or have a named authoriser set it aside.`,
      );
}
