import type { Journey, JourneyClock, JourneyFact } from '#engine';
import type { CaseJourneys } from './rows.ts';

/**
 * Journeys as they are stored. The same days, moments, people and records stand in them many times over: each text
 * stands once, and everything else is told by its number. Half of the bytes, and a third of the time of reading them.
 */
export interface PackedJourneys extends Omit<CaseJourneys, 'journeys'> {
  texts: string[];
  rows: PackedJourney[];
}

/** Facts, stages and clocks one after another, each as so many numbers of texts; `none` for what is not there. */
interface PackedJourney extends Omit<Journey, 'case' | 'facts' | 'stages' | 'clocks'> {
  facts: number[];
  stages: number[];
  clocks: number[];
}

const none = -1;

/** The ids of records begin with that of their case: it is left out. */
const own = '=';
const withoutCase = (record: string, id: string): string =>
  record.startsWith(id) ? own + record.slice(id.length) : record;
const withCase = (record: string, id: string): string =>
  record.startsWith(own) ? id + record.slice(own.length) : record;

/** Journeys in the form in which they are stored. */
export function packed({ journeys, ...about }: CaseJourneys): PackedJourneys {
  const numbers = new Map<string, number>();
  const of = (text: string | undefined): number => {
    if (text === undefined) return none;
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
  const rows = journeys.map(({ case: id, facts, stages, clocks, ...rest }) => {
    const row: PackedJourney = { ...rest, facts: [], stages: [], clocks: [] };
    for (const { fact, on, value, at, by, record } of facts) {
      row.facts.push(of(fact), of(on), of(value), of(at), of(by), of(withoutCase(record, id)));
    }
    for (const { stage, from, to } of stages) row.stages.push(of(stage), of(from), of(to));
    for (const { timescale, from, due, stopped, reason } of clocks) {
      row.clocks.push(of(timescale), of(from), of(due), of(stopped), of(reason));
    }
    return row;
  });
  return { ...about, texts: [...numbers.keys()], rows };
}

/** The journeys that were stored. */
export function unpacked({ texts, rows, ...about }: PackedJourneys): CaseJourneys {
  const has = (numbers: number[], at: number): boolean => numbers[at] !== none;
  const of = (numbers: number[], at: number): string => texts[numbers[at] ?? none] ?? '';
  const journeys = rows.map((row): Journey => {
    const { facts, stages, clocks } = row;
    return {
      ...row,
      case: about.case,
      facts: starts(facts, 6).map((n): JourneyFact => {
        const [fact, on, at] = [of(facts, n), of(facts, n + 1), of(facts, n + 3)];
        const [by, record] = [of(facts, n + 4), withCase(of(facts, n + 5), about.case)];
        return has(facts, n + 2)
          ? { fact, on, value: of(facts, n + 2), at, by, record }
          : { fact, on, at, by, record };
      }),
      stages: starts(stages, 3).map((n) => {
        const [stage, from] = [of(stages, n), of(stages, n + 1)];
        return has(stages, n + 2) ? { stage, from, to: of(stages, n + 2) } : { stage, from };
      }),
      clocks: starts(clocks, 5).map((n): JourneyClock => {
        const [timescale, from, due] = [of(clocks, n), of(clocks, n + 1), of(clocks, n + 2)];
        return {
          ...{ timescale, from, due },
          ...(has(clocks, n + 3) ? { stopped: of(clocks, n + 3) } : {}),
          ...(has(clocks, n + 4) ? { reason: of(clocks, n + 4) } : {}),
        };
      }),
    };
  });
  return { ...about, journeys };
}

const starts = (numbers: number[], length: number): number[] =>
  Array.from({ length: numbers.length / length }, (_, at) => at * length);
