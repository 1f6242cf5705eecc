import type { Form } from '../../contracts/index.ts';
import { compareForms } from '../../forms/compare/compare-forms.ts';
import type { Change, Kind } from './change.ts';

/** Every form, question by question. */
export const forms: Kind = ({ before, after }) => {
  const ids = new Set([...Object.keys(after.forms), ...Object.keys(before.forms)]);
  return [...ids].flatMap((id) => {
    const old: Form | undefined = before.forms[id];
    const now: Form | undefined = after.forms[id];
    return compareForms(old, now, before, after).map((change): Change => {
      const { kind, form, question, sentence } = change;
      return { kind, form, sentence, statutory: false, ...(question === undefined ? {} : { question }) };
    });
  });
};
