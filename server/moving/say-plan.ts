import { checkPlan, elementAt, isSameForm, mappedKind, mappedSpots, proposePlan } from '#engine';
import type { Finding, Mapped, MovePlan, Pathway, Version } from '#engine';

type Kind = Mapped | 'strand';

/** A step, wait or stage of the new drawing, with where it stands: what a decision may lead to. */
export interface Target {
  id: string;
  name: string;
  kind: Kind;
  stage: string;
}

/** What people must decide, with what is thought likely and what they said so far. */
export interface Decision {
  id: string;
  kind: Kind;
  name: string;
  stage: string;
  message: string;
  suggestions: { to: string; name: string; stage: string; because: string }[];
  /** ids it goes on as; empty: it is done; absent: nobody has said yet */
  said?: string[];
}

/** What maps by itself: the same id, kind and stage. */
export interface MapsItself {
  id: string;
  name: string;
  stage: string;
  /** its form asks otherwise now: whether open tasks keep the one they began with */
  keepsForm?: boolean;
}

/** A plan in the words of both drawings: what maps by itself, what people decide, what is wrong. */
export interface PlanSaid {
  mapped: MapsItself[];
  decide: Decision[];
  targets: Target[];
  findings: Finding[];
}

/** Says a plan of a move for the page that shows it. */
export function sayPlan(plan: MovePlan, from: Version, to: Version): PlanSaid {
  const own = proposePlan(from, to);
  return {
    mapped: own.plan.steps.map(({ from: id }) => ({
      ...{ id, name: nameOf(from, id), stage: stageOf(from.pathway, id) },
      ...keepsForm(plan, from, to, id),
    })),
    decide: own.decide.map(({ id, kind, name, message, suggestions }) => {
      const said = saidOf(plan, id, kind);
      return {
        ...{ id, kind, name: name || id, stage: stageOf(from.pathway, id), message },
        suggestions: suggestions.map((one) => ({ ...one, stage: stageOf(to.pathway, one.to) })),
        ...(said === undefined ? {} : { said }),
      };
    }),
    targets: targetsOf(to),
    findings: checkPlan(plan, from, to),
  };
}

function saidOf(plan: MovePlan, id: string, kind: Kind): string[] | undefined {
  const maps = kind === 'strand' ? plan.strands : plan.steps;
  const own = maps.filter((map) => map.from === id);
  return own.length === 0 ? undefined : own.flatMap(({ to }) => to ?? []);
}

/** Of a step whose form is another now, or asks otherwise. */
function keepsForm(plan: MovePlan, from: Version, to: Version, id: string): { keepsForm?: boolean } {
  const map = plan.steps.find((one) => one.from === id && one.to !== null);
  const was = elementAt(from.pathway, id)?.form;
  const is = elementAt(to.pathway, map?.to ?? id)?.form;
  if (was === undefined || is === undefined) return {};
  if (was === is && isSameForm(from, to, was)) return {};
  return { keepsForm: map?.form !== 'new' };
}

function targetsOf({ pathway }: Version): Target[] {
  const strands = pathway.processes.filter(({ kind }) => kind === 'strand');
  return [
    ...mappedSpots(pathway).map(({ element }): Target => ({
      ...{ id: element.id, name: element.name || element.id, kind: mappedKind(element) ?? 'step' },
      stage: stageOf(pathway, element.id),
    })),
    ...strands.map(({ id, name }): Target => ({ id, name: name || id, kind: 'strand', stage: '' })),
  ];
}

const nameOf = ({ pathway }: Version, id: string): string => elementAt(pathway, id)?.name || id;

/** The stage an element stands in, as the drawing around it calls it. */
function stageOf({ processes }: Pathway, id: string): string {
  const process = processes.find(({ elements }) => elements.some((one) => one.id === id));
  const around = processes.flatMap(({ elements }) => elements).find((one) => one.process === process?.id);
  return around?.name ?? process?.name ?? '';
}
