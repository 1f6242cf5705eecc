import type { CodeList, Form, Version } from '../contracts/index.ts';
import { questionsOf } from '../forms/index.ts';
import { canonical } from './canonical.ts';

/** A form with what it names beside it: the code lists and shared blocks that its questions show. */
interface Whole {
  form: Form;
  codes: CodeList[];
  blocks: Version['blocks'];
}

function wholeForm({ forms, dictionary, blocks }: Version, id: string): Whole | undefined {
  const form = forms[id];
  if (!form) return undefined;
  const asked = questionsOf(form);
  const shown = blocks.filter((block) => asked.some((question) => question.block === block.id));
  const columns = [
    ...asked.flatMap((question) => question.columns ?? []),
    ...shown.flatMap((b) => b.columns),
  ];
  const named = new Set([...asked, ...columns].map((one) => one.codes));
  return { form, codes: dictionary.codeLists.filter((list) => named.has(list.id)), blocks: shown };
}

const compared = new WeakMap<Version, WeakMap<Version, Map<string, boolean>>>();

/** Whether a form asks the same in both versions, with the same choices and tables. Looked at once per pair of versions. */
export function isSameForm(from: Version, to: Version, id: string): boolean {
  const others = compared.get(from) ?? new WeakMap<Version, Map<string, boolean>>();
  compared.set(from, others);
  const known = others.get(to) ?? new Map<string, boolean>();
  others.set(to, known);
  const same = known.get(id) ?? asksTheSame(wholeForm(from, id), wholeForm(to, id));
  known.set(id, same);
  return same;
}

const asksTheSame = (before: Whole | undefined, after: Whole | undefined): boolean =>
  before !== undefined && canonical(before) === canonical(after);

/**
 * The version as an open task sees it that goes on with a form of an older one: the pathway, tables and timescales of
 * its case's version, and with the form the code lists and shared blocks as they were. Records made with it name the
 * older version, in which their form stands. `older` is the version that `task.version` names.
 */
export function versionForTask(version: Version, older: Version, form: string): Version {
  const whole = wholeForm(older, form);
  if (!whole) throw new Error(`version ${older.id} has no form ${form}`);
  const lists = new Map([...version.dictionary.codeLists, ...whole.codes].map((list) => [list.id, list]));
  const blocks = new Map([...version.blocks, ...whole.blocks].map((block) => [block.id, block]));
  return {
    ...version,
    id: older.id,
    forms: { ...version.forms, [form]: whole.form },
    dictionary: { ...version.dictionary, codeLists: [...lists.values()] },
    blocks: [...blocks.values()],
  };
}
