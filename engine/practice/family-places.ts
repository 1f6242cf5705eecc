import type { Genogram, GenogramPerson } from '../contracts/index.ts';

/** So many stand side by side; more people without a line of their own stand in rows below. */
const mostAcross = 12;
const leastAcross = 6;

/** People of one height, from the left. */
export interface Row {
  people: GenogramPerson[];
  /** lines go down from it */
  lined: boolean;
}

/**
 * The rows of a drawing: grandparents, parents, children, and everybody else in as many rows as they need. A family with
 * a large network grows down the page, not off it.
 */
export function rowsOf(family: Genogram): Row[] {
  const lined = new Set([
    ...family.unions.flatMap(({ parents, children }) => [...parents, ...children]),
    ...[...family.partners, ...family.above].flatMap(({ from, to }) => [from, to]),
  ]);
  const inRank = (rank: number) =>
    family.people.filter((one) => one.rank === rank).toSorted((one, other) => one.at - other.at);
  const ranks = [0, 1, 2].map((rank) => roomFor(inRank(rank), lined));
  const others = [...ranks.flatMap(({ over }) => over), ...inRank(3)];
  const widest = Math.max(leastAcross, ...ranks.map(({ kept }) => kept.length));
  const across = Math.min(mostAcross, widest);
  const rest = Array.from({ length: Math.ceil(others.length / across) }, (_, at) => ({
    people: others.slice(at * across, (at + 1) * across),
    lined: false,
  }));
  return [...ranks.map(({ kept }) => ({ people: kept, lined: true })), ...rest].filter(
    ({ people }) => people.length > 0,
  );
}

/** Who stays in a rank that is full: whoever a line goes to, and the children. */
function roomFor(people: GenogramPerson[], lined: Set<string>) {
  const stays = ({ id, child }: GenogramPerson): boolean => child || lined.has(id);
  let room = mostAcross - people.filter(stays).length;
  const kept = people.filter((one) => stays(one) || (room -= 1) >= 0);
  return { kept, over: people.filter((one) => !kept.includes(one)) };
}
