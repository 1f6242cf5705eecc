import { addDays } from '#engine';
import type { MadeAdult, MadeChild } from './made.ts';
import { chanceFor } from './random.ts';
import type { Chance } from './random.ts';
import names from './names.json' with { type: 'json' };

const year = 365;

/** The adults of a family: as old as somebody with these children is, and each with whose parent they are. */
export function makeAdults(
  chance: Chance,
  id: string,
  familyName: string,
  children: readonly MadeChild[],
): MadeAdult[] {
  // what was made up of a family before stays as it was: whatever is newer has numbers of its own
  const own = chanceFor(1, `${id} adults`);
  const all = children.map((child) => child.id);
  const [eldest] = children.map((child) => child.born ?? child.expected ?? '').sort();
  const before = (day: string, least: number, most: number): string =>
    addDays(day, -own.whole(least * year, most * year));
  const motherBorn = before(eldest ?? '', 17, 28);
  const mother = { id: `${id}-a1`, firstNames: chance.one(names.women), familyName };
  const adults: MadeAdult[] = [{ ...mother, sex: 'F', born: motherBorn, is: 'mother', of: all, home: true }];
  if (chance.next() < 0.7) {
    const other = chance.next() < 0.5 ? familyName : chance.one(names.families);
    const father = { id: `${id}-a2`, firstNames: chance.one(names.men), familyName: other };
    // the eldest has another father whom nobody has named, or this one lives elsewhere
    const isStep = all.length > 1 && own.next() < 0.25;
    const [of, home] = isStep ? [all.slice(1), true] : [all, own.next() < 0.65];
    adults.push({ ...father, sex: 'M', born: before(eldest ?? '', 18, 34), is: 'father', of, home });
  }
  if (chance.next() < 0.55) {
    const grandmother = { id: `${id}-a3`, firstNames: chance.one(names.women), familyName };
    const born = before(motherBorn, 17, 34);
    adults.push({ ...grandmother, sex: 'F', born, is: 'grandmother', of: all, home: own.next() < 0.15 });
  }
  return adults;
}
