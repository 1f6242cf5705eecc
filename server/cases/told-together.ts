import type { StoredEntry } from '../store/port.ts';

/**
 * What one act did to several children is one entry that names them all, where it says the same of each and leads to the
 * same record; it stands where the latest of them stood. That a child joined a step that this very act opened is not
 * told: it was opened for them all. `saysOf` says an entry without its children.
 */
export function toldTogether<Entry extends Pick<StoredEntry, 'at' | 'by' | 'kind' | 'children' | 'about'>>(
  entries: readonly Entry[],
  saysOf: (entry: Entry) => string | undefined,
): Entry[] {
  const told = new Map<unknown, Entry>();
  const stepOf = ({ at, about }: Entry): string => `${at} ${String(about['task'])}`;
  const opened = new Set(entries.filter(({ kind }) => kind === 'task-opened').map(stepOf));
  for (const entry of entries) {
    const { at, by, kind, children, about } = entry;
    if (kind === 'child-joined-task' && opened.has(stepOf(entry))) continue;
    // an entry of no child is never one of several
    const key =
      children.length === 0
        ? entry
        : JSON.stringify([at, by, kind, about['record'], saysOf({ ...entry, children: [] })]);
    const known = told.get(key);
    // the latest come first, the children of a family as they were written
    const all = known ? [...new Set([...children, ...known.children])] : children;
    told.set(key, { ...(known ?? entry), children: all });
  }
  return [...told.values()];
}
