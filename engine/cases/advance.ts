import type { CaseTrack, Input, OpenStep, Question, Stepped } from '../contracts/index.ts';
import { openSteps, step } from '../execution/index.ts';
import { evaluateFeel } from '../forms/index.ts';
import { elementAt } from './elements.ts';
import { childOf, nextNumber, note, today } from './working.ts';
import type { Working } from './working.ts';

/** Answers gateways from what is known of a child; each is FEEL over terms. */
export function decider(context: Record<string, unknown>): (question: Question) => boolean {
  return (question) => evaluateFeel(question.condition, context) === true;
}

/** Starts a process for a child on a track of its own and hands on what its beginning sends. */
export function startTrack(
  working: Working,
  process: string,
  child: string,
  episode: string,
  context: Record<string, unknown>,
): CaseTrack {
  const { version, act } = working;
  const stepped = step(version.tables, null, { kind: 'start', process }, decider(context));
  if (!stepped) throw new Error(`process ${process} does not start`);
  const id = `${working.case.id}-k${nextNumber(working)}`;
  const track: CaseTrack = { id, child, episode, process, track: null, started: act.now, timers: {} };
  working.case.tracks.push(track);
  note(working, 'track-started', [child], { track: id, process, episode });
  settle(working, track, stepped);
  return track;
}

/** Gives one track an input; null when it waits for no such thing. */
export function advance(
  working: Working,
  track: CaseTrack,
  input: Input,
  context: Record<string, unknown>,
): Stepped | null {
  if (!track.track) return null;
  const stepped = step(working.version.tables, track.track, input, decider(context));
  if (stepped) settle(working, track, stepped);
  return stepped;
}

function settle(working: Working, track: CaseTrack, stepped: Stepped): void {
  track.track = stepped.track;
  for (const path of Object.keys(track.timers)) {
    if (stepped.closed.some((item) => item.path === path)) delete track.timers[path];
  }
  for (const id of stepped.reached) {
    const message = sentBy(working, id);
    if (message) working.messages.push({ message, child: track.child, episode: track.episode });
  }
  if (!stepped.track) endTrack(working, track, stepped.reached.at(-1));
}

function endTrack(working: Working, track: CaseTrack, end: string | undefined): void {
  track.ended = working.act.now;
  track.timers = {};
  note(working, 'track-ended', [track.child], { track: track.id, process: track.process, end });
  if (track.process !== working.version.pathway.main) return;
  const episode = childOf(working.case, track.child).episodes.find((one) => one.id === track.episode);
  if (!episode || episode.closed) return;
  episode.closed = today(working);
  note(working, 'episode-closed', [track.child], { episode: episode.id, on: episode.closed, end });
}

function sentBy(working: Working, elementId: string): string | undefined {
  const element = elementAt(working.version.pathway, elementId);
  return element?.kind === 'end' || element?.kind === 'terminate' ? element.sends : undefined;
}

/** What a track waits for now. */
export function waitingFor(working: Working, track: CaseTrack): OpenStep[] {
  return track.track ? openSteps(working.version.tables, track.track) : [];
}
