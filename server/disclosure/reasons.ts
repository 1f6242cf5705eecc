/** Why something may be left out of what a person is given of their own record. The authority's to review. */
export const reasons = [
  { id: 'third-party', name: 'About another person', source: 'Data Protection Act 2018 Sch 2 para 16' },
  {
    id: 'serious-harm',
    name: 'Likely to cause serious harm to somebody’s health',
    source: 'Data Protection Act 2018 Sch 3 paras 2, 8, 11',
  },
  { id: 'safety', name: 'Would tell where somebody is who must not be found', source: 'Local' },
  {
    id: 'crime',
    name: 'Would stand in the way of preventing a crime',
    source: 'Data Protection Act 2018 Sch 2 para 2',
  },
  { id: 'legal', name: 'Legal advice', source: 'Data Protection Act 2018 Sch 2 para 19' },
  { id: 'adoption', name: 'Adoption record', source: 'Data Protection Act 2018 Sch 4' },
  { id: 'court', name: 'A court’s document', source: 'Family Procedure Rules 2010 part 12' },
] as const;

export type Reason = (typeof reasons)[number]['id'];

/** What stands in the place of what is left out. */
export function sayRedacted(reason: string): string {
  const name = reasons.find((one) => one.id === reason)?.name ?? reason;
  return `[redacted: ${name.charAt(0).toLowerCase()}${name.slice(1)}]`;
}
