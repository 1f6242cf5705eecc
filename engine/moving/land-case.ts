import type { Case, Finding, Version } from '../contracts/index.ts';
import { decider } from '../cases/advance.ts';
import { conditionContext } from '../cases/context.ts';
import type { Aim } from './aim.ts';
import { landTrack } from './land-track.ts';
import type { TrackLanding } from './land-track.ts';
import type { MovePlan } from './plan.ts';

/** Where every open track of a case comes to stand. Nothing moves unless all of them land or end. */
export interface CaseLanding {
  case: string;
  lands: boolean;
  tracks: TrackLanding[];
}

/**
 * Where a case, which is on the old version, comes to stand in the new one, child by child and strand by strand.
 * Changes nothing. Throws when the case is on another version: its places mean nothing here.
 */
export function landCase(plan: MovePlan, from: Version, to: Version, kase: Case): CaseLanding {
  const aim: Aim = { plan, from, to };
  const tracks = kase.tracks
    .filter(({ track }) => track !== null)
    .map((track) => landTrack(aim, track, decider(conditionContext(to, kase, track.child))));
  return { case: kase.id, lands: tracks.every(({ kind }) => kind !== 'needs-a-person'), tracks };
}

/** The troubles of a landing as findings beside the element and the child they are about. */
export function landingFindings({ tracks }: CaseLanding): Finding[] {
  return tracks.flatMap((landing) =>
    landing.kind === 'needs-a-person'
      ? landing.troubles.map(({ reason, element, message }) => ({
          ...{ check: reason, level: 'error' as const, element, child: landing.child, message },
        }))
      : [],
  );
}
