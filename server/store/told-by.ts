import type { HistoryEntry, Moment } from '#engine';
import { Damaged } from './damaged.ts';
import { isLetGo, openTextWith, type KeyState } from './sealing.ts';

/** Who gave a command and when stand in the open beside it: whether its history says the same, or no longer says it. */
export function isToldBy(
  entries: readonly { id: string; body: string }[],
  key: KeyState,
  { actor, at }: { actor: string; at: Moment },
): boolean {
  return entries.some(({ id, body }) => {
    if (isLetGo(body) || key === 'destroyed') return true;
    const entry = read(id, body, key);
    return entry?.by === actor && entry.at === at;
  });
}

/** Undefined where it is damaged, which others have named. */
function read(id: string, body: string, key: KeyState): HistoryEntry | undefined {
  try {
    const text = openTextWith('entry', id, body, key);
    return text === undefined ? undefined : (JSON.parse(text) as HistoryEntry);
  } catch (fault) {
    if (fault instanceof Damaged || fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}
