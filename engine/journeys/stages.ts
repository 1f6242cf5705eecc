import type { Day, HistoryEntry, Journey } from '../contracts/index.ts';
import { dayOf } from '../calendar/index.ts';
import { stageOf } from '../pathway/stages.ts';
import type { JourneyChange } from './change.ts';

type Stay = Journey['stages'][number];
type Stays = Map<string, Stay[]>;

/** Where each child was, by episode: what the entries of the command say, and in the end what the case says. */
export function stagesAfter(before: Journey[], change: JourneyChange): Stays {
  const stays: Stays = new Map(before.map(({ episode, stages }) => [episode, [...stages]]));
  const running = new Map(before.map(({ child, episode }) => [child, episode]));
  for (const entry of change.history) follow(stays, running, entry, change);
  for (const { id, episodes } of change.case.children) {
    const episode = running.get(id) ?? episodes.at(-1)?.id;
    if (episode !== undefined) settle(stays, id, episode, change);
  }
  return stays;
}

function follow(
  stays: Stays,
  running: Map<string, string>,
  entry: HistoryEntry,
  change: JourneyChange,
): void {
  const { kind, about, children, at } = entry;
  const day = dayOf(at);
  for (const child of children) {
    if (kind === 'episode-opened') running.set(child, String(about['episode']));
    if (kind === 'episode-closed') leave(stays.get(String(about['episode'])), day);
    if (kind === 'stage-entered') enter(stays, running.get(child), columnOf(change, about['stage']), day);
  }
}

function enter(stays: Stays, episode: string | undefined, stage: string, from: Day): void {
  if (episode === undefined) return;
  const own = stays.get(episode) ?? [];
  stays.set(episode, own);
  const last = own.at(-1);
  // two stages of one name are one
  if (last && last.to === undefined && last.stage === stage) return;
  leave(own, from);
  own.push({ stage, from });
}

function leave(own: Stay[] | undefined, to: Day): void {
  const last = own?.at(-1);
  if (own && last && last.to === undefined) own[own.length - 1] = { ...last, to };
}

/** A move gives the stage another name without the child entering it anew; a child in no stage has left the last. */
function settle(stays: Stays, child: string, episode: string, change: JourneyChange): void {
  const own = stays.get(episode);
  const last = own?.at(-1);
  if (!own || !last || last.to !== undefined) return;
  const now = change.case.entered?.[child];
  if (!now) leave(own, dayOf(change.history.at(-1)?.at ?? last.from));
  else own[own.length - 1] = { ...last, stage: columnOf(change, now.stage) };
}

/** Stages of one name are one column of a board. */
function columnOf({ version }: JourneyChange, stage: unknown): string {
  return stageOf(version.pathway, String(stage))?.id ?? String(stage);
}

/** Where the child was at the end of a day; undefined: in no stage, or not known then. */
export function stageOn({ stages }: Pick<Journey, 'stages'>, day: Day): Stay | undefined {
  return stages.findLast(({ from, to }) => from <= day && (to === undefined || to > day));
}
