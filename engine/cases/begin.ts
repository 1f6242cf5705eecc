import type { Case, CaseChange, Outcome, Version } from '../contracts/index.ts';
import { startTrack } from './advance.ts';
import { refuse, refuseEnded } from './check-task.ts';
import { settleClocks } from './clocks.ts';
import { conditionContext } from './context.ts';
import { giveMessages } from './messages.ts';
import { settleTasks } from './tasks.ts';
import { childOf, episodeOf, nextNumber, note, startWorking, today } from './working.ts';
import type { Act, Working } from './working.ts';

export interface NewChild {
  id: string;
  born?: string;
  expected?: string;
}

/** Opens a case for a family: every child on a track of their own at the start of the pathway. */
export function openCase(
  version: Version,
  given: { id: string; name: string; children: NewChild[] },
  act: Act,
): Outcome {
  if (given.children.length === 0) return refuse('no-children', 'Say which children this is about.');
  const empty: Case = {
    ...{ id: given.id, revision: 0, version: version.id, name: given.name },
    ...{ children: [], tracks: [], tasks: [], happenings: [], clocks: [] },
    ...{ known: {}, last: {}, blocks: {}, next: 1 },
  };
  const working = startWorking(version, empty, act);
  note(
    working,
    'case-opened',
    given.children.map((child) => child.id),
  );
  for (const child of given.children) {
    join(working, child);
    openEpisode(working, child.id);
  }
  return finish(working);
}

/** Opens a further episode on a known case, for children of it who have none open and for children new to it. */
export function openAgain(version: Version, kase: Case, children: NewChild[], act: Act): Outcome {
  const working = startWorking(version, kase, act);
  if (children.length === 0) return refuse('no-children', 'Say which children this is about.');
  for (const child of children) {
    if (!working.case.children.some((one) => one.id === child.id)) join(working, child);
    if (childOf(working.case, child.id).episodes.some((one) => !one.closed)) continue;
    openEpisode(working, child.id);
  }
  if (!working.history.some((entry) => entry.kind === 'episode-opened')) {
    return refuse(
      'already-open',
      'Work with these children is open already. Add what you heard to the family: a contact, or a new worry.',
    );
  }
  return finish(working);
}

/** Gives the pathway a message for some children at any time: a strand opens, or an open one takes it as a note. */
export function giveMessage(
  version: Version,
  kase: Case,
  given: { message: string; children: string[]; note?: string },
  act: Act,
): Outcome {
  const working = startWorking(version, kase, act);
  const known = version.pathway.processes.some(
    ({ message, elements }) =>
      message === given.message || elements.some((element) => element.message === given.message),
  );
  if (!known) return refuse('unknown-message', `The pathway has no way in called “${given.message}”.`);
  if (given.children.length === 0) return refuse('no-children', 'Say which children this is about.');
  if (given.children.some((child) => !kase.children.some((one) => one.id === child))) {
    return refuse('not-in-case', 'Choose children of this family.');
  }
  const ended = refuseEnded(kase, given.children);
  if (ended) return ended;
  for (const child of given.children) {
    const episode = episodeOf(working.case, child);
    if (!episode) return refuse('no-episode', 'Record a contact first: this child has never been referred.');
    working.messages.push({
      ...{ message: given.message, child, episode: episode.id },
      ...(given.note ? { note: given.note } : {}),
    });
  }
  giveMessages(working);
  const change = finish(working);
  if (given.note) keepNote(change.case, kase, given.message, given.note, working);
  return change;
}

/** What was heard stands on the step that it opened. */
function keepNote(now: Case, before: Case, message: string, text: string, { version, act }: Working): void {
  const strand = version.pathway.processes.find((one) => one.kind === 'strand' && one.message === message);
  const opened = now.tasks.filter((task) => before.tasks.every((one) => one.id !== task.id));
  for (const task of opened) {
    if (task.process === strand?.id) task.notes.push({ at: act.now, by: act.by, text });
  }
}

function join(working: Working, child: NewChild): void {
  working.case.children.push({ ...child, joined: today(working), episodes: [] });
  note(working, 'child-joined', [child.id]);
}

function openEpisode(working: Working, child: string): void {
  const id = `${working.case.id}-e${nextNumber(working)}`;
  childOf(working.case, child).episodes.push({ id, opened: today(working) });
  note(working, 'episode-opened', [child], { episode: id });
  const context = conditionContext(working.version, working.case, child);
  startTrack(working, working.version.pathway.main, child, id, context);
}

export function finish(working: Working): CaseChange {
  giveMessages(working);
  settleClocks(working);
  settleTasks(working);
  return {
    ...{ kind: 'done', case: working.case, blocks: [], people: [] },
    ...{ history: working.history, warnings: [] },
  };
}
