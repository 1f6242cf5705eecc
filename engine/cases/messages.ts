import { conditionContext } from './context.ts';
import { advance, startTrack, waitingFor } from './advance.ts';
import { note } from './working.ts';
import type { Message, Working } from './working.ts';

/** More hand-overs than this in one command is a drawing that talks to itself for ever. */
const MOST = 200;

/** Hands on every message until none is left: every track that waits for it takes it, or else the strand it starts opens. */
export function giveMessages(working: Working): void {
  for (let handed = 0; working.messages.length > 0; handed++) {
    if (handed > MOST) throw new Error('the pathway sends itself messages without end');
    const message = working.messages.shift();
    if (message) give(working, message);
  }
}

function give(working: Working, message: Message): void {
  const takers = [...tracksWaitingFor(working, message)];
  const strand = working.version.pathway.processes.find(
    (process) => process.kind === 'strand' && process.message === message.message,
  );
  note(working, 'message-given', [message.child], {
    message: message.message,
    taken: takers.length > 0 || strand !== undefined,
  });
  const context = conditionContext(working.version, working.case, message.child);
  for (const { track, path } of takers) advance(working, track, { kind: 'message', path }, context);
  if (!strand || takers.length > 0) return;
  const open = working.case.tracks.find(
    (track) => track.process === strand.id && track.child === message.child && track.track,
  );
  if (open) joinAsNote(working, open.id, message);
  else startTrack(working, strand.id, message.child, message.episode, context);
}

function* tracksWaitingFor(working: Working, message: Message) {
  for (const track of [...working.case.tracks]) {
    if (track.child !== message.child || !track.track) continue;
    const item = waitingFor(working, track).find(
      (one) => one.kind === 'message' && one.message === message.message,
    );
    if (item) yield { track, path: item.path };
  }
}

/** A second message for a strand that is open already joins its open step. */
function joinAsNote(working: Working, trackId: string, message: Message): void {
  const { case: kase, act } = working;
  const task = kase.tasks.find((one) => one.tracks.includes(trackId));
  const said = { at: act.now, by: act.by, text: message.note ?? message.message };
  // told of several children at once it is one note
  const isThere = task?.notes.some(
    (one) => one.at === said.at && one.by === said.by && one.text === said.text,
  );
  if (!isThere) task?.notes.push(said);
}
