import { carryDraft, describeAnswer, questionsOf } from '#engine';
import type { Task, Version } from '#engine';
import type { Host } from '../host.ts';
import { draftsOf } from './drafts.ts';
import type { Draft, DraftPlace } from './drafts.ts';

/** Drafts of a place; of a task that a move gave another form, also what was written on the form before. */
export interface PlaceDrafts {
  drafts: Map<string, Draft>;
  /** by key: why an answer from the form before wants another look */
  lookAgain: Record<string, string[]>;
  /** what the form of now does not ask or can't take: shown beside it, and kept */
  left: { label: string; shown: string; because: string }[];
}

interface Carrying {
  version: Version;
  children: string[];
  place: DraftPlace;
  task?: Task;
}

/**
 * The drafts of a place as its form takes them. An answer that was written before a move gave the task another form
 * stands at the question that asks the same, until it is saved there; nothing that was typed is lost.
 */
export async function carriedDrafts(host: Host, carrying: Carrying): Promise<PlaceDrafts> {
  const { version, children, place, task } = carrying;
  const all = await draftsOf(host, place);
  const began = task?.lookAgain;
  if (!task || !began) return { drafts: all, lookAgain: {}, left: [] };
  const older = await host.versions.get(began.version);
  const elsewhere = began.form === place.form ? all : await draftsOf(host, { ...place, form: began.form });
  const isOld = ({ version: on }: Draft): boolean => on !== version.id;
  const old = [...elsewhere.values()].filter(isOld);
  const drafts = new Map([...all].filter(([, draft]) => !isOld(draft)));
  const given = old.filter(({ value }) => value !== null).map(({ key, value }) => [key, value] as const);
  const [from, to] = [
    { version: older, form: began.form },
    { version, form: task.form },
  ];
  const carried = carryDraft(from, to, Object.fromEntries(given), children);
  for (const [key, value] of Object.entries(carried.kept)) {
    const source = old.find((one) => one.key === key) ?? old.find((one) => one.value === value);
    if (!source || drafts.has(key)) continue;
    // saved at its new question it is a draft of its own; at the same question it is the next revision
    const revision = source.key === key ? source.revision : 0;
    drafts.set(key, { ...source, key, revision });
  }
  const again = carried.lookAgain.filter(({ key }) => drafts.get(key)?.version !== version.id);
  return {
    drafts,
    lookAgain: Object.fromEntries(again.map(({ key, because }) => [key, because])),
    left: carried.left.map(({ key, label, value, because }) => {
      return { label, shown: inWords(older, began.form, key, value), because };
    }),
  };
}

function inWords({ forms, dictionary, blocks }: Version, form: string, key: string, value: unknown): string {
  const asked = forms[form] ? questionsOf(forms[form]) : [];
  const question = asked.find(({ id }) => id === key.split('@')[0]);
  if (!question) return typeof value === 'string' ? value : JSON.stringify(value);
  return describeAnswer(question, value, { dictionary, blocks, nameOf: (id) => id });
}
