import type { Genogram, GenogramPerson, Union } from '../contracts/index.ts';

/**
 * Gives everybody a place in their rank, so that lines are short: children of one union side by side, a parent above the
 * middle of their children, a partner beside the parent, a grandparent above theirs.
 */
export function arrange(
  people: readonly GenogramPerson[],
  unions: readonly Union[],
  lines: Pick<Genogram, 'partners' | 'above'>,
): GenogramPerson[] {
  const place = new Map<string, number>();
  const inRank = (rank: number) => people.filter((one) => one.rank === rank);
  const put = (ordered: readonly GenogramPerson[]): void => {
    ordered.forEach(({ id }, at) => place.set(id, at - (ordered.length - 1) / 2));
  };
  const children = inRank(2).toSorted((one, other) => inUnion(one, unions) - inUnion(other, unions));
  const [own, others] = [children.filter(({ child }) => child), children.filter(({ child }) => !child)];
  // the children in hand stand in the middle
  const left = Math.floor(others.length / 2);
  put([...others.slice(0, left), ...own, ...others.slice(left)]);

  const overChildren = (id: string): number | undefined =>
    mean(unions.filter(({ parents }) => parents.includes(id)).flatMap((union) => union.children.map(at)));
  const at = (id: string): number => place.get(id) ?? 0;
  const wanted = ({ id, sex }: GenogramPerson): number => {
    const over = overChildren(id);
    // of two parents of the same children the man stands on the left, as these drawings have it
    if (over !== undefined) return over + (sex === 'M' ? -0.01 : 0.01);
    const beside = lines.partners.find(({ from }) => from === id);
    return beside ? (overChildren(beside.to) ?? 0) + 0.02 : Infinity;
  };
  put(sorted(inRank(1), wanted));
  put(sorted(inRank(0), ({ id }) => at(lines.above.find(({ from }) => from === id)?.to ?? '')));
  // those of the children's home side by side
  put(inRank(3).toSorted((one, other) => Number(other.home === true) - Number(one.home === true)));
  return people.map((one) => ({ ...one, at: place.get(one.id) ?? 0 }));
}

const inUnion = ({ id }: GenogramPerson, unions: readonly Union[]): number => {
  const found = unions.findIndex((union) => union.children.includes(id));
  return found < 0 ? unions.length : found;
};

function sorted(
  people: readonly GenogramPerson[],
  by: (one: GenogramPerson) => number,
): readonly GenogramPerson[] {
  const keyed = people.map((one) => ({ one, key: by(one) }));
  return keyed.toSorted((a, b) => (a.key === b.key ? 0 : a.key - b.key)).map(({ one }) => one);
}

function mean(numbers: number[]): number | undefined {
  return numbers.length === 0 ? undefined : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
