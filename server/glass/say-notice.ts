import { dayInWords, type Day } from '#engine';

/**
 * A family opened by a reason; names seen in place of invented ones; somebody of a family put into another, or changed by
 * somebody it does not belong to; a part withheld from a colleague or, without `from`, from one of the family; somebody's
 * work done by a colleague while they are away.
 */
export type What =
  | { kind: 'break-glass' | 'identified'; code: string }
  | { kind: 'password-link' | 'roles-asked' | 'rights-widened' }
  | { kind: 'person-joined' | 'person-changed'; person: string }
  | { kind: 'withheld'; from?: string }
  | { kind: 'cover'; absent: string; covering: string; first: Day; last: Day };

/** What stands for the ids and codes of a notice, as far as its reader may know it. */
export interface Called {
  account(id: string): string;
  /** the record it is about */
  what: string;
  /** the person of the family */
  person: string;
  reason(code: string): string;
}

/** A notice in a sentence. */
export function sayNotice({ by, ...notice }: What & { by: string }, called: Called): string {
  const who = called.account(by);
  const { what } = called;
  switch (notice.kind) {
    case 'person-joined':
      return `${who} put ${called.person} of ${what} among the people of another family.`;
    case 'person-changed':
      return `${who}, who works with another family, changed what is known of ${called.person} of ${what}.`;
    case 'password-link':
      return `${who} made a link to choose your password. If you did not ask for it, tell your manager now.`;
    case 'roles-asked':
      return `${who} gave a colleague roles that a second person has to confirm: they stand on the page Accounts.`;
    case 'rights-widened':
      return `${who} changed the rights of a role, which now reaches what is written about families, or looks after accounts: it stands on the page Roles.`;
    case 'break-glass':
      return `${who} opened ${what}: ${called.reason(notice.code)}.`;
    case 'withheld': {
      const whom = notice.from === undefined ? 'somebody in the family' : called.account(notice.from);
      return `${who} withheld a part of ${what} from ${whom}.`;
    }
    case 'identified':
      return `${who} saw names in place of invented ones: ${called.reason(notice.code)}.`;
    case 'cover': {
      const { absent, covering, first, last } = notice;
      const days = `from ${dayInWords(first)} to ${dayInWords(last)}`;
      return `${called.account(covering)} does the work of ${called.account(absent)} ${days}. ${who} said so.`;
    }
  }
}
