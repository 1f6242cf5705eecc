import type {
  Branch,
  Decide,
  Input,
  OpenStep,
  Question,
  Stepped,
  Tables,
  Track,
} from '../contracts/index.ts';
import { inputKey } from './input-key.ts';
import { openSteps } from './open-steps.ts';
import { placeOf, tableOf } from './table-of.ts';

/** What a track may be given: its start, or something one of its open items waits for. */
export type StepInput = Input | { kind: 'start'; process: string };

const inputKinds: Record<Input['kind'], string[]> = {
  complete: ['step', 'call'],
  clock: ['timer'],
  message: ['message'],
};

/** A stage that ends at once, again and again, without waiting for anybody. */
const mostReturns = 1000;

/**
 * One step of a track: pure, and quick as a look-up. `decide` answers the questions met on the way, each asked once
 * however often it is met. When a stage ends, the one around it goes on with the same answers; a stage that is left is
 * dropped with everything in it; one that is entered, or entered anew, starts. Completing a stage (kind 'call') that
 * has no table is its return.
 *
 * Null when the input addresses nothing that is open (somebody else was faster). Throws only for a defect: a track
 * made by other tables, or a drawing that goes round without waiting.
 */
export function step(tables: Tables, track: Track | null, input: StepInput, decide: Decide): Stepped | null {
  const walk = new Walk(tables, decide);
  if (input.kind === 'start') {
    return tables.tables[input.process] ? walk.stepped([], walk.start(input.process), null) : null;
  }
  if (!track) return null;
  const before = openSteps(tables, track);
  const item = before.find(({ path }) => path === input.path);
  if (!item || !inputKinds[input.kind].includes(item.kind)) return null;
  const after = walk.give(track, input.path.split('/'), inputKey(item));
  return walk.stepped(before, after, input.path);
}

/** One step under way: what was asked and passed so far, over the whole tree. */
class Walk {
  readonly #tables: Tables;
  readonly #decide: Decide;
  readonly #answers = new Map<string, boolean>();
  readonly #reached: string[] = [];
  readonly #decisions: Stepped['decisions'] = [];
  /** paths entered on the way, so that a step left and entered again counts as closed and opened */
  readonly #entered = new Set<string>();
  #returns = 0;

  constructor(tables: Tables, decide: Decide) {
    this.#tables = tables;
    this.#decide = decide;
  }

  start(process: string, above = ''): Track | null {
    const table = tableOf(this.#tables, process);
    return this.#arrive(process, table.start, {}, above);
  }

  /** Gives an input to the item at the end of `path`, and to the stages around it their returns. */
  give(track: Track, path: string[], key: string, above = ''): Track | null {
    const [id, ...rest] = path;
    const child = id === undefined ? undefined : track.children[id];
    if (id === undefined || rest.length === 0 || !child) return this.#take(track, key, above);
    const after = this.give(child, rest, key, `${above}${id}/`);
    if (after) return { ...track, children: { ...track.children, [id]: after } };
    return this.#take(track, inputKey({ id, kind: 'call' }), above);
  }

  stepped(before: OpenStep[], track: Track | null, given: string | null): Stepped {
    const after = track ? openSteps(this.#tables, track) : [];
    const isNew = (item: OpenStep): boolean =>
      item.path === given || this.#isEntered(item) || !before.some(({ path }) => path === item.path);
    const stays = ({ path }: OpenStep): boolean => after.some((item) => item.path === path && !isNew(item));
    return {
      track,
      opened: after.filter(isNew),
      closed: before.filter((item) => !stays(item)),
      reached: this.#reached,
      decisions: this.#decisions,
    };
  }

  /** Entered on the way, or sitting on what was: a boundary waits anew with its host. */
  #isEntered({ path, id, attachedTo }: OpenStep): boolean {
    const above = path.slice(0, path.length - id.length);
    return this.#entered.has(path) || (attachedTo !== undefined && this.#entered.has(above + attachedTo));
  }

  #take(track: Track, key: string, above: string): Track | null {
    const next = placeOf(this.#tables, track).next[key];
    if (!next) throw new Error(`the process "${track.process}" has no way on from ${track.place} by ${key}`);
    return this.#arrive(track.process, next, track.children, above);
  }

  /** Follows a branch to its place, keeps the stages still under way there and starts those entered. */
  #arrive(process: string, branch: Branch, children: Record<string, Track>, above: string): Track | null {
    const { to, reached } = this.#follow(branch);
    for (const id of reached) this.#entered.add(above + id);
    if (to === null) return null;
    const underWay = Object.entries(children).filter(([id]) => !reached.includes(id));
    const track: Track = { process, place: to, children: {} };
    for (const { id, kind, process: inside } of placeOf(this.#tables, track).open) {
      if (kind !== 'call' || !inside || !this.#tables.tables[inside]) continue;
      const kept = underWay.find(([stage]) => stage === id)?.[1];
      const child = kept ?? this.start(inside, `${above}${id}/`);
      if (!child) return this.#returnAtOnce(track, underWay, id, above);
      track.children[id] = child;
    }
    return track;
  }

  /** A stage that ended as soon as it was entered: the one around it goes on at once. */
  #returnAtOnce(track: Track, underWay: [string, Track][], id: string, above: string): Track | null {
    this.#returns += 1;
    if (this.#returns > mostReturns)
      throw new Error(`"${id}" goes round and round without waiting for anybody`);
    const children = { ...Object.fromEntries(underWay), ...track.children };
    return this.#take({ ...track, children }, inputKey({ id, kind: 'call' }), above);
  }

  #follow(branch: Branch): { to: string | null; reached: string[] } {
    let at = branch;
    while ('question' in at) at = this.#answer(at.question) ? at.yes : at.no;
    this.#reached.push(...at.reached);
    return at;
  }

  #answer(question: Question): boolean {
    const known = this.#answers.get(question.condition);
    const answer = known ?? this.#decide(question);
    this.#answers.set(question.condition, answer);
    this.#decisions.push({ question, answer });
    return answer;
  }
}
