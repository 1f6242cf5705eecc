import { NOT_WITHIN, outcomesOf, passagesOf, readyOver, TOO_RECENT } from '#engine';
import type { Went, FunnelPassage, Passed } from '#engine';
import type { Person } from '../access/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import stored from '../../processes/child-protection/funnel.json' with { type: 'json' };
import { sayList } from './list-of-figure.ts';
import { readyToSay } from './measures.ts';
import type { MeasuresAsked } from './measures.ts';
import type { Saying } from './say.ts';
import { shownCount } from './suppress.ts';

/** The passages in the order they stand in, and where their windows come from. */
export const passages: FunnelPassage[] = stored.passages;

/** What of a passage is asked for: one way it went, or every one; how many of the list are passed over. */
export interface WentAsked extends MeasuresAsked {
  outcome?: Went;
}

/** How far those went who set out in a period: to assessment and enquiry, to a conference, to a plan. */
export async function funnel(host: Host, person: Person, asked: MeasuresAsked) {
  const { saying, about } = await readyToSay(host, person, asked);
  const { period, today, filters } = about;
  const told = passages.map((passage) => sayPassage(passage, whoSetOut(passage, saying), saying));
  return { period, today, filters, source: stored.source, passages: told };
}

/** One passage, and those who went one way in it. */
export async function funnelList(host: Host, person: Person, id: string, asked: WentAsked, most?: number) {
  const passage = passages.find((one) => one.id === id) ?? refuseAbsent();
  if (asked.outcome !== undefined && !outcomesOf(passage).includes(asked.outcome)) return refuseAbsent();
  const { saying, about } = await readyToSay(host, person, asked);
  const all = whoSetOut(passage, saying);
  const rows = all.filter(({ band }) => asked.outcome === undefined || band === asked.outcome);
  const list = await sayList(host, person, saying.counted, rows, asked, most);
  const named = list.rows.map((row) => ({ ...row, band: nameOf(passage, row.band ?? '') }));
  return {
    ...{ period: about.period, today: about.today, filters: about.filters },
    passage: sayPassage(passage, all, saying),
    list: { ...(asked.outcome === undefined ? {} : { outcome: asked.outcome }), ...list, rows: named },
  };
}

function whoSetOut(passage: FunnelPassage, { counted, period, by }: Saying): Passed[] {
  return passagesOf(passage, period, readyOver(counted.journeys, by));
}

/** Who may see everyone is told every number; others none that is small, and the rest rounded. */
function sayPassage(passage: FunnelPassage, all: Passed[], { counted }: Saying) {
  const tell = (count: number) => {
    const told = counted.seesAll ? count : shownCount(count);
    return told === undefined ? {} : { count: told };
  };
  const { id, name, from, days, source } = passage;
  return {
    ...{ id, name, days, source, from: from.name },
    all: tell(all.length),
    went: tell(all.filter((one) => one.counted).length),
    outcomes: outcomesOf(passage).map((outcome) => ({
      ...{
        id: outcome,
        name: nameOf(passage, outcome),
        went: outcome !== NOT_WITHIN && outcome !== TOO_RECENT,
      },
      ...tell(all.filter(({ band }) => band === outcome).length),
    })),
  };
}

/** An outcome in words: where to, or that it is too recent to say, or no. */
function nameOf({ to, days }: FunnelPassage, outcome: Went): string {
  if (outcome === TOO_RECENT) return 'Too recent to say';
  if (outcome === NOT_WITHIN) return `Not within ${String(days)} days`;
  const names = outcome.split('+').map((id) => to.find((one) => one.id === id)?.name ?? id);
  const [first = '', ...rest] = names;
  if (rest.length > 0) return [first, ...rest.map(lowerFirst)].join(' and ');
  return `${first}${to.length > 1 ? ' only' : ''}`;
}

const lowerFirst = (name: string): string => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
