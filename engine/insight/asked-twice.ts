import type { Element, Version } from '../contracts/index.ts';
import { orderedSteps, processesInOrder } from '../pathway/index.ts';
import type { AskedTwice, Ways } from './shapes.ts';
import { answeredOf, timesAsked } from './walks/index.ts';
import type { Walk } from './walks/index.ts';

/**
 * Terms that one child's way can meet more than once: asked by two steps of which one can follow the other, or again
 * on one of the ways that are counted. Those asked most often on the usual way come first.
 */
export function askedTwice(version: Version, ways: Ways<Walk>): AskedTwice[] {
  const places = placesByTerm(version);
  const follows = new Map<string, Set<string>>();
  for (const { earlier, later } of orderedSteps(version.pathway)) {
    const laters = follows.get(earlier.id) ?? new Set<string>();
    follows.set(earlier.id, laters.add(later.id));
  }
  const times = {
    shortest: timesAsked(version, ways.shortest),
    usual: timesAsked(version, ways.usual),
    longest: timesAsked(version, ways.longest),
  };
  const names = new Map(version.dictionary.terms.map(({ id, name }) => [id, name]));
  return [...places]
    .map(([term, asked]) => ({
      ...{ term, name: names.get(term) ?? term, asked },
      timesOnUsual: times.usual.get(term) ?? 0,
      timesOnShortest: times.shortest.get(term) ?? 0,
      timesOnLongest: times.longest.get(term) ?? 0,
    }))
    .filter(
      ({ asked, timesOnUsual, timesOnLongest }) =>
        asked.length > 1 && (timesOnUsual > 1 || timesOnLongest > 1 || oneAfterAnother(asked, follows)),
    )
    .toSorted(
      (a, b) =>
        b.timesOnUsual - a.timesOnUsual ||
        b.timesOnLongest - a.timesOnLongest ||
        b.asked.length - a.asked.length ||
        (a.name < b.name ? -1 : 1),
    );
}

function oneAfterAnother(asked: { step: string }[], follows: Map<string, Set<string>>): boolean {
  return asked.some(({ step }) =>
    asked.some((other) => other.step !== step && follows.get(step)?.has(other.step)),
  );
}

/** Where each term is asked, along the pathway. */
function placesByTerm(version: Version): Map<string, AskedTwice['asked']> {
  const places = new Map<string, AskedTwice['asked']>();
  for (const step of stepsInOrder(version)) {
    const form = version.forms[step.form ?? ''];
    if (!form) continue;
    for (const { id, label, policy, term } of answeredOf(form)) {
      if (term === undefined) continue;
      const place = { step: step.id, stepName: step.name, form: form.id, formTitle: form.title };
      places.set(term, [...(places.get(term) ?? []), { ...place, question: id, label, policy }]);
    }
  }
  return places;
}

/** Steps as they stand along the pathway, each once. */
function stepsInOrder({ pathway }: Version): Element[] {
  return processesInOrder(pathway).flatMap(({ elements }) => elements.filter(({ kind }) => kind === 'step'));
}
