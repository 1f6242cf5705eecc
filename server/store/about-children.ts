import type { DocumentKind } from './rows.ts';

/** Of a document that belongs to a family: what shows of whom it is. */
export interface FamilyDocument {
  kind: DocumentKind;
  id: string;
  owner: string;
  text: string;
}

/** Kinds in which something of one child stands. */
export const kindsAboutChildren: DocumentKind[] = [
  ...(['draft', 'subject-access', 'withheld', 'shared-output', 'output-opinion'] as const),
  ...(['booking', 'escalation'] as const),
];

/**
 * Those that go with children of whom a family is let go of: what was handed out of them or quotes a record that goes,
 * what is withheld of it, to whom papers of it were given, what was booked or taken further about them, and answers of
 * theirs that were not completed.
 */
export function documentsAbout<One extends FamilyDocument>(
  documents: One[],
  children: string[],
  records: string[],
): One[] {
  const quotes = ({ text }: One): boolean =>
    records.some((id) => text.includes(JSON.stringify(id)) || text.includes(JSON.stringify(`record-${id}`)));
  const isOf = (one: One): boolean => {
    if (one.kind === 'draft') return children.some((child) => one.id.endsWith(`@${child}`));
    if (one.kind === 'withheld') {
      return quotes(one) || children.some((child) => one.text.includes(`"child":${JSON.stringify(child)}`));
    }
    if (one.kind === 'booking') return quotes(one) || children.some((child) => isBookedFor(one.id, child));
    if (['shared-output', 'output-opinion', 'escalation'].includes(one.kind)) {
      return quotes(one) || children.some((child) => one.text.includes(JSON.stringify(child)));
    }
    return one.kind === 'subject-access' && (children.includes(one.owner) || quotes(one));
  };
  // what a disclosure began as and what was made of it go together
  const stem = ({ kind, id }: One): string => (kind === 'subject-access' ? (id.split('.')[0] ?? id) : id);
  const gone = new Set(documents.filter(isOf).map((one) => `${one.kind}/${stem(one)}`));
  return documents.filter((one) => gone.has(`${one.kind}/${stem(one)}`));
}

/** A booking is found by its family and the children it is for. */
const isBookedFor = (id: string, child: string): boolean =>
  id
    .slice(id.indexOf('/') + 1)
    .split('+')
    .includes(child);
