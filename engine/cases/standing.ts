import type { Case, OpenStep, Version } from '../contracts/index.ts';
import { openSteps } from '../execution/index.ts';

/** The outermost stages of the main pathway that hold something open for the child; empty when its way has ended. */
export function currentStages(version: Version, kase: Case, child: string): string[] {
  const tracks = kase.tracks.filter((one) => one.child === child && one.process === version.pathway.main);
  const paths = tracks.flatMap(({ track }) => (track ? openSteps(version.tables, track) : []));
  return [...new Set(paths.map(outermost))];
}

/** An event on the border of a stage stands for that stage. */
function outermost({ path, id, attachedTo }: OpenStep): string {
  return path.includes('/') ? (path.split('/')[0] ?? id) : (attachedTo ?? id);
}
