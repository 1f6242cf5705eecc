import type { Form, RecordedFact } from '../../contracts/index.ts';
import { questionsOf } from '../form-questions.ts';
import type { FormChange, FormWords } from './change.ts';
import { asked, factName, quoted, same } from './words.ts';

/** What a completed form records as having happened, and on which day. */
export function facts(before: Form, after: Form, was: FormWords, is: FormWords): FormChange[] {
  const ids = [...new Set([...after.facts, ...before.facts].map(({ fact }) => fact))];
  return ids.flatMap((id) => {
    const own = (form: Form): RecordedFact[] => form.facts.filter(({ fact }) => fact === id);
    const [old, now] = [own(before), own(after)];
    if (same(old, now)) return [];
    return says(before, after, old, now, factName(now.length > 0 ? is : was, id)).map((sentence) => ({
      ...{ kind: 'facts' as const, form: after.id, sentence, facts: [id] },
    }));
  });
}

function says(before: Form, after: Form, old: RecordedFact[], now: RecordedFact[], name: string): string[] {
  const title = quoted(after.title);
  if (old.length === 0) return [`${title} now records ${name}, ${day(after, now[0])}.`];
  if (now.length === 0) return [`${title} no longer records ${name}.`];
  const [was, is] = [old[0], now[0]];
  const said: string[] = [];
  if (was?.on !== is?.on)
    said.push(`${title} now records ${name} ${day(after, is)} (before: ${day(before, was)}).`);
  if (was?.value !== is?.value)
    said.push(`${title} now keeps ${value(after, is)} with ${name} (before: ${value(before, was)}).`);
  const whens = (all: RecordedFact[]): unknown => all.map(({ when }) => when ?? null);
  if (!same(whens(old), whens(now))) said.push(`When ${title} records ${name} is now decided otherwise.`);
  return said.length > 0 ? said : [`How ${title} records ${name} has changed.`];
}

function day(form: Form, fact: RecordedFact | undefined): string {
  if (!fact || fact.on === 'completed') return 'on the day it is completed';
  return `on the day given at ${questionName(form, fact.on)}`;
}

function value(form: Form, fact: RecordedFact | undefined): string {
  return fact?.value === undefined ? 'no answer' : `the answer to ${questionName(form, fact.value)}`;
}

function questionName(form: Form, id: string): string {
  const question = questionsOf(form).find((one) => one.id === id);
  return question ? asked(question) : quoted(id);
}
