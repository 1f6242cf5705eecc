import type { Input, OpenStep, Tables, Track } from '../../engine/contracts/index.ts';
import { compile, openSteps, step } from '../../engine/execution/index.ts';
import { readDrawn } from '../../engine/execution/drawn.ts';
import { questionsOf } from '../../engine/execution/sheets.ts';
import { chanceAnswers, valuesNamed } from './chance-answers.ts';
import type { Values } from './chance-answers.ts';
import { chooseNext } from './choose-next.ts';
import { flatten } from './flat-drawing.ts';
import type { Flat } from './flat-drawing.ts';
import { LiveRun } from './live-run.ts';
import { seeded } from './random.ts';
import type { Random } from './random.ts';

export interface Equivalence {
  walks: number;
  steps: number;
  disagreements: Disagreement[];
}

/** Where the tables and the engine parted: what was given, and what each had open then (null: ended). */
export interface Disagreement {
  process: string;
  given: string[];
  tables: { open: string[] | null; ends: string[] };
  engine: { open: string[] | null; ends: string[] };
}

/**
 * Walks at random through a drawing, in the tables and in one live bpmn-engine at the same time, answers fixed per
 * input, and compares after every input what is open and which ends were reached. Every second walk goes through the
 * drawing's first process, the others take the rest in turn. The same seed gives the same walks.
 */
export async function equivalence(options: {
  xml: string;
  moddleOptions?: Record<string, unknown>;
  walks: number;
  stepsPerWalk: number;
  seed: number;
  /** compiled already, if they are */
  tables?: Tables;
}): Promise<Equivalence> {
  const { xml, moddleOptions = {}, walks, stepsPerWalk, seed } = options;
  const tables = options.tables ?? (await compile(xml, moddleOptions));
  const drawn = await readDrawn(xml, moddleOptions);
  const [first = '', ...others] = drawn.processes.map(({ id }) => id);
  const flats = new Map(drawn.processes.map(({ id }) => [id, flatten(drawn, id)]));
  const values = valuesNamed(Object.values(questionsOf(drawn.sequenceFlows)));
  const ends = new Set(drawn.activities.filter(({ type }) => type === 'bpmn:EndEvent').map(({ id }) => id));
  const proved: Equivalence = { walks: 0, steps: 0, disagreements: [] };
  for (let walk = 0; walk < walks; walk += 1) {
    const process = walk % 2 === 0 ? first : (others[(walk >> 1) % others.length] ?? first);
    const flat = flats.get(process) as Flat;
    const random = seeded(seed + walk);
    const { steps, disagreement } = await walkBoth({
      tables,
      process,
      flat,
      values,
      ends,
      random,
      stepsPerWalk,
    });
    proved.walks += 1;
    proved.steps += steps;
    if (disagreement) proved.disagreements.push(disagreement);
  }
  return proved;
}

async function walkBoth(walk: {
  tables: Tables;
  process: string;
  flat: Flat;
  values: Values;
  ends: Set<string>;
  random: Random;
  stepsPerWalk: number;
}): Promise<{ steps: number; disagreement?: Disagreement }> {
  const { tables, process, flat, values, ends, random } = walk;
  let decide = chanceAnswers(values, random);
  const live = await LiveRun.start(flat, (question) => decide(question));
  const given: string[] = [];
  let track: Track | null = null;
  let input: Input | null = null;
  for (let steps = 0; ; steps += 1) {
    const stepped = step(tables, track, input ?? { kind: 'start', process }, (question) => decide(question));
    if (!stepped) throw new Error(`the tables refuse ${given.at(-1)} in ${process}`);
    track = stepped.track;
    const open: OpenStep[] = track ? openSteps(tables, track) : [];
    const inTables = {
      open: track ? open.map(({ path }) => path).sort() : null,
      ends: stepped.reached.filter((id) => ends.has(id)).sort(),
    };
    const inEngine = { open: live.open(), ends: live.ends() };
    if (JSON.stringify(inTables) !== JSON.stringify(inEngine)) {
      return { steps, disagreement: { process, given, tables: inTables, engine: inEngine } };
    }
    if (!track || open.length === 0 || steps === walk.stepsPerWalk) return { steps };
    ({ input, decide } = chooseNext(tables, track, values, random));
    given.push(input.path);
    live.give(input.path);
  }
}
