import type { MeasureDefinition } from '#engine';
import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import { readyToSay } from './measures.ts';
import type { PeriodAsked } from './period.ts';
import { sayMeasure } from './say.ts';
import type { Saying } from './say.ts';
import { figureOver } from './standing.ts';

/** Families a page leads to for each measure: enough to learn from, too few to compare. */
const mostExamples = 3;

/**
 * How well the work is done, as learning: each measure leads to families where it was done well. It is asked of all
 * that the reader sees at once, of no team and no worker, so that nobody is held up against another.
 */
export async function practice(host: Host, person: Person, { from, to }: PeriodAsked) {
  const asked = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const { saying, about, told } = await readyToSay(host, person, asked);
  const { period, today } = about;
  const measures = [];
  for (const definition of told.practice) {
    const { formula, source } = definition;
    const examples = await examplesOf(host, person, definition, saying);
    measures.push({ ...(await sayMeasure(definition, saying)), formula, source, examples });
  }
  return { period, today, measures };
}

/** Families the reader may open in which it was done well, the latest first; each once. */
async function examplesOf(
  { store }: Host,
  person: Person,
  { figures: [figure] }: MeasureDefinition,
  { counted, period, by }: Saying,
) {
  // whoever knows families by pseudonyms opens none
  if (!figure || person.pseudonymised) return [];
  const { rows } = await figureOver(counted.journeys, figure, period, by, true);
  const good = rows.filter((row) => row.counted && counted.nameable(row.case));
  const latest = good.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.case < b.case ? -1 : 1));
  const cases = [...new Set(latest.map((row) => row.case))].slice(0, mostExamples);
  const families = await Promise.all(cases.map((id) => store.family(id)));
  return families.flatMap((family) => (family ? [{ case: family.id, family: family.name }] : []));
}
