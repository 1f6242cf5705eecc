import type { Element } from '../../contracts/index.ts';
import { changeOf, pairs, placeName, quoted, titled } from './both.ts';
import type { Kind } from './change.ts';

/** News that a step or an end gives, and news that is waited for. */
export const message: Kind = (both) =>
  pairs(both).flatMap(({ before, after }) => {
    const [old, now] = [before.element, after.element];
    const said: string[] = [];
    // an end with other news is another end, and is told with the ways that lead to it
    if (old.sends !== now.sends && now.kind === 'step')
      said.push(`Completing ${titled(now)} now gives ${news(now.sends)} (before: ${news(old.sends)}).`);
    if (old.message !== now.message) {
      const what = now.kind === 'start' ? startOf(both, after) : `What ${titled(now)} waits for`;
      said.push(`${what} is now ${news(now.message)} (before: ${news(old.message)}).`);
    }
    return said.map((sentence) => changeOf(both, 'message', now.id, sentence));
  });

const news = (name: string | undefined): string =>
  name === undefined ? 'no news' : `the news ${quoted(name)}`;

function startOf(
  both: Parameters<Kind>[0],
  { process }: { element: Element; process: Parameters<typeof placeName>[1] },
): string {
  return `What ${placeName(both.after, process)} begins with`;
}
