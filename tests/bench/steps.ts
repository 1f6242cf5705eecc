import { performance } from 'node:perf_hooks';
import type { Decide, Input, Tables, Track } from '../../engine/contracts/index.ts';
import { compile, openSteps, step } from '../../engine/execution/index.ts';
import { readDrawn } from '../../engine/execution/drawn.ts';
import type { Drawn } from '../../engine/execution/drawn.ts';
import { questionsOf } from '../../engine/execution/sheets.ts';
import { chanceAnswers, valuesNamed } from '../prove/chance-answers.ts';
import { chooseNext } from '../prove/choose-next.ts';
import { flatten } from '../prove/flat-drawing.ts';
import { seeded } from '../prove/random.ts';
import { moddleOptions } from '../prove/shipped-pathways.ts';
import { currentDrawing } from './current-drawing.ts';
import { figure } from './figure.ts';
import type { Figure } from './figure.ts';
import { PlainEngine } from './plain-engine.ts';

const WALKS = 20;
const STEPS_PER_WALK = 20;
/** times the tables go through all walks: one time is over in a blink */
const ROUNDS = 200;

/** The same inputs and answers, through the tables and through bpmn-engine saved and recovered at every step. */
export async function measureSteps(): Promise<Figure[]> {
  const xml = currentDrawing();
  const tables = await compile(xml, moddleOptions);
  const drawn = await readDrawn(xml, moddleOptions);
  const main = drawn.processes[0]?.id ?? '';
  const walks = drawWalks(drawn, tables, main);
  const steps = walks.reduce((sum, walk) => sum + walk.given.length, 0);
  const plain = new PlainEngine(flatten(drawn, main));

  await throughPlain(plain, walks.slice(0, 2), tables);
  const plainSeconds = await throughPlain(plain, walks, tables);
  for (let warm = 0; warm < 20; warm += 1) throughTables(tables, main, walks);
  const began = performance.now();
  for (let round = 0; round < ROUNDS; round += 1) throughTables(tables, main, walks);
  const tableSeconds = (performance.now() - began) / 1000;

  const byTable = (steps * ROUNDS) / tableSeconds;
  const byEngine = steps / plainSeconds;
  return [
    figure(
      'steps through the tables',
      byTable,
      'a second',
      `${String(walks.length)} walks, ${String(steps)} steps, ${String(ROUNDS)} times`,
    ),
    figure(
      'steps by plain bpmn-engine',
      byEngine,
      'a second',
      'the same walks: recover, resume, signal, getState; flat drawing, warm',
    ),
    figure('tables against plain bpmn-engine', byTable / byEngine, 'times', 'as fast'),
    figure('one step through the tables', (tableSeconds * 1000) / (steps * ROUNDS), 'ms', ''),
    figure('one step by plain bpmn-engine', (plainSeconds * 1000) / steps, 'ms', ''),
  ];
}

interface Walk {
  begin: Decide;
  given: { input: Input; decide: Decide; open: string[] }[];
}

/** Walks by chance through the main process; each input keeps the answers it meets, so that it can be given again. */
function drawWalks(drawn: Drawn, tables: Tables, process: string): Walk[] {
  const values = valuesNamed(Object.values(questionsOf(drawn.sequenceFlows)));
  return Array.from({ length: WALKS }, (_, seed) => {
    const random = seeded(seed + 1);
    const begin = chanceAnswers(values, random);
    const walk: Walk = { begin, given: [] };
    let track = step(tables, null, { kind: 'start', process }, begin)?.track ?? null;
    while (track && walk.given.length < STEPS_PER_WALK) {
      const { input, decide } = chooseNext(tables, track, values, random);
      track = step(tables, track, input, decide)?.track ?? null;
      const open = track ? openSteps(tables, track).map(({ path }) => path) : [];
      // how an ended process is saved is of no interest: the walk stops one step short of it
      if (track) walk.given.push({ input, decide, open: open.sort() });
    }
    return walk;
  });
}

function throughTables(tables: Tables, process: string, walks: Walk[]): void {
  for (const { begin, given } of walks) {
    let track: Track | null = step(tables, null, { kind: 'start', process }, begin)?.track ?? null;
    for (const { input, decide } of given) track = step(tables, track, input, decide)?.track ?? null;
  }
}

/** Seconds taken by the steps alone. Where a walk leads must be where the tables led, or nothing was compared. */
async function throughPlain(plain: PlainEngine, walks: Walk[], tables: Tables): Promise<number> {
  let seconds = 0;
  for (const { begin, given } of walks) {
    let saved = await plain.start(begin);
    const began = performance.now();
    for (const { input, decide } of given) saved = await plain.step(saved, input, decide);
    seconds += (performance.now() - began) / 1000;
    const there = JSON.stringify(await plain.open(saved));
    if (there !== JSON.stringify(given.at(-1)?.open))
      throw new Error(`${tables.engine} and the tables part: ${there}`);
  }
  return seconds;
}
