import type { DocumentKind } from './rows.ts';

/**
 * Documents that are always a family's and sealed with its key: one that stands in the open was put there past the
 * servers. Others (a draft before there is a family, a reason to see names) may belong to none.
 */
export const familyKinds: ReadonlySet<string> = new Set<DocumentKind>([
  'withheld',
  'legal-hold',
  'invitation',
  'subject-access',
  'shared-output',
  'output-opinion',
  'escalation',
  'booking',
  'meeting',
]);
