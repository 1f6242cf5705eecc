import type { Element, Finding, Form, Version } from '../../contracts/index.ts';
import { decidingTerms } from '../../cases/deciding.ts';
import { optionsOf, questionsOf } from '../../forms/index.ts';
import type { Aim } from '../aim.ts';
import { listed, nameOf, spotsOf } from '../drawn.ts';
import { isSameForm } from '../same-form.ts';

/**
 * An open task goes on with the form it began with. That form may not answer what the new drawing asks at its
 * questions, nor record what the new clocks count from.
 */
export function keptFormsStillServe({ plan, from, to }: Aim): Finding[] {
  return plan.steps.flatMap(({ from: id, to: target, form }) => {
    const was = spotsOf(from.pathway).get(id)?.element;
    const is = spotsOf(to.pathway).get(target ?? '')?.element;
    if (was?.kind !== 'step' || is?.kind !== 'step' || form === 'new') return [];
    if (was.form === is.form && isSameForm(from, to, was.form ?? '')) return [];
    const [kept, next] = [from.forms[was.form ?? ''], to.forms[is.form ?? '']];
    if (!kept || !next) return [];
    return [...answers(from, to, kept, next, was), ...records(to, kept, next, was, from)];
  });
}

function answers(from: Version, to: Version, kept: Form, next: Form, was: Element): Finding[] {
  const deciding = decidingTerms(to.pathway);
  const choices = (version: Version, form: Form, term: string): string[] | undefined => {
    const asked = questionsOf(form).filter((question) => question.term === term);
    return asked.length === 0
      ? undefined
      : asked.flatMap((question) => optionsOf(question, version.dictionary).map(({ value }) => value));
  };
  const missing = questionsOf(next).filter(({ term }) => {
    if (!term || !deciding.has(term)) return false;
    const [own, wanted] = [choices(from, kept, term), choices(to, next, term) ?? []];
    return own === undefined || wanted.some((value) => !own.includes(value));
  });
  if (missing.length === 0) return [];
  const labels = listed(missing.map(({ label }) => `“${label}”`));
  return [
    finding(
      was,
      `${nameOf(from.pathway, was.id)} keeps the form it began with, which does not answer all that decides the way in the new drawing: ${labels}. Let open tasks take the new form.`,
    ),
  ];
}

function records(to: Version, kept: Form, next: Form, was: Element, from: Version): Finding[] {
  const own = new Set(kept.facts.map(({ fact }) => fact));
  const counted = new Set(to.timescales.flatMap((timescale) => [timescale.from, ...timescale.until]));
  const missing = [...new Set(next.facts.map(({ fact }) => fact))].filter(
    (fact) => !own.has(fact) && counted.has(fact),
  );
  if (missing.length === 0) return [];
  const names = listed(missing.map((id) => `“${to.facts.find((fact) => fact.id === id)?.name ?? id}”`));
  return [
    finding(
      was,
      `${nameOf(from.pathway, was.id)} keeps the form it began with, which does not record ${names}: clocks that count it would not start or stop. Let open tasks take the new form.`,
    ),
  ];
}

const finding = (element: Element, message: string): Finding => ({
  ...{ check: 'kept-forms-still-serve', level: 'warning', element: element.id, message },
});
