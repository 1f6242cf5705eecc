import { questionsOf } from '#engine';
import type { Answers, Block, Column, Finding, Form, FormQuestion } from '#engine';
import type { Host } from '../host.ts';
import type { FamilyRow } from '../store/port.ts';
import { peopleWithheld, readAs, textsIn } from '../withholding/index.ts';

/** Something an answer points to: a person, or a file, by id. */
export interface Reference {
  kind: 'person' | 'child' | 'file';
  id: string;
  question: FormQuestion;
  /** whose own answer it stands in */
  child?: string;
}

/** Everything the answers of a form point to, in the order of its questions; rows of tables included. */
export function referencesIn(form: Form, blocks: Block[], answers: Answers): Reference[] {
  return questionsOf(form).flatMap((question) => [
    ...inAnswer(question, blocks, answers.answers[question.id]),
    ...Object.entries(answers.perChild).flatMap(([child, own]) =>
      inAnswer(question, blocks, own[question.id]).map((one) => ({ ...one, child })),
    ),
  ]);
}

/** Ids of the files that rows of a shared block show. */
export function filesInRows(columns: Column[], rows: Record<string, unknown>[]): string[] {
  return columns
    .filter((column) => column.type === 'file')
    .flatMap((column) => rows.flatMap((row) => idsIn(row[column.id])));
}

function inAnswer(question: FormQuestion, blocks: Block[], value: unknown): Reference[] {
  if (question.type === 'person' || question.type === 'file') {
    return idsIn(value).map((id) => ({ kind: question.type as 'person' | 'file', id, question }));
  }
  if (question.type !== 'table' || !Array.isArray(value)) return [];
  const columns = question.columns ?? blocks.find((block) => block.id === question.block)?.columns ?? [];
  return (value as unknown[]).flatMap((row) =>
    columns.flatMap((column) => {
      const kind = kindOf(column.type);
      const cell = typeof row === 'object' && row !== null ? (row as Record<string, unknown>)[column.id] : '';
      return kind ? idsIn(cell).map((id) => ({ kind, id, question })) : [];
    }),
  );
}

function kindOf(type: Column['type']): Reference['kind'] | undefined {
  if (type === 'person' || type === 'file') return type;
  return type === 'children' ? 'child' : undefined;
}

/** One id, several, or none: a way out is no id. */
function idsIn(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one): one is string => typeof one === 'string' && one !== '');
}

/**
 * What answers point to and must not: a person who is not of the family, a child who is not in it, a file that is
 * not there or not the sender's to give. Each is said beside its question, in plain words. Whoever is withheld from the
 * sender is as strange as anybody else: another answer would tell that they are of the family.
 */
export async function strangersIn(
  host: Host,
  family: Pick<FamilyRow, 'id' | 'people' | 'children'>,
  references: Reference[],
  by: string,
): Promise<Finding[]> {
  const children = new Set(family.children.map((child) => child.id));
  const people = new Set([...children, ...(await peopleKnown(host, family, references, by))]);
  const sent = references.filter((one) => one.kind === 'file').map((one) => one.id);
  const files = new Map((await host.store.attachmentFacts(sent)).map((one) => [one.id, one]));
  return references.flatMap(({ kind, id, question, child }) => {
    const file = files.get(id);
    const known = {
      person: people.has(id),
      child: children.has(id),
      file: file !== undefined && (file.case === family.id || (file.case === undefined && file.by === by)),
    };
    if (known[kind]) return [];
    const about = { check: `${kind}-unknown`, level: 'error' as const, question: question.id };
    return [{ ...about, ...(child ? { child } : {}), message: messages[kind](question.label) }];
  });
}

/** People of the family as the sender may know of them: also whom a row or an answer names that they are shown. */
async function peopleKnown(
  host: Host,
  family: Pick<FamilyRow, 'id' | 'people'>,
  references: Reference[],
  by: string,
): Promise<string[]> {
  const named = new Set(references.filter(({ kind }) => kind === 'person').map(({ id }) => id));
  if (!family.people.some((id) => named.has(id))) return family.people;
  const hidden = await peopleWithheld(host, family.id, by);
  if (!family.people.some((id) => named.has(id) && hidden.has(id))) return family.people;
  const shown = new Set(await textsShown(host, family.id, by));
  return family.people.filter((id) => !hidden.has(id) || shown.has(id));
}

async function textsShown(host: Host, caseId: string, by: string): Promise<string[]> {
  const { store } = await readAs(host, caseId, by);
  const kase = (await store.load(caseId))?.case;
  const parts = Object.keys(kase?.blocks ?? {}).map((part) => store.part(caseId, part));
  return [...textsIn(kase?.known), ...textsIn(await Promise.all(parts))];
}

const messages: Record<Reference['kind'], (label: string) => string> = {
  person: (label) =>
    `“${label}” names somebody who is not among this family’s people: choose again, or add them.`,
  child: (label) => `“${label}” names a child who is not in this family: choose again.`,
  file: (label) => `A file of “${label}” is no longer there: send it again.`,
};
