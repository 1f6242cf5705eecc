import { addDays } from '#engine';
import type { MadeFamily, MadeChild } from './made.ts';
import { makeAdults } from './make-adults.ts';
import type { Chance } from './random.ts';
import names from './names.json' with { type: 'json' };
import caseload from './caseload.json' with { type: 'json' };

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
  spaced(children, day);
  const adults = makeAdults(chance, id, familyName, children);
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

/** Days between the births of two children of one mother. */
const apart = 300;

/** Children of one mother are born one after another: whoever comes too soon after another is younger, or the other older. */
function spaced(children: MadeChild[], day: string): void {
  const born = children.map((child) => child.born ?? child.expected ?? day);
  const known = children.filter((child) => child.born !== undefined).length;
  for (let at = 1; at < known; at++) {
    const [before = day, own = day] = [born[at - 1], born[at]];
    const least = addDays(before, apart);
    if (own < least) born[at] = least;
  }
  let latest = known < children.length ? addDays(born[known] ?? day, -apart) : addDays(day, -20);
  for (let at = known - 1; at >= 0; at--) {
    if ((born[at] ?? day) > latest) born[at] = latest;
    latest = addDays(born[at] ?? day, -apart);
  }
  children.forEach((child, at) => {
    const day = born[at];
    if (child.born !== undefined && day !== undefined) child.born = day;
  });
}
