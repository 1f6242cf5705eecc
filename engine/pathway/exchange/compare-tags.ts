import { readTags } from './tags.ts';
import type { Tag } from './tags.ts';

/** How many elements of a kind were there, and how many are there still, whole. */
export interface KeptOfKind {
  /** local name: 'userTask', 'BPMNShape' */
  kind: string;
  kept: number;
  lost: number;
}

/** An element that did not come through whole. */
export interface Lost {
  kind: string;
  /** its id, or where it stands: 'write/extensionElements/listener 1' */
  where: string;
  /** the whole element, or what of it: 'attribute isHorizontal', 'text' */
  what: string;
}

type Defaults = (element: string, attribute: string) => string | undefined;

/**
 * Element by element of the first text, whether the second holds it whole: the same name in the same place, the same
 * attributes (one that says what is said by default may be left unsaid), the same text. An element is known by its id,
 * or else by its place among those of its name.
 */
export function compareTags(
  before: string,
  after: string,
  byDefault: Defaults,
): { kinds: KeptOfKind[]; lost: Lost[] } {
  const was = byPlace(readTags(before));
  const is = byPlace(readTags(after));
  const kinds = new Map<string, KeptOfKind>();
  const lost: Lost[] = [];
  for (const [where, tag] of was) {
    const kind = kinds.get(tag.local) ?? { kind: tag.local, kept: 0, lost: 0 };
    kinds.set(tag.local, kind);
    const what = difference(tag, is.get(where), byDefault);
    if (what === null) kind.kept += 1;
    else {
      kind.lost += 1;
      lost.push({ kind: tag.local, where, what });
    }
  }
  return { kinds: [...kinds.values()], lost };
}

/** Every element under its id, or under its parent's place with its name and number. */
function byPlace(root: Tag): Map<string, Tag> {
  const found = new Map<string, Tag>();
  const visit = (tag: Tag, place: string): void => {
    const seen = new Map<string, number>();
    for (const child of tag.children) {
      const number = (seen.get(child.name) ?? 0) + 1;
      seen.set(child.name, number);
      const id = child.attributes.get('id');
      const here = id !== undefined && !found.has(id) ? id : `${place}/${child.local} ${String(number)}`;
      found.set(here, child);
      visit(child, here);
    }
  };
  visit(root, '');
  return found;
}

function difference(was: Tag, is: Tag | undefined, byDefault: Defaults): string | null {
  if (is?.name !== was.name) return 'the whole element';
  for (const [name, value] of was.attributes) {
    const now = is.attributes.get(name) ?? byDefault(was.name, name) ?? pointType(was, name);
    if (now === undefined || !isSame(value, now)) return `attribute ${name.split(' ').at(-1) ?? ''}`;
  }
  return isSame(was.text, is.text) ? null : 'text';
}

/** A corner of a line is a point whether or not that is written on it. */
const pointType = ({ local }: Tag, name: string): string | undefined =>
  local === 'waypoint' && name === 'http://www.w3.org/2001/XMLSchema-instance type' ? 'Point' : undefined;

/** Numbers and truths may be written in two ways; an id may carry the prefix of its own file. */
function isSame(was: string, is: string): boolean {
  if (was === is || was.trim() === is.trim()) return true;
  if (was !== '' && is !== '' && Number(was) === Number(is)) return true;
  if (['true', '1'].includes(was)) return ['true', '1'].includes(is);
  return bare(was) === bare(is);
}

const bare = (text: string): string => text.trim().replace(/^[A-Za-z_][\w.-]*:(?=[\w.-]+$)/, '');
