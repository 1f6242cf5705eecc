import { optionsOf, questionsOf } from '#engine';
import type { Block, Column, Form, FormQuestion, OutputPerson, OutputSource, Version } from '#engine';
import { related } from './network.ts';
import sizes from './sizes.json' with { type: 'json' };

export type SizeName = keyof typeof sizes;

/** How large an invented family is, and how much is written of it. */
interface Size {
  children: number;
  adults: number;
  letters: { short: number; long: number; cell: number };
  /** every choice is ticked and the longest taken */
  all: boolean;
  rows: Record<string, number>;
  otherRows: number;
  pictures: number;
}

const on = '2026-03-04';
const names = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gia', 'Hal', 'Ivy', 'Jon', 'Kit', 'Lena'];
const adultNames = ['Maria', 'Omar', 'Pat', 'Rosa', 'Sean', 'Tess'];
const sentence =
  'He came home from school and told his grandmother what had happened, and she stayed with him until his mother was back. ';

/** A record of a form about a family that nobody is, with an answer to every question: the same each time it is made. */
export function exampleSource(version: Version, form: Form, name: SizeName): OutputSource {
  const links = questionsOf(form).flatMap(({ id, policy, links: forms = [] }) => {
    const linked = policy === 'linked' ? forms.flatMap((one) => version.forms[one] ?? []) : [];
    return linked.slice(0, 1).map((one) => [id, sourceOf(version, one, name)] as const);
  });
  return { ...sourceOf(version, form, name), linked: Object.fromEntries(links) };
}

function sourceOf(version: Version, form: Form, name: SizeName): OutputSource {
  const size: Size = sizes[name];
  const children = peopleOf(size.children, names, 'Example', 'child');
  const people = peopleOf(size.adults, adultNames, 'Example', 'adult');
  const writing: Writing = { version, size, children, people };
  const questions = questionsOf(form);
  const answered = questions.filter(({ type }) => type !== 'guidance' && type !== 'echo');
  const of = (per: FormQuestion['per'][]) => answered.filter((question) => per.includes(question.per));
  const own = Object.fromEntries(of(['child']).map((one) => [one.id, valueOf(writing, one)]));
  const shown = questions.filter(({ compute, policy }) => compute !== undefined || policy === 'computed');
  return {
    ...{ form, blocks: version.blocks, codeLists: version.dictionary.codeLists },
    answers: {
      answers: Object.fromEntries(of(['family', 'shared']).map((one) => [one.id, valueOf(writing, one)])),
      perChild: Object.fromEntries(children.map(({ id }) => [id, own])),
    },
    computed: Object.fromEntries(
      shown.flatMap(({ id, per }) =>
        per === 'child'
          ? children.map((child, at) => [`${id}@${child.id}`, text(size.letters.short - at)])
          : [[id, text(size.letters.short)]],
      ),
    ),
    living: Object.fromEntries(version.blocks.map((block) => [block.id, rowsOf(writing, block)])),
    ...(version.practice?.network ? { network: version.practice.network } : {}),
    ...{ family: 'Example', authority: 'Council', children, people: [...children, ...people] },
    roles: Object.fromEntries(version.roles.map((role) => [role.id, role.name])),
    pictures: Object.fromEntries(
      Array.from({ length: size.pictures }, (_, at) => [pictureId(at), { name: 'x.png', type: 'image/png' }]),
    ),
    ...{ sensitive: [], by: { name: 'Kay Example' }, on },
  };
}

interface Writing {
  version: Version;
  size: Size;
  children: OutputPerson[];
  people: OutputPerson[];
}

export const pictureId = (at: number): string => `example-picture-${String(at)}`;

function peopleOf(count: number, from: string[], family: string, kind: string): OutputPerson[] {
  return Array.from({ length: count }, (_, at) => {
    const called = from[at % from.length] ?? '';
    const born = `20${String(9 + (at % 12)).padStart(2, '0')}-05-1${String(at % 10)}`;
    return {
      ...{ id: `${kind}-${String(at)}`, name: `${called} ${family}`, called },
      ...(kind === 'child' ? { born, sex: at % 2 === 0 ? 'F' : 'M' } : {}),
    };
  });
}

function text(letters: number): string {
  const long = sentence.repeat(Math.ceil(letters / sentence.length));
  return `${long.slice(0, letters - 1).trim()}.`;
}

function valueOf(writing: Writing, question: FormQuestion): unknown {
  const { version, size } = writing;
  if (question.type === 'table') {
    const block = version.blocks.find(({ id }) => id === question.block);
    if (block) return rowsOf(writing, block);
    return rows(writing, question.columns ?? [], size.otherRows);
  }
  if (question.type === 'long-text') return text(size.letters.long);
  return cellOf(writing, question, 0);
}

function rowsOf(writing: Writing, block: Block): Record<string, unknown>[] {
  const made = rows(writing, block.columns, writing.size.rows[block.id] ?? writing.size.otherRows);
  const view = writing.version.practice?.network;
  return view?.block === block.id ? related(made, view, writing.children) : made;
}

function rows(writing: Writing, columns: Column[], count: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `row-${String(at)}`,
    ...Object.fromEntries(columns.map((column) => [column.id, cellOf(writing, column, at)])),
  }));
}

function cellOf(
  { version, size, children, people }: Writing,
  asked: FormQuestion | Column,
  at: number,
): unknown {
  switch (asked.type) {
    case 'yes-no':
    case 'radios':
    case 'checkboxes': {
      const options = optionsOf(asked, version.dictionary);
      const longest = options.toSorted((one, other) => other.label.length - one.label.length);
      const first = size.all
        ? longest[at % Math.max(1, longest.length)]
        : options[at % Math.max(1, options.length)];
      if (asked.type !== 'checkboxes') return first?.value;
      return (size.all ? options : options.slice(0, 2)).map(({ value }) => value);
    }
    case 'long-text':
      return text(size.letters.cell);
    case 'date':
      return on;
    case 'number':
      return at % 5;
    case 'scale':
      return (at * 3) % 11;
    case 'person':
      return people[at % people.length]?.id;
    case 'children':
      return [children[at % children.length]?.id];
    case 'address':
      return { line1: '14 Example Row', town: 'Exampleton', postcode: 'ZZ99 3AB' };
    case 'file':
      return [pictureId(at % size.pictures)];
    default:
      return text(size.letters.short);
  }
}
