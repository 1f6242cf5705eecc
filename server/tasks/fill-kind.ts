import { bookedKind } from '#engine';
import type { Case, Form, KindBooked, Version } from '#engine';
import type { Draft } from './drafts.ts';

/** What a booking knows without asking: which meeting it is, and the form saying why. */
export interface KindFilled {
  form: Form;
  kind?: KindBooked;
}

/** Which meeting is booked stands filled in where it is known, until a person answers; its question says why. */
export function fillKind(
  asked: { version: Version; kase: Case; form: Form; children: string[] },
  drafts: Map<string, Draft>,
  now: string,
): KindFilled {
  const { version, kase, form, children } = asked;
  const kind = bookedKind(version, kase, form, children, now);
  if (!kind) return { form };
  const { question: key, is: value } = kind;
  if (!drafts.has(key)) drafts.set(key, { key, value, by: '', at: now, id: '', revision: 0 });
  return { kind, form: withHint(form, kind) };
}

function withHint(form: Form, { question, because }: KindBooked): Form {
  const layout = form.layout.map((section) => ({
    ...section,
    questions: section.questions.map((one) => (one.id === question ? { ...one, hint: because } : one)),
  }));
  return { ...form, layout };
}
