import { questionsOf, type Beside, type Form, type FormQuestion, type Statutory } from '#engine/browser';

/** Why a question is needed: what the law or a return asks for, and where else on this draft it is asked. */
export interface Needed {
  name: string;
  source: string;
  /** the check that finds it missing, and what it names: how a person answers for taking it out */
  finding: string;
  /** titles of other forms that ask for the same */
  elsewhere: string[];
  /** removing the question does not lose it: the fact is still recorded, without this answer */
  stays: boolean;
}

/** Everything that needs this question: a term that must be asked, a fact that must be recorded. */
export function neededBy(
  { forms }: Pick<Beside, 'forms'>,
  form: Form,
  question: FormQuestion,
  statutory: Statutory | undefined,
): Needed[] {
  if (
    !statutory ||
    question.policy === 'computed' ||
    question.policy === 'linked' ||
    question.type === 'echo'
  )
    return [];
  const others = Object.values(forms).filter(({ id }) => id !== form.id);
  const asked = statutory.questions
    .filter(({ term }) => term === question.term)
    .map(({ name, source, term }) => ({
      ...{ name, source, finding: `statutory-questions:${term}`, stays: false },
      elsewhere: others.filter((other) => asks(other, term)).map(({ title }) => title),
    }));
  const facts = form.facts.filter(({ on, value }) => on === question.id || value === question.id);
  const recorded = statutory.steps
    .filter(({ fact }) => facts.some((one) => one.fact === fact))
    .map(({ name, source, fact }) => ({
      ...{ name, source, finding: `statutory-steps:${fact}`, stays: true },
      elsewhere: others
        .filter((other) => other.facts.some((one) => one.fact === fact))
        .map(({ title }) => title),
    }));
  return [...asked, ...recorded];
}

const asks = (form: Form, term: string): boolean =>
  questionsOf(form).some(
    (question) => question.term === term && question.policy !== 'computed' && question.policy !== 'linked',
  );
