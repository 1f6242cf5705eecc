import type { Fact, MeasureFigure, Measures, Timescale } from '../contracts/index.ts';

/** What measures may speak of: facts and timescales of the versions in use. */
export interface Spoken {
  facts: Pick<Fact, 'id'>[];
  timescales: Pick<Timescale, 'id'>[];
}

/** What is wrong with definitions, a sentence each: names that nothing has, figures that say nothing. */
export function checkMeasures(measures: Measures, { facts, timescales }: Spoken): string[] {
  const known: Record<Kind, Set<string>> = {
    fact: new Set(facts.map(({ id }) => id)),
    timescale: new Set(timescales.map(({ id }) => id)),
    span: new Set(measures.spans.map(({ id }) => id)),
    tally: new Set(measures.tallies.map(({ id }) => id)),
    standing: new Set(measures.standing.map(({ id }) => id)),
  };
  const all = [...measures.measures, ...measures.practice];
  const twice = all.filter(({ id }, at) => all.findIndex((one) => one.id === id) !== at);
  return [
    ...twice.map(({ id }) => `Two measures are called ${id}.`),
    ...named(measures.spans).flatMap((one) => unknown(one, known, 'The spans')),
    ...all.flatMap(({ id, figures, unknown: why }) => [
      ...(figures.length === 0 && !why ? [`${id} has no figure and does not say why.`] : []),
      ...figures.flatMap((figure) => faultsOf(figure).map((fault) => `${id}, ${figure.id}, ${fault}`)),
      ...named(figures).flatMap((one) => unknown(one, known, id)),
    ]),
  ];
}

type Kind = 'fact' | 'timescale' | 'span' | 'tally' | 'standing';

interface Named {
  kind: Kind;
  id: string;
}

const unknown = ({ kind, id }: Named, known: Record<Kind, Set<string>>, where: string): string[] =>
  known[kind].has(id) ? [] : [`${where} speaks of the ${kind} “${id}”, which there is not.`];

function faultsOf({ show, counted, against, length, bands, valueFrom, still }: MeasureFigure): string[] {
  return [
    ...(show === 'share' && !counted ? ['is a share and does not say of what.'] : []),
    ...(show === 'ratio' && !against ? ['stands beside nothing.'] : []),
    ...(show === 'median' && !length ? ['is the middle of no length.'] : []),
    ...(valueFrom && !bands ? ['takes values that no band names.'] : []),
    ...(still ? faultsOf(still) : []),
    ...(still && (still.show !== 'share' || still.of.each !== 'open')
      ? ['has beside it what is no share of what is still open.']
      : []),
  ];
}

/** Where ids of facts, timescales, spans and tallies stand in a definition. */
const kinds: Record<string, Kind> = {
  ...{ facts: 'fact', latest: 'fact', first: 'fact', since: 'fact', next: 'fact', each: 'fact', of: 'fact' },
  ...{ valueFrom: 'fact', until: 'fact', from: 'fact', span: 'span', open: 'span' },
  ...{ notLate: 'timescale', tally: 'tally', asManyAs: 'tally', standing: 'standing' },
};

const words = ['here', 'start', 'today', 'happening', 'open', 'ended', 'new-worker', 'child'];

function named(told: unknown, key = ''): Named[] {
  if (Array.isArray(told)) return told.flatMap((one: unknown) => named(one, key));
  if (typeof told === 'string') {
    const kind = kinds[key];
    return kind && !words.includes(told) ? [{ kind, id: told }] : [];
  }
  if (typeof told !== 'object' || told === null) return [];
  return Object.entries(told).flatMap(([name, value]) => named(value, name));
}
