import type { Disclosure, Mark } from '../../api-office/disclosure.ts';

/** What the parts of the page may do. */
export interface MarkActs {
  /** why the next thing is left out */
  reason: string;
  choose: (reason: string) => void;
  toggle: (mark: Mark) => void;
}

/** Whether two marks are of the same place; the reason may differ. */
export function sameMark(one: Mark, other: Mark): boolean {
  return one.item === other.item && one.line === other.line && one.words === other.words;
}

/** A mark as it is sent: who marked it and when is the server's to say. */
export function markSent({ item, line, words, reason }: Mark): Mark {
  return {
    ...(item === undefined ? {} : { item }),
    ...(line === undefined ? {} : { line }),
    ...(words === undefined ? {} : { words }),
    reason,
  };
}

/** The mark that leaves a place out, if one does. */
export function markOf(page: Disclosure, place: Omit<Mark, 'reason'>): Mark | undefined {
  return page.redactions.find((one) => sameMark(one, { ...place, reason: '' }));
}

export function reasonName(page: Disclosure, id: string): string {
  return page.reasons.find((one) => one.id === id)?.name ?? id;
}
