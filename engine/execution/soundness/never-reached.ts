import type { Element, ElementKind, Finding, Flow, Pathway, Process, Table } from '../../contracts/index.ts';
import { allLeaves } from '../leaves.ts';
import type { Names } from './names.ts';

/** Drawn, but never entered and never waited for as such. */
const unentered = new Set<ElementKind>(['start', 'note', 'refused']);

/** Parts of the drawing that no case can ever come to, whatever is answered. */
export function neverReached(table: Table, pathway: Pathway | undefined, names: Names): Finding[] {
  const process = pathway?.processes.find(({ id }) => id === table.process);
  if (!process) return [];
  const reached = reachedIn(table);
  const lost = process.elements.filter(({ kind, id }) => !unentered.has(kind) && !reached.has(id));
  const untaken = waysOut(process).filter(({ id, from }) => reached.has(from) && !reached.has(id));
  return [...lost.map((one) => element(one, names)), ...untaken.map((flow) => way(flow, names))];
}

function reachedIn(table: Table): Set<string> {
  const open = Object.values(table.places).flatMap((place) => place.open.map(({ id }) => id));
  return new Set([...open, ...allLeaves(table).flatMap((leaf) => leaf.reached)]);
}

function waysOut({ elements, flows }: Process): Flow[] {
  const questions = new Set(elements.filter(({ kind }) => kind === 'question').map(({ id }) => id));
  return flows.filter(({ from }) => questions.has(from));
}

function element({ id }: Element, names: Names): Finding {
  const message = `No case can ever come to ${names(id)}. Draw a way to it or take it out.`;
  return { check: 'never-reached', level: 'error', element: id, message };
}

function way({ id, from, to }: Flow, names: Names): Finding {
  const message = `The way from ${names(from)} to ${names(to)} is never taken: an answer before it always decides otherwise. Take it out, or put it first.`;
  return { check: 'way-never-taken', level: 'warning', element: id, message };
}
