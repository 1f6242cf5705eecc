import type { Store } from '../../server/store/index.ts';

/** Calls that are asked with ids and filters, all of whose arguments must be plain. */
const asked = [
  ...(['load', 'family', 'task', 'record', 'part', 'history', 'list', 'countTasks', 'countDone'] as const),
  ...(['countStages', 'person', 'people', 'document', 'remove', 'sweep', 'attachment', 'answered'] as const),
  ...(['attachmentFacts', 'claim', 'retry', 'changes'] as const),
] satisfies (keyof Store)[];

/**
 * Listens to what reaches the store, and says what is not a plain value of its type: an object where a text belongs, a
 * key that is an operator. What people wrote is stored as it is; it is never a key, an id or a filter.
 */
export function listenTo(store: Store, say: (call: string, what: string) => void): void {
  const calls = store as unknown as Record<string, (...args: unknown[]) => unknown>;
  const over = (name: string, look: (args: unknown[]) => unknown[]): void => {
    const behind = calls[name];
    if (!behind) throw new Error(`the store has no ${name}`);
    calls[name] = (...args) => {
      for (const one of look(args))
        if (!isPlain(one)) say(name, JSON.stringify(one)?.slice(0, 200) ?? String(one));
      return behind.apply(store, args);
    };
  };
  for (const name of asked) over(name, (args) => args);
  over('put', ([put]) => {
    const { kind, id, owner, about, expires, expecting } = put as Record<string, unknown>;
    return [{ kind, id, owner, about, expires, expecting }];
  });
  over('putPerson', ([put]) => {
    const { id, keys, by, at, expecting } = put as Record<string, unknown>;
    return [{ id, keys, by, at, expecting }];
  });
  over('commit', ([commit]) => {
    const { commandId, actor, at, expecting, drafts, attachments } = commit as Record<string, unknown>;
    const { id } = (commit as { case: { id: unknown } }).case;
    return [{ commandId, actor, at, expecting, drafts, attachments, id }];
  });
}

/** A text, number or flag, a list of these, or an object of these in which no key is an operator. */
function isPlain(value: unknown, depth = 0): boolean {
  if (value === undefined || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string');
  if (value === null || typeof value !== 'object' || depth > 1) return false;
  return Object.entries(value).every(([key, one]) => /^[A-Za-z]\w*$/.test(key) && isPlain(one, depth + 1));
}
