import type { CaseRecord, Form, Moment } from '../contracts/index.ts';
import { isGiven } from './conditions.ts';
import { isAnswered, questionsOf } from './form-questions.ts';

/** What was once answered to a term, and where: '' as child means the family (or the text shared by all children). */
export interface EarlierAnswer {
  term: string;
  child: string;
  value: unknown;
  question: string;
  form: string;
  formTitle: string;
  record: string;
  at: Moment;
  by: string;
}

/**
 * Every answer that records a term, the newest first. Of a corrected record only the last correction counts. Records
 * of forms that the version no longer has are left out.
 */
export function earlierAnswers(records: CaseRecord[], forms: Record<string, Form>): EarlierAnswer[] {
  const corrected = new Set(records.map(({ corrects }) => corrects));
  return records
    .filter(({ id }) => !corrected.has(id))
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .flatMap((record) => answersOf(record, forms[record.form]));
}

function answersOf(record: CaseRecord, form: Form | undefined): EarlierAnswer[] {
  if (!form) return [];
  return questionsOf(form)
    .filter(isAnswered)
    .flatMap((question) => {
      const { term, id, block } = question;
      if (!term || block) return [];
      const one = (child: string, value: unknown): EarlierAnswer[] => {
        if (!isGiven(value)) return [];
        const source = {
          form: form.id,
          formTitle: form.title,
          record: record.id,
          at: record.at,
          by: record.by,
        };
        return [{ term, child, value, question: id, ...source }];
      };
      return [
        ...one('', record.answers.answers[id]),
        ...record.children.flatMap((child) => one(child, record.answers.perChild[child]?.[id])),
      ];
    });
}
