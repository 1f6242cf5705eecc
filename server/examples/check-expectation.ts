import { currentStages, elementAt, lateness, onlyWaits } from '#engine';
import type { Case, Happening, Version } from '#engine';
import type { Expectation } from './example.ts';
import type { Standing } from './standing.ts';
import { checkShown } from './shown.ts';

/** Compares where an example stands with what a step expects; every difference is one sentence. */
export function checkExpectation(version: Version, expect: Expectation, standing: Standing): string[] {
  const { kase, outcome } = standing;
  const failures = checkOutcome(expect, standing);
  if (!kase) return [...failures, 'no family is open'];
  const ids = kase.children.map((child) => child.id);
  const each = <T>(
    part: Record<string, T> | undefined,
    check: (child: string, wanted: T) => string[],
  ): string[] =>
    Object.entries(part ?? {}).flatMap(([child, wanted]) =>
      (child === '*' ? ids : [child]).flatMap((id) => check(id, wanted).map((say) => `${id}: ${say}`)),
    );
  return [
    ...failures,
    ...each(expect.open, (child, wanted) => sameSet('open steps', openSteps(kase, child), wanted)),
    ...each(expect.opens, (child, wanted) => among(kase, child, wanted, true)),
    ...each(expect.notOpen, (child, wanted) => among(kase, child, wanted, false)),
    ...each(expect.stage, (child, wanted) =>
      same('stage', currentStages(version, kase, child)[0] ?? null, wanted),
    ),
    ...each(expect.due, (child, wanted) => checkDue(kase, child, wanted)),
    ...each(expect.clocks, (child, wanted) => checkClocks(kase, child, wanted)),
    ...each(expect.running, (child, wanted) => sameSet('running clocks', runningClocks(kase, child), wanted)),
    ...each(expect.facts, (child, wanted) => checkFacts(kase, child, wanted)),
    ...each(expect.late, (child, wanted) =>
      sameSet('late', lateClocks(version, kase, child, standing.now), wanted),
    ),
    ...each(expect.child, (child, wanted) => checkChild(kase, child, wanted)),
    ...Object.entries(expect.known ?? {}).flatMap(([owner, terms]) => checkKnown(kase, owner, terms)),
    ...Object.entries(expect.records ?? {}).flatMap(([form, wanted]) =>
      same(`records of ${form}`, standing.records.filter((one) => one.form === form).length, wanted),
    ),
    ...(expect.shows ?? []).flatMap((shows) => checkShown(version, kase, standing, shows)),
    ...checkNames(version, expect),
    ...(outcome.kind === 'done' ? checkHistory(expect, standing) : []),
  ];
}

function checkOutcome(expect: Expectation, { outcome }: Standing): string[] {
  const failures: string[] = [];
  if (outcome.kind === 'refused' && expect.refused !== outcome.reason) {
    const findings = outcome.findings.map(
      (one) => `${one.question ?? ''} ${one.child ?? ''}: ${one.message}`,
    );
    failures.push(`refused (${outcome.reason}): ${outcome.message} ${findings.join('; ')}`);
  }
  if (outcome.kind === 'done' && expect.refused) failures.push(`was not refused (${expect.refused})`);
  const findings = outcome.kind === 'refused' ? outcome.findings : outcome.warnings;
  for (const wanted of expect.findings ?? []) {
    const found = findings.some(
      (one) =>
        one.question === wanted.question &&
        (!wanted.child || one.child === wanted.child) &&
        (!wanted.level || one.level === wanted.level) &&
        (!wanted.says || one.message.includes(wanted.says)),
    );
    if (!found) failures.push(`no finding beside ${wanted.question}; there are ${JSON.stringify(findings)}`);
  }
  return failures;
}

function openSteps(kase: Case, child: string): string[] {
  return kase.tasks.filter((task) => task.children.includes(child)).map((task) => task.step);
}

function among(kase: Case, child: string, steps: string[], wanted: boolean): string[] {
  const open = openSteps(kase, child);
  const wrong = steps.filter((step) => open.includes(step) !== wanted);
  return wrong.map((step) => `${step} is ${wanted ? 'not ' : ''}open; open are ${open.join(', ') || 'none'}`);
}

function checkDue(kase: Case, child: string, wanted: Record<string, string>): string[] {
  return Object.entries(wanted).flatMap(([step, due]) => {
    const task = kase.tasks.find((one) => one.step === step && one.children.includes(child));
    return same(`${step} due`, task?.due.find((one) => one.child === child)?.on ?? null, due);
  });
}

