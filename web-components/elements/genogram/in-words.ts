import type { Genogram, GenogramPerson } from '#engine/browser';
import { sayList } from '../../words/lists.ts';
import { practice as words } from '../../words-office/practice.ts';

/** Each person of the drawing in words, the children first: what they are, where they live, and which lines they have. */
export function genogramInWords(family: Genogram): { id: string; name: string; says: string }[] {
  const nameOf = (id: string): string => {
    const person = family.people.find((one) => one.id === id);
    return person?.called ?? person?.name ?? '';
  };
  return family.people.map((person) => ({
    id: person.id,
    name: person.name,
    says: [...about(person), ...lines(family, person, nameOf)].join('; '),
  }));
}

/** The whole drawing in a sentence or two, for whoever does not see it. */
export function genogramSays(family: Genogram): string {
  return genogramInWords(family)
    .map(({ name, says }) => `${name}: ${says}.`)
    .join(' ');
}

function about({ child, relation, sex, born, expected, died, unborn, home }: GenogramPerson): string[] {
  return [
    ...(child ? [words.child] : relation ? [relation] : []),
    ...(unborn ? [] : [words.sex[sex ?? 'U']]),
    ...(born ? [words.born(born)] : expected ? [words.dueOn(expected)] : []),
    ...(died ? [words.died(died)] : []),
    // that a child lives in the children's home goes without saying, and is nothing that somebody wrote
    ...(home === false ? [words.away] : home === true && !child ? [words.home] : []),
  ];
}

function lines(family: Genogram, { id, child }: GenogramPerson, nameOf: (id: string) => string): string[] {
  const children = family.unions
    .filter(({ parents }) => parents.includes(id))
    .flatMap((union) => union.children.map(nameOf));
  const partners = family.partners.filter(({ from }) => from === id).map(({ to }) => nameOf(to));
  const above = family.above.filter(({ from }) => from === id).map(({ to }) => nameOf(to));
  const said = [
    ...(children.length > 0 ? [words.parentOf(sayList(children))] : []),
    ...partners.map(words.partnerOf),
    ...above.map(words.aboveOf),
  ];
  return said.length > 0 || child ? said : [words.noLine];
}
