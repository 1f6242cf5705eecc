import type { Version } from '#engine';
import { draftVersion } from '../drafts/index.ts';
import { refuse } from '../errors.ts';
import type { Host } from '../host.ts';
import type { MoveBody } from './move.ts';

/** Both ends of a move, with their tables. */
export interface Ends {
  from: Version;
  to: Version;
  /** `to` is published: until then the plan can be made and tried, not carried out */
  published: boolean;
}

/** Reads both ends. Ends the request when the draft has become another since the plan was made. */
export async function endsOf(host: Host, move: Pick<MoveBody, 'from' | 'to' | 'draft'>): Promise<Ends> {
  const from = await host.versions.get(move.from);
  if (await isPublished(host, move.to))
    return { from, to: await host.versions.get(move.to), published: true };
  const to = move.draft === undefined ? undefined : (await draftVersion(host, move.draft)).version;
  if (to?.id !== move.to) {
    return refuse(
      409,
      'draft-changed',
      'The draft has changed since this plan was made. Make the plan anew: what was decided is taken over.',
    );
  }
  return { from, to, published: false };
}

/** Whether a version was published here: what only is kept for a draft is not. */
export async function isPublished(host: Host, id: string): Promise<boolean> {
  return (await host.versions.list()).some((row) => row.id === id);
}
