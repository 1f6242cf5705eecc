import { giveMessage } from '#engine';
import type { Host } from '../host.ts';
import { carryOut } from './carry-out.ts';
import type { Carried } from './carry-out.ts';
import { newsOf } from './news.ts';

export interface NewsGiven {
  message: string;
  children: string[];
  /** what was heard: it stands on the step that opens, or joins the one that is open already */
  note?: string;
}

/** Somebody tells us something that starts work of its own. Says which tasks opened. */
export function giveNews(
  host: Host,
  given: NewsGiven & { case: string; by: string; commandId: string },
): Promise<Carried<{ opened: string[] }>> {
  const { message, children, note } = given;
  const news = { message, children: [...new Set(children)], ...(note ? { note } : {}) };
  return carryOut(host, {
    ...{ case: given.case, by: given.by, commandId: given.commandId },
    decide: (version, kase, act) =>
      newsOf(version).some((one) => one.message === message)
        ? giveMessage(version, kase, news, act)
        : {
            ...{ kind: 'refused', reason: 'unknown-message', findings: [] },
            message: 'The pathway has no way in for this: choose what happened from the family’s page.',
          },
    reply: (change, _, before) => ({
      opened: change.case.tasks
        .filter((task) => before.tasks.every((one) => one.id !== task.id))
        .map((task) => task.id),
    }),
  });
}
