import type { Answers, Case, Day, Fact, Form, Version } from '../contracts/index.ts';

/** What conditions may read of a child: answers by term, this form's first, then what is known; and open states. */
export function conditionContext(
  version: Version,
  kase: Case,
  child: string,
  given?: { form: Form; answers: Answers },
): Record<string, unknown> {
  const context: Record<string, unknown> = { ...knownTerms(kase, ''), ...knownTerms(kase, child) };
  if (given) Object.assign(context, answersByTerm(given.form, given.answers, child));
  return { ...context, ...states(version, kase, child) };
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

/** `known.<term>`, `facts.<factInCamelCase>`, `child.born`, `child.expected`, `today` and the open states. */
export function surroundings(
  version: Version,
  kase: Case,
  child: string,
  today: Day,
): Record<string, unknown> {
  const known = { ...knownTerms(kase, ''), ...knownTerms(kase, child) };
  const { born = null, expected = null } = kase.children.find((one) => one.id === child) ?? {};
  const facts = lastHappenings(kase, child);
  return { ...states(version, kase, child), known, facts, child: { born, expected }, today };
}

export function states(version: Version, kase: Case, child: string): Record<string, boolean> {
  const one = kase.children.find((c) => c.id === child);
  const context: Record<string, boolean> = { unborn: Boolean(one && !one.born && one.expected) };
  for (const fact of version.facts) {
    if (fact.open) context[fact.open.as] = isOpen(kase, child, fact, fact.open.until);
  }
  return context;
}

function isOpen(kase: Case, child: string, fact: Fact, until: string[]): boolean {
  let open = false;
  for (const happening of kase.happenings) {
    if (happening.child !== child || happening.replacedBy) continue;
    if (happening.fact === fact.id) open = true;
    else if (until.includes(happening.fact)) open = false;
  }
  return open;
}

function knownTerms(kase: Case, child: string): Record<string, unknown> {
  const entries = Object.entries(kase.known[child] ?? {});
  return Object.fromEntries(
    entries.filter(([, k]) => k.value !== undefined).map(([term, k]) => [term, k.value]),
  );
}

/** The latest day or moment each fact happened for the child. */
function lastHappenings(kase: Case, child: string): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const happening of kase.happenings) {
    if (happening.child !== child || happening.replacedBy) continue;
    facts[happening.fact.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] = happening.on;
  }
  return facts;
}

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
