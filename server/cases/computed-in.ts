import { askedBy, computeAnswer, computeValue, dayOf, questionsOf, termInWords } from '#engine';
import type { Case, CaseRecord, Computing, FormQuestion, Version, WorkedOut } from '#engine';

/** What the computed questions of a record show, in words: by question, or question@child. */
export function computedIn(
  version: Version,
  kase: Case,
  record: CaseRecord,
  nameOf: (id: string) => string,
): Record<string, string> {
  const inWords = termInWords(version, nameOf);
  return eachComputed(version, kase, record, (question, about) =>
    computeAnswer(question, { ...about, inWords }),
  );
}

/** The same before it is put into the words of a language; what a term's rows say is not among it. */
export function workedOutIn(version: Version, kase: Case, record: CaseRecord): Record<string, WorkedOut> {
  const asks = askedBy(version.forms);
  return eachComputed(version, kase, record, (question, about): WorkedOut | undefined => {
    const found = computeValue(question, about);
    if (!found || !('term' in found)) return found;
    const asked = asks(found.term);
    // rows say more than one value does: they stay the text they are shown as
    return asked && asked.type !== 'table' ? { asked, value: found.value } : undefined;
  });
}

/** A question of the family is answered by what holds for its first child. */
function eachComputed<Said>(
  version: Version,
  kase: Case,
  record: CaseRecord,
  say: (question: FormQuestion, about: Computing) => Said | undefined,
): Record<string, Said> {
  const form = version.forms[record.form];
  const answers: Record<string, Said> = {};
  for (const question of form ? questionsOf(form).filter((one) => one.compute) : []) {
    for (const child of question.per === 'child' ? record.children : record.children.slice(0, 1)) {
      const { born, expected } = kase.children.find((one) => one.id === child) ?? {};
      const key = question.per === 'child' ? `${question.id}@${child}` : question.id;
      const said = say(question, {
        ...{ child, ...(born ? { born } : {}), ...(expected ? { expected } : {}) },
        ...{ happenings: happeningsUpTo(kase, record), clocks: kase.clocks, known: kase.known },
        ...{ timescales: version.timescales, calendar: version.calendar, now: record.at },
      });
      if (said !== undefined) answers[key] = said;
    }
  }
  return answers;
}

/** What had happened when the form was completed: a printed record does not change with what came later. */
function happeningsUpTo(kase: Case, record: CaseRecord) {
  return kase.happenings.filter((one) => dayOf(one.on) <= dayOf(record.at));
}
