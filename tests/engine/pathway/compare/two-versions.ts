import { compareVersions } from '#engine';
import type { Change, Element, Flow, Version } from '#engine';
import { sketch } from '../sketch.ts';

interface Small extends Partial<Omit<Version, 'pathway'>> {
  drawing: Record<string, string>;
  /** more of elements and lines, by id */
  more?: Record<string, Partial<Element> | Partial<Flow>>;
}

/** A version of which only the drawing and what stands beside it is looked at. */
export async function version({ drawing, more, ...beside }: Small): Promise<Version> {
  return {
    ...{ id: 'v', name: 'small', xml: '', tables: { engine: '', tables: {} }, forms: {} },
    ...{ timescales: [], facts: [], roles: [], blocks: [], outputs: [] },
    dictionary: { terms: [], codeLists: [] },
    calendar: { name: '', source: '', knownUntil: '2030-01-01', holidays: [] },
    pathway: await sketch(drawing, more as Record<string, Partial<Element>>),
    ...beside,
  };
}

/** What changed between two small versions. */
export async function changes(before: Small, after: Small): Promise<Change[]> {
  return compareVersions(await version(before), await version(after));
}

export const sentences = async (before: Small, after: Small): Promise<string[]> =>
  (await changes(before, after)).map(({ sentence }) => sentence);
