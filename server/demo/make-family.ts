import { addDays } from '#engine';
import type { Chance } from './random.ts';
import names from './names.json' with { type: 'json' };
import caseload from './caseload.json' with { type: 'json' };

export interface MadeChild {
  id: string;
  firstNames: string;
  familyName: string;
  sex: 'F' | 'M' | 'U';
  born?: string;
  expected?: string;
  ethnicity: string;
}

export interface MadeAdult {
  id: string;
  firstNames: string;
  familyName: string;
  relation: string;
}

export interface MadeFamily {
  id: string;
  familyName: string;
  address: { line1: string; town: string; postcode: string };
  phone: string;
  children: MadeChild[];
  adults: MadeAdult[];
}

/** Ages in days as they come in child-protection work: many young, some teenagers. */
const AGES: [[number, number], number][] = [
  [[20, 364], 8],
  [[365, 1824], 23],
  [[1825, 3649], 29],
  [[3650, 5839], 31],
  [[5840, 6500], 9],
];

/** Makes up a family as of a day. Nobody in it is real, nor is the street, the postcode or the number. */
export function makeFamily(chance: Chance, id: string, day: string, size?: number): MadeFamily {
  const familyName = chance.one(names.families);
  const count = size ?? chance.weighted(caseload.sizes as [number, number][]);
  const used = new Set<string>();
  const children = Array.from({ length: count }, (_, at) =>
    makeChild(chance, `${id}-c${String(at + 1)}`, familyName, day, used, at === count - 1),
  ).sort((a, b) => (a.born ?? '9').localeCompare(b.born ?? '9'));
  const adults = makeAdults(chance, id, familyName);
  return {
    ...{ id, familyName, children, adults },
    address: {
      line1: `${String(chance.whole(1, 98))} ${chance.one(names.streets)}`,
      town: names.town,
      postcode: `ZZ99 ${String(chance.whole(1, 9))}${chance.one(['AB', 'CD', 'EF', 'GH', 'JK', 'LM'])}`,
    },
    phone: `01632 960${String(chance.whole(0, 999)).padStart(3, '0')}`,
  };
}

function makeChild(
  chance: Chance,
  id: string,
  familyName: string,
  day: string,
  used: Set<string>,
  mayExpect: boolean,
): MadeChild {
  const isUnborn = chance.next() < caseload.unborn;
  const sex = chance.next() < 0.51 ? 'M' : 'F';
  const free = (sex === 'M' ? names.boys : names.girls).filter((name) => !used.has(name));
  const firstNames = chance.one(free);
  used.add(firstNames);
  const [least, most] = chance.weighted(AGES);
  const ethnicity = chance.weighted([
    ['WBRI', 88],
    ['MWBC', 3],
    ['APKN', 3],
    ['BAFR', 2],
    ['WOTH', 2],
    ['NOBT', 2],
  ] as const);
  const born = addDays(day, -chance.whole(least, most));
  // nobody knows more of an unborn child than when it is due, and no referral is earlier than nine months before
  if (isUnborn && mayExpect) {
    return {
      id,
      firstNames: '',
      familyName,
      sex: 'U',
      expected: addDays(day, chance.whole(30, 200)),
      ethnicity,
    };
  }
  return { id, firstNames, familyName, sex, born, ethnicity };
}

function makeAdults(chance: Chance, id: string, familyName: string): MadeAdult[] {
  const adults: MadeAdult[] = [
    { id: `${id}-a1`, firstNames: chance.one(names.women), familyName, relation: 'Mother' },
  ];
  if (chance.next() < 0.7) {
    const other = chance.next() < 0.5 ? familyName : chance.one(names.families);
    adults.push({ id: `${id}-a2`, firstNames: chance.one(names.men), familyName: other, relation: 'Father' });
  }
  if (chance.next() < 0.55) {
    adults.push({
      ...{ id: `${id}-a3`, firstNames: chance.one(names.women), familyName },
      relation: 'Grandmother',
    });
  }
  return adults;
}
