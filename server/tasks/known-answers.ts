import { computeAnswer, describeAnswer, keyOf, questionsOf, termInWords } from '#engine';
import type { Case, CaseRecord, Form, Moment, Offer, Version } from '#engine';

/** A form as it is asked of a case, and what people and accounts are called. */
export interface Asking {
  version: Version;
  kase: Case;
  form: Form;
  children: string[];
  now: Moment;
  nameOf: (id: string) => string;
  by: (id: string) => { id: string; name: string };
}

/** Earlier answers beside each question, the newest first, in words and as they can be taken over. */
export function sayEarlier({ version, form, nameOf, by }: Asking, offers: Record<string, Offer>) {
  const questions = new Map(questionsOf(form).map((question) => [question.id, question]));
  const about = { dictionary: version.dictionary, blocks: version.blocks, nameOf };
  const said = Object.entries(offers).flatMap(([key, offer]) => {
    const question = questions.get(key.split('@')[0] ?? '');
    const answers = [...(offer.filled ? [offer.filled.from] : []), ...offer.beside];
    if (!question || answers.length === 0) return [];
    const earlier = answers.map((answer) => ({
      ...{ value: answer.value, shown: describeAnswer(question, answer.value, about) },
      ...{ by: by(answer.by), at: answer.at, form: answer.form, formTitle: answer.formTitle },
    }));
    return [[key, earlier] as const];
  });
  return Object.fromEntries(said);
}

/** Computed questions, by the key of each. */
export function sayComputed(asking: Asking): Record<string, string> {
  const { form, children } = asking;
  const computed: Record<string, string> = {};
  for (const question of questionsOf(form).filter((one) => one.compute)) {
    const say = (child: string): string => computeAnswer(question, computing(asking, child));
    if (question.per !== 'child') computed[question.id] = say(children[0] ?? '');
    else for (const child of children) computed[keyOf(question.id, child)] = say(child);
  }
  return computed;
}

function computing({ version, kase, now, nameOf }: Asking, child: string) {
  const { born, expected } = kase.children.find((one) => one.id === child) ?? {};
  return {
    ...{ child, ...(born ? { born } : {}), ...(expected ? { expected } : {}) },
    ...{ happenings: kase.happenings, clocks: kase.clocks, known: kase.known },
    ...{ timescales: version.timescales, calendar: version.calendar, now },
    inWords: termInWords(version, nameOf),
  };
}

/** Records that a question shows. */
export function sayLinked({ version, by }: Asking, offers: Record<string, Offer>, records: CaseRecord[]) {
  const linked = Object.entries(offers).flatMap(([key, { linked: shown }]) => {
    if (!shown) return [];
    const items = shown.records.flatMap((id) => {
      const record = records.find((one) => one.id === id);
      if (!record) return [];
      const title = version.forms[record.form]?.title ?? record.form;
      return { id, title, at: record.at, by: by(record.by) };
    });
    return [[key, items] as const];
  });
  return Object.fromEntries(linked);
}
