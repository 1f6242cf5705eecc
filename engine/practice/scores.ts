import type { Day, ScalingView } from '../contracts/index.ts';

type Row = Record<string, unknown>;

export interface Score {
  row: string;
  on: Day;
  score: number;
  why: string;
}

/** The scores one person gave over time, for the same children. */
export interface ScoreSeries {
  rater: string;
  name: string;
  children: string[];
  /** the earliest first */
  scores: Score[];
}

export interface ScoresAbout {
  /** what is scored: the number of a row, or that of everything together */
  about: number;
  series: ScoreSeries[];
}

/** Scores over time by what they are about, everything together first, and by who gave them. */
export function scoresOver(rows: readonly Row[], view: ScalingView): ScoresAbout[] {
  const abouts = new Map<number, Map<string, ScoreSeries>>();
  for (const row of rows) {
    const [about, score, on] = [row[view.about], row[view.score], row[view.on]];
    if (typeof about !== 'number' || typeof score !== 'number' || typeof on !== 'string') continue;
    const series = abouts.get(about) ?? new Map<string, ScoreSeries>();
    abouts.set(about, series);
    const { rater, name, children } = raterOf(row, view);
    const key = JSON.stringify([rater, name.trim().toLowerCase(), children]);
    const one = series.get(key) ?? { rater, name, children, scores: [] };
    series.set(key, one);
    one.scores.push({ row: text(row['id']), on, score, why: text(row[view.why]) });
  }
  const order = (about: number): number => (about === view.overall ? -Infinity : about);
  return [...abouts]
    .sort(([one], [other]) => order(one) - order(other))
    .map(([about, series]) => ({ about, series: [...series.values()].map(inOrder) }));
}

function raterOf(row: Row, view: ScalingView) {
  const children = row[view.children];
  return {
    rater: text(row[view.rater]),
    name: text(row[view.name]),
    children: Array.isArray(children) ? children.map(String).sort() : [],
  };
}

/** Two scores of one day stay in the order in which they were written. */
const inOrder = (series: ScoreSeries): ScoreSeries => ({
  ...series,
  scores: series.scores.toSorted((one, other) => one.on.localeCompare(other.on)),
});

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
