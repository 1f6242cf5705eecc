import type { Genogram, GenogramPerson, Line, NetworkView, PersonDrawn, Union } from '../contracts/index.ts';
import { arrange } from './arrange.ts';
import { relationsIn, type NamedChild, type Relation } from './relations.ts';

type Row = Record<string, unknown>;

/**
 * Draws the network: rows say who, people on file say name, sex, birth and death. The same input, the same drawing.
 * `children` are all of the family's, since words name any of them; `shown` those of them that are drawn, with whoever
 * is something to them or to nobody by name.
 */
export function genogramOf(
  rows: readonly Row[],
  people: readonly PersonDrawn[],
  children: readonly string[],
  view: NetworkView,
  shown: readonly string[] = children,
): Genogram {
  const relationsOf = relationsTo(children, people, view);
  const latest = new Map(rows.map((row) => [text(row[view.person]), row]));
  const related = [...latest].flatMap(([id, row]) => {
    const person = people.find((one) => one.id === id);
    if (!person || children.includes(id)) return [];
    const relation = text(row[view.relation]);
    const all = relationsOf(relation);
    const relations = all.filter((one) => shown.includes(one.child));
    return all.length > 0 && relations.length === 0 ? [] : [{ person, relation, row, relations }];
  });
  const unions = unionsOf(shown, related);
  const lines = linesOf(related, unions, shown);
  const drawn = [
    ...shown.map((id) =>
      childDrawn(people.find((one) => one.id === id) ?? { id, name: '' }, latest.get(id), view),
    ),
    ...related.map(({ person, relation, row, relations }) => {
      const home = homeOf(row, view);
      const sex = person.sex ?? relations[0]?.word.sex;
      return asDrawn({ ...person, ...(sex ? { sex } : {}) }, rankOf(relations), {
        relation,
        ...(home === undefined ? {} : { home }),
      });
    }),
  ];
  return { people: arrange(drawn, unions, lines), unions, ...lines };
}

interface Related {
  person: PersonDrawn;
  relation: string;
  row: Row;
  relations: Relation[];
}

/** What the words of a relationship say of each of the family's children. */
export function relationsTo(
  children: readonly string[],
  people: readonly PersonDrawn[],
  view: NetworkView,
): (relation: string) => Relation[] {
  const named = children.map((id) => namedChild(people.find((one) => one.id === id) ?? { id, name: '' }));
  return (relation) => relationsIn(relation, named, view);
}

function namedChild({ id, name, called, born, expected }: PersonDrawn): NamedChild {
  const first = name.split(' ')[0] ?? '';
  return { id, names: [...new Set([first, called ?? first])], unborn: !born && expected !== undefined };
}

function asDrawn(
  person: PersonDrawn,
  rank: GenogramPerson['rank'],
  more: { relation?: string; home?: boolean },
  child = false,
): GenogramPerson {
  const unborn = !person.born && person.expected !== undefined;
  return { ...person, child, unborn, rank, at: 0, relation: '', ...more };
}

/** The home is the children's: a child is drawn in it unless somebody wrote otherwise, or the child has died. */
function childDrawn(child: PersonDrawn, row: Row | undefined, view: NetworkView): GenogramPerson {
  const home = homeOf(row, view) ?? (child.died === undefined ? true : undefined);
  return asDrawn(child, 2, home === undefined ? {} : { home }, true);
}

function homeOf(row: Row | undefined, view: NetworkView): boolean | undefined {
  const said = row?.[view.household];
  return said === 'yes' ? true : said === 'no' ? false : undefined;
}

const ranks = { grandparent: 0, parent: 1, 'step-parent': 1, 'parents-sibling': 1, sibling: 2 } as const;

function rankOf(relations: Relation[]): GenogramPerson['rank'] {
  const [first] = relations;
  return first ? ranks[first.word.is] : 3;
}

/** Children with the same parents stand under one line. */
function unionsOf(children: readonly string[], related: Related[]): Union[] {
  const unions = new Map<string, Union>();
  for (const child of children) {
    const parents = related
      .filter(({ relations }) => relations.some((one) => one.child === child && one.word.is === 'parent'))
      .map(({ person }) => person.id);
    if (parents.length === 0) continue;
    const key = JSON.stringify(parents);
    const union = unions.get(key) ?? { parents, children: [] };
    unions.set(key, union);
    union.children.push(child);
  }
  return [...unions.values()];
}

/** A line only where one parent can be meant: the words say the side, or the children have one parent named. */
function linesOf(related: Related[], unions: Union[], children: readonly string[]) {
  const sexOf = ({ person, relations }: Related): string | undefined =>
    person.sex === 'M' || person.sex === 'F' ? person.sex : relations[0]?.word.sex;
  const parentFor = ({ relations }: Related): string | undefined => {
    const about = new Set(relations.map(({ child }) => child));
    const side = relations[0]?.word.side;
    const parents = related.filter((one) =>
      unions.some(
        (union) => union.parents.includes(one.person.id) && union.children.some((child) => about.has(child)),
      ),
    );
    const meant = side ? parents.filter((one) => sexOf(one) === side) : parents;
    return meant.length === 1 && children.length > 0 ? meant[0]?.person.id : undefined;
  };
  const from = (kind: string): Line[] =>
    related
      .filter(({ relations }) => relations[0]?.word.is === kind)
      .flatMap((one) => {
        const to = parentFor(one);
        return to === undefined ? [] : [{ from: one.person.id, to }];
      });
  return { partners: from('step-parent'), above: from('grandparent') };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
