import type { Answers, Case, Day, Form, Version } from '../contracts/index.ts';

/** What conditions may read of a child: answers by term, this form's first, then what is known; and open states. */
export function conditionContext(
  version: Version,
  kase: Case,
  child: string,
  given?: { form: Form; answers: Answers },
): Record<string, unknown> {
  const context = knownTerms(kase, child);
  if (given) Object.assign(context, answersByTerm(given.form, given.answers, child));
  return Object.assign(context, states(version, kase, child));
}

/** What a form's own FEEL reads of one child: the form's questions by id, and what surrounds them. */
export function formContext(
  version: Version,
  kase: Case,
  child: string,
  answers: Answers,
  today: Day,
): Record<string, unknown> {
  const own = { ...answers.answers, ...answers.perChild[child] };
  return { ...surroundings(version, kase, child, today), ...own };
}

/** `known.<term>`, `facts.<factInCamelCase>`, `due.<timescaleInCamelCase>` while its clock runs, `child.born`, `child.expected`, `today` and the open states. */
export function surroundings(
  version: Version,
  kase: Case,
  child: string,
  today: Day,
): Record<string, unknown> {
  const known = knownTerms(kase, child);
  const { born = null, expected = null } = kase.children.find((one) => one.id === child) ?? {};
  const last = lastOf(kase, child);
  return {
    ...statesOf(version, kase, child, last),
    known,
    facts: asFacts(last),
    due: asDue(kase, child),
    child: { born, expected },
    today,
  };
}

export function states(version: Version, kase: Case, child: string): Record<string, boolean> {
  return statesOf(version, kase, child, lastOf(kase, child));
}

function statesOf(version: Version, kase: Case, child: string, last: Last): Record<string, boolean> {
  const one = kase.children.find((c) => c.id === child);
  const context: Record<string, boolean> = {
    unborn: Boolean(one && !one.born && one.expected),
    episodeOpen: one?.episodes.some((episode) => !episode.closed) ?? false,
  };
  for (const { id, open } of version.facts) {
    if (!open) continue;
    const opened = last.get(id)?.at ?? -1;
    context[open.as] = opened >= 0 && open.until.every((fact) => (last.get(fact)?.at ?? -1) < opened);
  }
  return context;
}

/** By fact, the last time it happened for the child: the day or moment, and its place among all happenings. */
type Last = Map<string, { at: number; on: string }>;

function lastOf(kase: Case, child: string): Last {
  const last: Last = new Map();
  kase.happenings.forEach(({ child: whose, replacedBy, fact, on }, at) => {
    if (whose === child && !replacedBy) last.set(fact, { at, on });
  });
  return last;
}

/** The family's answers by term, and the child's own over them. */
function knownTerms(kase: Case, child: string): Record<string, unknown> {
  const terms: Record<string, unknown> = {};
  for (const known of [kase.known[''], kase.known[child]]) {
    for (const [term, { value }] of Object.entries(known ?? {})) if (value !== undefined) terms[term] = value;
  }
  return terms;
}

function asFacts(last: Last): Record<string, string> {
  return Object.fromEntries([...last].map(([fact, { on }]) => [camelCase(fact), on]));
}

/** By timescale, the earliest day or moment on which a running clock of the child is due. */
function asDue(kase: Case, child: string): Record<string, string> {
  const running = kase.clocks.filter((clock) => clock.child === child && !clock.stopped);
  const latestFirst = running.toSorted((a, b) => (a.due < b.due ? 1 : -1));
  return Object.fromEntries(latestFirst.map(({ timescale, due }) => [camelCase(timescale), due]));
}

const camelCase = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function answersByTerm(form: Form, answers: Answers, child: string): Record<string, unknown> {
  const byTerm: Record<string, unknown> = {};
  for (const section of form.layout) {
    for (const question of section.questions) {
      const value = answers.perChild[child]?.[question.id] ?? answers.answers[question.id];
      if (question.term && value !== undefined) byTerm[question.term] = value;
    }
  }
  return byTerm;
}
