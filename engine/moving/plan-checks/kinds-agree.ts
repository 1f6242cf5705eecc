import type { Finding } from '../../contracts/index.ts';
import type { Aim } from '../aim.ts';
import { mappedKind, nameOf, spotsOf } from '../drawn.ts';

const words = { step: 'a step', wait: 'a wait', stage: 'a stage' };

/** A step is followed by a step, a wait by a wait, a stage by a stage. */
export function kindsAgree({ plan, from, to }: Aim): Finding[] {
  return plan.steps.flatMap((map) => {
    const was = spotsOf(from.pathway).get(map.from)?.element;
    const is = map.to === null ? undefined : spotsOf(to.pathway).get(map.to)?.element;
    if (!was || !is) return [];
    const [before, after] = [mappedKind(was), mappedKind(is)];
    if (before === after && before) return [];
    const names = [nameOf(from.pathway, was.id), nameOf(to.pathway, is.id)];
    const [what, then] = [before, after].map((kind) => (kind ? words[kind] : 'nothing that is ever open'));
    return [
      {
        ...{ check: 'kinds-agree', level: 'error' as const, element: was.id },
        message: `${names[0] ?? ''} is ${what ?? ''} and ${names[1] ?? ''} is ${then ?? ''}. Choose something of the same kind, or say that it is done and choose places.`,
      },
    ];
  });
}
