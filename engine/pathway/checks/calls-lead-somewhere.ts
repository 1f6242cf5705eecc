import type { Finding, Pathway } from '../../contracts/index.ts';
import { called, everywhere, processOf } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** A called stage names a process that is drawn, that nothing else starts, and that does not come back to call itself. */
export function callsLeadSomewhere({ pathway }: Drawing): Finding[] {
  return everywhere(pathway)
    .filter(({ element }) => element.kind === 'stage' && element.called)
    .flatMap(({ process, element }) => {
      const say = (message: string) => [
        finding('calls-lead-somewhere', 'error', element, `${called(element)} ${message}`),
      ];
      const target = processOf(pathway, element.process);
      if (!element.process) return say('calls nothing. Say which process it calls.');
      if (!target) return say(`calls “${element.process}”, which is not drawn. Draw it, or call another.`);
      if (target.kind === 'stage')
        return say(`calls “${element.process}”, which lies inside a stage. Draw it as a process of its own.`);
      if (target.kind === 'strand')
        return say(`calls “${element.process}”, which a message starts. Give it a plain start.`);
      if (opens(pathway, target.id).has(process.id))
        return say('leads back into itself. A stage may not call itself.');
      return [];
    });
}

/** A process and all that open while it runs, through stages and calls. */
function opens(pathway: Pathway, id: string, seen = new Set<string>()): Set<string> {
  if (seen.has(id)) return seen;
  seen.add(id);
  for (const element of processOf(pathway, id)?.elements ?? []) {
    if (element.kind === 'stage' && element.process) opens(pathway, element.process, seen);
  }
  return seen;
}
