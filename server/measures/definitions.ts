import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Measures } from '#engine';

/** Figures published elsewhere, with their year and source. */
export interface Benchmarks {
  source: string;
  areas: { id: string; name: string }[];
  figures: Record<string, BenchmarkFigure>;
}

export interface BenchmarkFigure {
  year: string;
  source: string;
  note?: string;
  /** of a whole year: it stands beside no other length of time */
  overAYear?: boolean;
  values: Record<string, number>;
  median?: Record<string, number>;
  bands?: Record<string, number[]>;
}

const root = join(import.meta.dirname, '..', '..', 'processes');
const read = new Map<string, Promise<Told>>();

export interface Told {
  measures: Measures;
  benchmarks: Benchmarks;
}

/** Reads the definitions of a pathway once: they come with the program and do not change while it runs. */
export function measuresOf(pathway = 'child-protection'): Promise<Told> {
  const known = read.get(pathway) ?? readMeasures(pathway);
  read.set(pathway, known);
  return known;
}

async function readMeasures(pathway: string): Promise<Told> {
  const file = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(root, pathway, name), 'utf8'));
  const [measures, benchmarks] = await Promise.all([file('measures.json'), file('benchmarks.json')]);
  return { measures: measures as Measures, benchmarks: benchmarks as Benchmarks };
}
