import { measures as words } from '../../words-office/measures.ts';

export type Group = keyof typeof words.groups;

/** Which measure stands where. A measure that an authority added itself stands with the others at the end. */
const members: Partial<Record<Group, readonly string[]>> = {
  referrals: ['M1', 'M2', 'M3', 'M4'],
  assessments: ['M5', 'M6', 'M7', 'M8', 'M9'],
  enquiries: ['M10', 'M11', 'M12'],
  conferences: ['M13', 'M14', 'M23', 'M24'],
  plans: ['M15', 'M16', 'M17', 'M18', 'M19', 'M30'],
  reviews: ['M20', 'M21'],
  visits: ['M22', 'M31'],
  need: ['M25', 'M26', 'M27'],
  workforce: ['M28'],
  oversight: ['M29', 'M32'],
};

/** The measures by group, in the order in which a family meets the service; groups without any are left out. */
export function inGroups<Measure extends { id: string }>(
  all: readonly Measure[],
): { group: Group; measures: Measure[] }[] {
  const known = new Set(Object.values(members).flat());
  return (Object.keys(words.groups) as Group[])
    .map((group) => ({
      group,
      measures: all.filter(({ id }) =>
        group === 'other' ? !known.has(id) : (members[group]?.includes(id) ?? false),
      ),
    }))
    .filter((one) => one.measures.length > 0);
}
