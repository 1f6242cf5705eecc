import type { Finding, Form } from '../../contracts/index.ts';
import { called, everywhere } from '../graph.ts';
import { questionsOf } from './asked.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/**
 * A message that is given is waited for somewhere, and what waits for a message can get it. A strand may also be
 * started by a person at any time, so a strand that nothing in the drawing starts is no fault.
 */
export function messagesMeet({ pathway, forms }: Drawing): Finding[] {
  const all = everywhere(pathway).map(({ element }) => element);
  const awaited = new Set(all.flatMap((element) => element.message ?? []));
  const given = new Set([
    ...all.flatMap((element) => element.sends ?? []),
    ...Object.values(forms).flatMap(opened),
  ]);
  const unheard = all
    .filter((element) => element.sends !== undefined && !awaited.has(element.sends))
    .map((element) =>
      finding(
        'messages-meet',
        'error',
        element,
        `${called(element)} gives the message “${element.sends ?? ''}”, but nothing waits for it. ` +
          'Draw a strand or an event that does, or correct its name.',
      ),
    );
  const unsent = all
    .filter(
      (element) => element.message !== undefined && element.kind !== 'start' && !given.has(element.message),
    )
    .map((element) =>
      finding(
        'messages-meet',
        'error',
        element,
        `${called(element)} waits for the message “${element.message ?? ''}”, but nothing gives it. ` +
          'Let a step, an end or an answer give it, or correct its name.',
      ),
    );
  return [...unheard, ...unsent];
}

/** Messages that answers of a form give; that something waits for them is a check on the form. */
const opened = (form: Form): string[] =>
  questionsOf(form).flatMap((question) => Object.values(question.opens ?? {}));
