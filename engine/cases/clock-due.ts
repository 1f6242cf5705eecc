import type { Case, Outcome, Version } from '../contracts/index.ts';
import { advance } from './advance.ts';
import { finish } from './begin.ts';
import { refuse } from './check-task.ts';
import { conditionContext } from './context.ts';
import { startWorking } from './working.ts';
import type { Act } from './working.ts';

/** Gives every clock of the case that has fallen due to its track. Refused, changing nothing, when none has. */
export function clockDue(version: Version, kase: Case, act: Act): Outcome {
  const working = startWorking(version, kase, act);
  let moved = 0;
  for (const track of [...working.case.tracks]) {
    for (const [path, due] of Object.entries(track.timers)) {
      if (due > act.now || !track.track) continue;
      const context = conditionContext(version, working.case, track.child);
      if (advance(working, track, { kind: 'clock', path }, context)) moved++;
    }
  }
  return moved === 0 ? refuse('nothing-due', 'No clock of this case has fallen due.') : finish(working);
}
