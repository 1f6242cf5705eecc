import type { Version } from '../contracts/index.ts';
import type { MovePlan } from './plan.ts';

/** What a move is worked out from. */
export interface Aim {
  plan: MovePlan;
  from: Version;
  to: Version;
}

/** The stage that follows a stage: as the plan says, or else the one of the same id; null: it is done. */
export function stageTo(plan: MovePlan, id: string): string | null {
  const map = plan.steps.find(({ from }) => from === id);
  return map ? map.to : id;
}

/** What follows something that was open, by the plan; nothing when it is done. */
export function targetsOf({ plan }: Aim, id: string): string[] {
  const maps = plan.steps.filter(({ from }) => from === id);
  return maps.length > 0 ? maps.flatMap(({ to }) => to ?? []) : [id];
}
