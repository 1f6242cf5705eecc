import type { Finding } from '../../contracts/index.ts';
import { called, incoming } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** A process begins in one place: an element that nothing leads to would start by itself. */
export function oneStart({ pathway }: Drawing): Finding[] {
  return pathway.processes.flatMap((process) => {
    const starts = process.elements.filter((element) => element.kind === 'start');
    const loose = process.elements.filter(
      (element) =>
        !['start', 'note', 'refused'].includes(element.kind) &&
        element.attachedTo === undefined &&
        incoming(process, element.id).length === 0,
    );
    const name = process.name || process.id;
    const found = loose.map((element) =>
      finding(
        'one-start',
        'error',
        element,
        `Nothing leads to ${called(element)}. Draw a line to it, or remove it.`,
      ),
    );
    if (starts.length === 1) return found;
    const say =
      starts.length === 0
        ? `“${name}” has no start. Draw one.`
        : `“${name}” has more than one start. Keep one.`;
    return [finding('one-start', 'error', process, say), ...found];
  });
}
