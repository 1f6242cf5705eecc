import { checkPathway, checks } from '#engine';
import type { Check, Drawing, Statutory } from '#engine';
import type { Authorised } from './publication.ts';

/** Something the law asks for that a draft does not have. */
export interface Missing {
  finding: string;
  name: string;
  source: string;
  message: string;
  authorised?: { by: string; because: string };
}

type Part = keyof Statutory;

const idOf: { [P in Part]: (entry: Statutory[P][number]) => string } = {
  steps: ({ fact }) => `statutory-steps:${fact}`,
  timescales: ({ name }) => `statutory-timescales:${name}`,
  questions: ({ term }) => `statutory-questions:${term}`,
};
const none: Statutory = { steps: [], timescales: [], questions: [] };

/** What the law asks for and the drawing leaves out, entry by entry, with who answers for it where somebody does. */
export function missingByLaw(drawing: Drawing, statutory: Statutory, authorised: Authorised[]): Missing[] {
  return [
    ...statutory.steps.flatMap((one) => missing(drawing, 'steps', one, authorised)),
    ...statutory.timescales.flatMap((one) => missing(drawing, 'timescales', one, authorised)),
    ...statutory.questions.flatMap((one) => missing(drawing, 'questions', one, authorised)),
  ];
}

function missing<P extends Part>(
  drawing: Drawing,
  part: P,
  entry: Statutory[P][number],
  authorised: Authorised[],
): Missing[] {
  const name = `statutory-${part}`;
  const rule: Record<string, Check> = { [name]: checks[name] ?? (() => []) };
  const found = checkPathway({ ...drawing, statutory: { ...none, [part]: [entry] } }, rule);
  if (found.every(({ level }) => level !== 'error')) return [];
  const finding = idOf[part](entry);
  const answers = answersFor(authorised, finding);
  return [
    {
      ...{ finding, name: entry.name, source: entry.source },
      message: found.map(({ message }) => message).join(' '),
      ...(answers ? { authorised: { by: answers.by, because: answers.because } } : {}),
    },
  ];
}

/** Only a name with a reason counts. */
function answersFor(authorised: Authorised[], finding: string): Authorised | undefined {
  return authorised.findLast(
    (one) => one.finding === finding && one.by.trim() !== '' && one.because.trim() !== '',
  );
}

/** The law as a draft is checked against it, when somebody answers for what it leaves out. */
export function withSetAside(statutory: Statutory, authorised: Authorised[], on: string): Statutory {
  const part = <P extends Part>(name: P): Statutory[P] =>
    statutory[name].map((entry) => {
      const answers = answersFor(authorised, (idOf[name] as (one: typeof entry) => string)(entry));
      return answers ? { ...entry, setAside: { by: answers.by, on, reason: answers.because } } : entry;
    }) as Statutory[P];
  return { steps: part('steps'), timescales: part('timescales'), questions: part('questions') };
}
