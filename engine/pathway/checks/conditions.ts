import type { Element, Flow, Process } from '../../contracts/index.ts';
import { parseFeel } from '../../forms/parse-feel.ts';
import { outgoing, splits } from '../graph.ts';
import type { Drawing } from './drawing.ts';

/** A condition of the drawing, read: the terms it reads, or why it can't be read. */
export interface Condition {
  process: Process;
  question: Element;
  flow: Flow;
  text: string;
  reads: string[];
  wrong?: string;
}

/** Names that a condition reads; none where there is no condition, or it can't be read. */
export function readsOf(condition: string | undefined): string[] {
  const read = condition === undefined ? null : parseFeel(condition);
  return read?.ok ? read.reads.map((path) => path.split('.')[0] ?? path) : [];
}

/** Conditions on the ways out of one question. */
export function conditionsOf(process: Process, question: Element): Condition[] {
  return outgoing(process, question.id).flatMap((flow) => {
    if (flow.condition === undefined) return [];
    const read = parseFeel(flow.condition);
    const condition = { process, question, flow, text: flow.condition, reads: readsOf(flow.condition) };
    return [read.ok ? condition : { ...condition, wrong: read.message }];
  });
}

/** Every condition of every question of the drawing. */
export const conditions = ({ pathway }: Drawing): Condition[] =>
  pathway.processes.flatMap((process) =>
    splits(process).flatMap((question) => conditionsOf(process, question)),
  );

/** What a condition may read beside terms: whether a child is unborn, and the states that facts keep open. */
export const stateNames = (drawing: Drawing): Set<string> =>
  new Set([
    'unborn',
    'episodeOpen',
    'planOpen',
    ...drawing.facts.flatMap((fact) => (fact.open ? [fact.open.as] : [])),
  ]);
