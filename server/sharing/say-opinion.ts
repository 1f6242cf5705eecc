import { idFromCommand } from '../command-id.ts';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import type { Services } from '../services.ts';
import { accountNames } from '../access/index.ts';
import { nameWords, type PersonRecord } from '../people/index.ts';
import type { OutputOpinion, SharedOutput } from './shared-output.ts';

export type Opinion = Pick<OutputOpinion, 'whose' | 'from' | 'helpful' | 'clear' | 'words'> & {
  /** the words may be read, without names, by whoever designs the document */
  mayBeRead?: boolean;
  commandId: string;
};

/**
 * Keeps what somebody said of a document they were given; the same command once more keeps no second one. Said by nobody
 * in particular, neither who said it nor who wrote it down is kept.
 */
export async function sayOpinion(
  services: Services,
  shared: string,
  by: string,
  { commandId, mayBeRead, words, ...said }: Opinion,
): Promise<{ id: string }> {
  const { store, clock } = services;
  const { body: given } = (await store.document<SharedOutput>('shared-output', shared)) ?? refuseAbsent();
  const who = said.from === undefined ? undefined : given.to[said.from];
  if (said.from !== undefined && !who)
    refuse(422, 'unknown-person', 'It was not given to them. Choose again, or keep it without a name.');
  const id = idFromCommand('output-opinion', by, commandId);
  const own = words?.trim();
  const body: OutputOpinion = {
    ...{
      id,
      case: given.case,
      shared,
      record: given.record,
      output: given.output,
      version: given.version,
      ...said,
    },
    ...(who ? { by } : {}),
    ...(who && 'person' in who ? { person: who.person } : {}),
    ...(own ? { words: own } : {}),
    ...(own && mayBeRead ? { readable: await withoutNames(services, given.case, own) } : {}),
    at: clock.now(),
  };
  const put = await store.put({
    ...{ kind: 'output-opinion', id, owner: given.output, about: given.case, case: given.case },
    ...{ body, expecting: 0 },
  });
  if (!put.ok && put.reason !== 'conflict') refuseWrite(put);
  return { id };
}

/**
 * Somebody's words without the names of this family's people and workers, without numbers and addresses, and without any
 * other word that is written as a name inside a sentence.
 */
async function withoutNames({ store }: Services, caseId: string, words: string): Promise<string> {
  const family = (await store.family(caseId)) ?? refuseAbsent();
  const people = await store.people([...family.children.map(({ id }) => id), ...family.people]);
  const staff = await accountNames(store, family.staff);
  const names = people.flatMap(({ body }) => {
    const { firstNames, familyName, knownAs } = body as PersonRecord;
    return [firstNames, familyName, knownAs];
  });
  const known = new Set([...names, ...staff.values(), family.name].flatMap((name) => nameWords(name ?? '')));
  const plain = words.replace(/\S+@\S+/g, '[…]').replace(/\d[\d\s/-]+\d/g, '[…]');
  return plain.replace(/[\p{L}’'-]+/gu, (word, at: number) => {
    const named = nameWords(word.replace(/[’']s$/i, '')).some((one) => known.has(one));
    return named || (isProper(word) && !beginsSentence(plain, at)) ? '[name]' : word;
  });
}

const isProper = (word: string): boolean => /^\p{Lu}/u.test(word) && !/^I(?:[’']|$)/.test(word);
const beginsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?:\n]["“‘(]*)\s*$/.test(text.slice(0, at));
