import type { Element, Version } from '../contracts/index.ts';
import { adjacentSteps, approves, checks, sharedTerms } from '../pathway/index.ts';
import type { RepeatingSteps } from './shapes.ts';
import { stepsById } from './walks/index.ts';

/** From this share of the smaller form's terms on, two forms say much the same. */
const muchTheSame = 0.5;

/** Steps that repeat each other: side by side or one after the other, approvals after approvals, records nobody reads. */
export function repeatingSteps(version: Version): RepeatingSteps[] {
  const following = adjacentSteps(version);
  return [
    ...following.flatMap((pair) => sharing(version, pair, 'one after the other')),
    ...sideBySide(version).flatMap((pair) => sharing(version, pair, 'side by side')),
    ...following.filter(([first, second]) => approves(first) && approves(second)).map(approvals),
    ...nobodyReads(version),
  ];
}

function sharing(version: Version, [first, second]: [Element, Element], how: string): RepeatingSteps[] {
  if (first.role !== second.role || first.form === second.form) return [];
  const forms = [version.forms[first.form ?? ''], version.forms[second.form ?? '']] as const;
  const { share, terms } = sharedTerms(...forms);
  if (share <= muchTheSame) return [];
  const says =
    `${title(first)} and ${title(second)} are done ${how} by the same role, and ${String(terms.length)} ` +
    `${terms.length === 1 ? 'thing is' : 'things are'} asked in both. Could they be one step?`;
  return [{ kind: 'shares-terms', elements: [first, second].map(named), says }];
}

function approvals([first, second]: [Element, Element]): RepeatingSteps {
  const says = `${title(second)} follows ${title(first)} directly. Could one approval do?`;
  return { kind: 'approval-after-approval', elements: [first, second].map(named), says };
}

function nobodyReads(version: Version): RepeatingSteps[] {
  const steps = stepsById(version.pathway);
  const found = checks['step-is-read']?.(version) ?? [];
  return found.flatMap(({ element, message }) => {
    const step = steps.get(element ?? '');
    return step ? [{ kind: 'nobody-reads' as const, elements: [named(step)], says: message }] : [];
  });
}

/** Pairs of steps that are open at the same time in one stage. */
function sideBySide(version: Version): [Element, Element][] {
  const steps = stepsById(version.pathway);
  const pairs = new Map<string, [Element, Element]>();
  for (const { places } of Object.values(version.tables.tables)) {
    for (const { open } of Object.values(places)) {
      const here = open.flatMap(({ id, kind }) => (kind === 'step' ? (steps.get(id) ?? []) : []));
      for (const [at, first] of here.entries()) {
        for (const second of here.slice(at + 1)) pairs.set(`${first.id} ${second.id}`, [first, second]);
      }
    }
  }
  return [...pairs.values()];
}

const named = ({ id, name }: Element): { id: string; name: string } => ({ id, name });
const title = ({ id, name }: Element): string => `“${name || id}”`;
