import { send } from '../support/practitioners.ts';
import { completionsIn } from './completions-in.ts';
import { onServer } from './on-server.ts';

export interface Repeated {
  sent: number;
  /** different answers that came back: one, if all are equal */
  replies: number;
  refused: number;
  /** how often the history says that the command completed its task */
  effects: number;
  findings: number;
}

const AT_ONCE = 100;

/** One command sent again and again at once, as a page does that got no answer. */
export function repeat(times: number): Promise<Repeated> {
  return onServer('repeats', async ({ pair, practitioners, store, newFamily }) => {
    const family = await newFamily();
    const sent = await practitioners.next();
    if (!sent) throw new Error('a new family has nothing to do');
    const replies = new Set<string>();
    const repeated: Repeated = { sent: 0, replies: 0, refused: 0, effects: 0, findings: 0 };
    while (repeated.sent < times) {
      const some = Math.min(AT_ONCE, times - repeated.sent);
      const answers = await Promise.all(Array.from({ length: some }, () => send(pair, sent)));
      for (const { status, body } of answers) {
        if (status === 200) replies.add(JSON.stringify(body));
        else repeated.refused += 1;
      }
      repeated.sent += some;
    }
    const completions = await completionsIn(store, family);
    return {
      ...repeated,
      replies: replies.size,
      effects: completions.get(sent.body.commandId) ?? 0,
      findings: (await store.verify()).findings.length,
    };
  });
}
