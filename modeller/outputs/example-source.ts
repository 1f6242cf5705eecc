import {
  isAnswered,
  optionsOf,
  questionsOf,
  type Answers,
  type Beside,
  type Column,
  type Form,
  type FormQuestion,
  type OutputPerson,
  type OutputSource,
} from '#engine/browser';
import { words } from './words.ts';

type Parts = Pick<Beside, 'dictionary' | 'blocks' | 'forms' | 'practice' | 'roles'>;
export type Group = 'one' | 'three' | 'unborn';

const names: Record<Group, OutputPerson[]> = {
  one: [child('ella', 'Ella', '2020-02-11')],
  three: [
    child('ella', 'Ella', '2020-02-11'),
    child('tom', 'Tom', '2023-06-03'),
    child('mia', 'Mia', '2013-01-28'),
  ],
  unborn: [{ id: 'baby', name: 'Baby Ashdown', called: 'Baby', expected: '2026-12-20' }],
};

const carla: OutputPerson = { id: 'carla', name: 'Carla Ashdown', called: 'Carla' };
const day = '2026-09-14';

function child(id: string, called: string, born: string): OutputPerson {
  return { id, name: `${called} Ashdown`, called, born };
}

/** An invented record of a form, with every question answered: what its papers are tried on. */
export function exampleSource(form: Form, parts: Parts, group: Group): OutputSource {
  const links = questionsOf(form).flatMap(({ id, policy, links: forms = [] }) => {
    const linked = policy === 'linked' ? forms.flatMap((one) => parts.forms[one] ?? []) : [];
    return linked.slice(0, 1).map((one) => [id, sourceOf(one, parts, group)] as const);
  });
  return { ...sourceOf(form, parts, group), linked: Object.fromEntries(links) };
}

function sourceOf(form: Form, parts: Parts, group: Group): OutputSource {
  const children = names[group];
  const { codeLists } = parts.dictionary;
  const answers: Answers = { answers: {}, perChild: {} };
  const computed: Record<string, string> = {};
  for (const question of questionsOf(form)) {
    if (question.type === 'guidance') continue;
    if (!isAnswered(question)) {
      computed[question.id] = words.workedOut;
      continue;
    }
    const value = valueOf(question, parts, children);
    if (question.per !== 'child') answers.answers[question.id] = value;
    else for (const { id } of children) (answers.perChild[id] ??= {})[question.id] = value;
  }
  const rows = parts.blocks.map(
    ({ id, columns }) => [id, around(id, rowsOf(columns, parts, children), parts)] as const,
  );
  return {
    ...(parts.practice?.network ? { network: parts.practice.network } : {}),
    ...{ form, blocks: parts.blocks, codeLists, answers, computed, living: Object.fromEntries(rows) },
    ...{ family: words.exampleFamily, authority: words.exampleAuthority, children },
    people: [carla],
    roles: Object.fromEntries(parts.roles.map(({ id, name }) => [id, name])),
    ...{ pictures: {}, sensitive: [], by: { name: words.exampleWriter }, on: day },
  };
}

/** Of the people around the children, somebody is a parent: else there is nothing to draw. */
function around(block: string, rows: Record<string, unknown>[], { practice }: Parts) {
  const view = practice?.network;
  const parent = view?.relations.find(({ is }) => is === 'parent')?.says;
  return view?.block === block ? rows.map((row) => ({ ...row, [view.relation]: parent })) : rows;
}

function valueOf(question: FormQuestion, parts: Parts, children: OutputPerson[]): unknown {
  if (question.type === 'table') {
    const block = parts.blocks.find(({ id }) => id === question.block);
    const all = question.columns ?? block?.columns ?? [];
    return around(block?.id ?? '', rowsOf(all, parts, children), parts);
  }
  if (question.type === 'address') return { line1: '1 Example Road', postcode: 'ZZ99 3WZ' };
  return cell(question, parts, children);
}

function rowsOf(
  columns: readonly Column[],
  parts: Parts,
  children: OutputPerson[],
): Record<string, unknown>[] {
  return [
    {
      id: 'example',
      ...Object.fromEntries(columns.map((column) => [column.id, cell(column, parts, children)])),
    },
  ];
}

function cell(asked: FormQuestion | Column, { dictionary }: Parts, children: OutputPerson[]): unknown {
  const first = optionsOf(asked, dictionary)[0]?.value;
  switch (asked.type) {
    case 'long-text':
      return words.exampleLong;
    case 'short-text':
      return words.exampleShort;
    case 'yes-no':
      return first ?? true;
    case 'radios':
      return first ?? '';
    case 'checkboxes':
      return first === undefined ? [] : [first];
    case 'date':
      return day;
    case 'number':
      return 1;
    case 'scale':
      return 6;
    case 'person':
      return carla.id;
    case 'children':
      return children.map(({ id }) => id);
    default:
      return undefined;
  }
}