function checkClocks(kase: Case, child: string, wanted: Record<string, string | null>): string[] {
  return Object.entries(wanted).flatMap(([timescale, due]) => {
    const clock = kase.clocks.findLast((one) => one.child === child && one.timescale === timescale);
    return same(`clock ${timescale}`, clock?.due ?? null, due);
  });
}

function runningClocks(kase: Case, child: string): string[] {
  return kase.clocks.filter((one) => one.child === child && !one.stopped).map((one) => one.timescale);
}

function checkFacts(
  kase: Case,
  child: string,
  wanted: Record<string, string | null | { on: string; value: string }>,
): string[] {
  return Object.entries(wanted).flatMap(([fact, want]) => {
    const last: Happening | undefined = kase.happenings.findLast(
      (one) => one.child === child && one.fact === fact && !one.replacedBy,
    );
    if (want === null) return same(fact, last?.on ?? null, null);
    if (typeof want === 'string') return same(fact, last?.on.slice(0, want.length) ?? null, want);
    return same(fact, last ? { on: last.on.slice(0, want.on.length), value: last.value } : null, want);
  });
}

function lateClocks(version: Version, kase: Case, child: string, now: string): string[] {
  const late = kase.clocks.filter((clock) => {
    const timescale = version.timescales.find((one) => one.id === clock.timescale);
    if (clock.child !== child || !timescale || onlyWaits(version.pathway, clock.timescale)) return false;
    return lateness(clock, timescale, now, version.calendar).late;
  });
  return [...new Set(late.map((one) => one.timescale))];
}

function checkKnown(kase: Case, owner: string, terms: Record<string, unknown>): string[] {
  return Object.entries(terms).flatMap(([term, wanted]) =>
    same(`${owner || 'family'}: ${term}`, kase.known[owner]?.[term]?.value ?? null, wanted),
  );
}

function checkChild(kase: Case, id: string, wanted: { born?: string; unborn?: boolean }): string[] {
  const child = kase.children.find((one) => one.id === id);
  const unborn = !child?.born && child?.expected !== undefined;
  return [
    ...(wanted.born === undefined ? [] : same('born', child?.born ?? null, wanted.born)),
    ...(wanted.unborn === undefined ? [] : same('unborn', unborn, wanted.unborn)),
  ];
}

function checkHistory(expect: Expectation, { outcome }: Standing): string[] {
  const entries = outcome.kind === 'done' ? outcome.history : [];
  return (expect.history ?? []).flatMap((wanted) => {
    const found = entries.some(
      (entry) =>
        entry.kind === wanted.kind &&
        (!wanted.child || entry.children.includes(wanted.child)) &&
        Object.entries(wanted.about ?? {}).every(([key, value]) => entry.about[key] === value),
    );
    return found ? [] : [`the history has no ${wanted.kind} ${JSON.stringify(wanted.about ?? {})}`];
  });
}

/** A name misspelt where something must not be there would hold for ever: every name must be one the version has. */
function checkNames(version: Version, expect: Expectation): string[] {
  const listed = (...parts: (Record<string, string[]> | undefined)[]): string[] =>
    parts.flatMap((part) => Object.values(part ?? {}).flat());
  const keyed = (part: Record<string, Record<string, unknown>> | undefined): string[] =>
    Object.values(part ?? {}).flatMap((one) => Object.keys(one));
  const steps = [...listed(expect.open, expect.opens, expect.notOpen), ...keyed(expect.due)];
  const timescales = [...listed(expect.late, expect.running), ...keyed(expect.clocks)];
  const forms = Object.keys(expect.records ?? {}).filter((id) => !version.forms[id]);
  const terms = keyed(expect.known).filter((id) => !version.dictionary.terms.some((one) => one.id === id));
  const known = (list: { id: string }[], id: string): boolean => list.some((one) => one.id === id);
  return [
    ...terms.map((id) => `there is no term ${id}`),
    ...forms.map((id) => `there is no form ${id}`),
    ...steps.filter((id) => !elementAt(version.pathway, id)).map((id) => `the drawing has no step ${id}`),
    ...timescales.filter((id) => !known(version.timescales, id)).map((id) => `there is no timescale ${id}`),
    ...keyed(expect.facts)
      .filter((id) => !known(version.facts, id))
      .map((id) => `there is no fact ${id}`),
  ];
}

function same(what: string, got: unknown, wanted: unknown): string[] {
  const [a, b] = [JSON.stringify(got), JSON.stringify(wanted)];
  return a === b ? [] : [`${what} is ${a}, expected ${b}`];
}

function sameSet(what: string, got: string[], wanted: string[]): string[] {
  return same(what, [...got].sort(), [...wanted].sort());
}
