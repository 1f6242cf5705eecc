import type { Element, Process, Version } from '../contracts/index.ts';
import type { Aim } from './aim.ts';
import { mappedKind, mappedSpots, nameOf, processName, rootsOf, spotsOf } from './drawn.ts';
import type { Mapped, Spot } from './drawn.ts';
import { followingProcess } from './following-process.ts';
import type { MovePlan, StepMap } from './plan.ts';
import { suggestions } from './suggestions.ts';
import type { Suggestion } from './suggestions.ts';

/** Something of the old version that does not map by itself: why, and what may follow it. */
export interface ToDecide {
  /** element, or process of a strand */
  id: string;
  kind: Mapped | 'strand';
  name: string;
  reason: 'gone' | 'moved' | 'other-kind';
  message: string;
  suggestions: Suggestion[];
}

/** A plan to begin from, and what people still have to say in it. */
export interface Proposal {
  plan: MovePlan;
  decide: ToDecide[];
}

/**
 * What maps by itself: the same id, of the same kind, in the same stage; strands of the same id or begun by the same
 * message. All else is listed with the reason, in the order of the drawing. `said` is what people decided already: it
 * stands in the plan, and steps of a stage that they said goes on under another name are in the same stage.
 */
export function proposePlan(from: Version, to: Version, said: StepMap[] = []): Proposal {
  const plan: MovePlan = {
    ...{ from: from.id, to: to.id, steps: [...said], strands: [], places: [] },
    ...{ clocks: 'keep', note: '' },
  };
  const aim: Aim = { plan: { ...plan, steps: said }, from, to };
  const decided = new Set(said.map((map) => map.from));
  const decide: ToDecide[] = [];
  for (const strand of rootsOf(from.pathway)) {
    if (strand.id === from.pathway.main) continue;
    const same = sameStrand(to, strand);
    if (same) plan.strands.push({ from: strand.id, to: same.id });
    else decide.push(strandToDecide(from, strand.id));
  }
  for (const spot of mappedSpots(from.pathway)) {
    const { id } = spot.element;
    if (decided.has(id)) continue;
    const there = spotsOf(to.pathway).get(id);
    if (there && staysItself(aim, spot, there)) plan.steps.push({ from: id, to: id });
    else decide.push(toDecide(from, to, spot, there));
  }
  return { plan, decide };
}

function sameStrand({ pathway }: Version, { id, message }: Process): Process | undefined {
  const strands = rootsOf(pathway).filter((root) => root.id !== pathway.main);
  return (
    strands.find((strand) => strand.id === id) ??
    strands.find((strand) => strand.message === message && message !== undefined)
  );
}

function staysItself(aim: Aim, was: Spot, is: Spot): boolean {
  if (mappedKind(was.element) !== mappedKind(is.element)) return false;
  const { id } = was.process;
  return is.process.id === id || is.process.id === followingProcess(aim, id);
}

function toDecide(from: Version, to: Version, spot: Spot, there: Spot | undefined): ToDecide {
  const { element } = spot;
  const kind = mappedKind(element) ?? 'step';
  const reason = reasonOf(element, there);
  return {
    ...{ id: element.id, kind, name: element.name, reason, message: says(from, to, spot, there) },
    suggestions: suggestions(from, to, spot),
  };
}

function reasonOf(element: Element, there: Spot | undefined): ToDecide['reason'] {
  if (!there) return 'gone';
  return mappedKind(there.element) === mappedKind(element) ? 'moved' : 'other-kind';
}

function says(from: Version, to: Version, { element, process }: Spot, there: Spot | undefined): string {
  const name = nameOf(from.pathway, element.id);
  const stage = processName(from.pathway, process.id);
  switch (reasonOf(element, there)) {
    case 'gone':
      return `${name} of ${stage} is not in the new drawing. Say what follows it, or that it is done.`;
    case 'moved':
      return `${name} has moved from ${stage} to ${processName(to.pathway, there?.process.id ?? '')}. Say whether it is still the same.`;
    case 'other-kind':
      return `${name} of ${stage} is something else in the new drawing. Say what follows it, or that it is done.`;
  }
}

function strandToDecide({ pathway }: Version, id: string): ToDecide {
  const name = processName(pathway, id);
  return {
    ...{ id, kind: 'strand', name: name.slice(1, -1), reason: 'gone', suggestions: [] },
    message: `The strand ${name} is not in the new drawing. Say which strand follows it, or that what is open in it is done.`,
  };
}
