import type { Condition } from '#engine/browser';

/** Where a part of a condition stands: the number of the part in each group on the way down. */
export type Path = readonly number[];

type Group = { all: Condition[] } | { any: Condition[] };

/** The parts of a group; a single statement is a group of one. */
export function partsOfGroup(condition: Condition): Condition[] {
  if ('all' in condition) return condition.all;
  if ('any' in condition) return condition.any;
  return [condition];
}

/** Whether every part has to hold, or one of them. */
export const joinedBy = (condition: Condition): 'all' | 'any' => ('any' in condition ? 'any' : 'all');

/** A group of these parts; one part stands for itself, no part is no condition. */
export function groupOf(by: 'all' | 'any', parts: readonly Condition[]): Condition | undefined {
  if (parts.length < 2) return parts[0];
  return by === 'all' ? { all: [...parts] } : { any: [...parts] };
}

/** The condition with the part at `path` put in place of what was there; undefined takes it out. */
export function setPart(
  condition: Condition,
  path: Path,
  part: Condition | undefined,
): Condition | undefined {
  const [at, ...rest] = path;
  if (at === undefined) return part;
  const parts = partsOfGroup(condition);
  const old = parts[at];
  if (!old) return condition;
  const next = rest.length === 0 ? part : setPart(old, rest, part);
  return groupOf(
    joinedBy(condition),
    parts.flatMap((one, place) => (place === at ? (next ?? []) : one)),
  );
}

/** The condition with one more part in the group at `path`. */
export function addPart(condition: Condition, path: Path, part: Condition): Condition {
  const [at, ...rest] = path;
  const parts = partsOfGroup(condition);
  if (at === undefined) return { [joinedBy(condition)]: [...parts, part] } as Group;
  const next = parts.map((one, place) => (place === at ? addPart(one, rest, part) : one));
  return { [joinedBy(condition)]: next } as Group;
}

/** The condition as it is when a question is no longer asked: statements about it go. */
export function withoutQuestion(condition: Condition, id: string): Condition | undefined {
  if ('not' in condition) {
    const inner = withoutQuestion(condition.not, id);
    return inner && { not: inner };
  }
  if ('all' in condition || 'any' in condition) {
    return groupOf(
      joinedBy(condition),
      partsOfGroup(condition).flatMap((part) => withoutQuestion(part, id) ?? []),
    );
  }
  return 'question' in condition && condition.question === id ? undefined : condition;
}
