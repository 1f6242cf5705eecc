import { clocksFor, conditionContext, evaluateFeel, momentOf, openSteps } from '#engine';
import type { Case, CaseTrack, Version } from '#engine';

/** What is wrong with a case, in words; nothing, when everything hangs together. */
export function wrongWith(version: Version, kase: Case): string[] {
  return [
    ...tasksAndTracks(version, kase),
    ...clocks(version, kase),
    ...timers(version, kase),
    ...episodes(version, kase),
    ...numbers(kase),
  ];
}

const waiting = (version: Version, { track }: CaseTrack) => (track ? openSteps(version.tables, track) : []);

/** Each step that a track waits at is a task of its child, once; and no task is of anything else. */
function tasksAndTracks(version: Version, kase: Case): string[] {
  const open = kase.tracks.flatMap((track) =>
    waiting(version, track)
      .filter(({ kind }) => kind === 'step')
      .map(({ path }) => `${track.id} ${track.child} ${path}`),
  );
  const tasks = kase.tasks.flatMap((task) =>
    task.tracks.map((track, at) => `${track} ${task.children[at] ?? '?'} ${task.path}`),
  );
  const isSame = JSON.stringify(open.toSorted()) === JSON.stringify(tasks.toSorted());
  return isSame ? [] : [`the tasks are ${tasks.join(', ')} and the tracks wait at ${open.join(', ')}`];
}

/** The clocks are those that follow from what happened. */
function clocks(version: Version, kase: Case): string[] {
  const follow = kase.children.flatMap((child) =>
    child.episodes.flatMap((episode) =>
      clocksFor(
        version.timescales,
        kase.happenings.filter(
          (one) => one.child === child.id && one.episode === episode.id && !one.replacedBy,
        ),
        version.calendar,
        {
          applies: (condition) => evaluateFeel(condition, conditionContext(version, kase, child.id)) === true,
        },
      ),
    ),
  );
  const isSame = JSON.stringify(follow) === JSON.stringify(kase.clocks);
  return isSame
    ? []
    : [`${String(kase.clocks.length)} clocks stand, ${String(follow.length)} follow from what happened`];
}

/** A drawn clock that a track waits for has its moment while it runs, and the case is woken at the earliest. */
function timers(version: Version, kase: Case): string[] {
  const found: string[] = [];
  for (const track of kase.tracks) {
    const wanted = Object.fromEntries(
      waiting(version, track).flatMap(({ kind, path, timescale }) => {
        const clock = kase.clocks.find(
          (one) => one.child === track.child && one.timescale === timescale && !one.stopped,
        );
        if (kind !== 'timer' || !clock) return [];
        return [[path, clock.due.includes('T') ? clock.due : momentOf(clock.due, '00:00')]];
      }),
    );
    if (JSON.stringify(wanted) !== JSON.stringify(track.timers))
      found.push(`${track.id} has ${JSON.stringify(track.timers)} and waits for ${JSON.stringify(wanted)}`);
  }
  const [first] = kase.tracks.flatMap((track) => Object.values(track.timers)).toSorted();
  if (first !== kase.wakeUp)
    found.push(`it wakes at ${String(kase.wakeUp)}, and the first clock is ${String(first)}`);
  return found;
}

/** An episode is closed when its way through the main pathway has ended, and not before. */
function episodes(version: Version, kase: Case): string[] {
  return kase.children.flatMap((child) =>
    child.episodes.flatMap((episode) => {
      const own = kase.tracks.filter(
        (track) => track.episode === episode.id && track.process === version.pathway.main,
      );
      const isOpen = own.some(({ track }) => track !== null);
      return isOpen === (episode.closed === undefined)
        ? []
        : [`${episode.id} is closed: ${String(episode.closed)}`];
    }),
  );
}

/** No number is given twice. */
function numbers(kase: Case): string[] {
  const ids = [...kase.tasks, ...kase.tracks, ...kase.happenings].map(({ id }) => id);
  return new Set(ids).size === ids.length ? [] : ['an id is given twice'];
}
