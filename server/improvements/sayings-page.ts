import { accountNames } from '../access/index.ts';
import type { Services } from '../services.ts';
import { allDocuments, oldestFirst } from '../store/port.ts';
import { groupWords } from './group-words.ts';
import type { Improvement } from './improvement.ts';
import { notesOf } from './notes.ts';

type Names = Map<string, string>;

/** Everything said of the forms of a draft: by practitioners, by the group, and who answers for what. */
export async function sayingsOf(services: Services, draft: string) {
  const [words, notes, said] = await Promise.all([
    groupWords(),
    notesOf(services, draft),
    allDocuments<Improvement>(services.store, { kind: 'improvement' }),
  ]);
  const improvements = oldestFirst(said).map(({ body }) => body);
  const names = await namesOf(services, [...notes, ...improvements]);
  return {
    ...words,
    notes: notes
      .filter(({ authorises }) => !authorises)
      .map(({ draft: _, authorises: _authorises, settled, ...note }) => ({
        ...note,
        by: named(names, note.by),
        settled: settled !== undefined,
      })),
    improvements: improvements.map((one) => withNames(one, names)),
    authorised: notes.flatMap(({ authorises, form, question, text, at, settled }) =>
      authorises && !settled
        ? [{ ...authorises, form, ...(question ? { question } : {}), because: text, at }]
        : [],
    ),
  };
}

/** What was said, of one form or of all, with the names of those who said and answered it. */
export async function improvementRows(services: Services, filter: { form?: string; by?: string }) {
  const all = await allDocuments<Improvement>(services.store, {
    kind: 'improvement',
    ...(filter.form === undefined ? {} : { about: filter.form }),
    ...(filter.by === undefined ? {} : { owner: filter.by }),
  });
  const found = oldestFirst(all)
    .map(({ body }) => body)
    .reverse();
  const names = await namesOf(services, found);
  return found.map((one) => withNames(one, names));
}

/** How many answers a person has not read yet. */
export async function unreadAnswers(services: Services, by: string): Promise<number> {
  const mine = await allDocuments<Improvement>(services.store, { kind: 'improvement', owner: by });
  return mine.filter(({ body }) => body.answer && !body.answer.seen).length;
}

function namesOf({ store }: Services, said: { by: string; answer?: { by: string } }[]): Promise<Names> {
  return accountNames(
    store,
    said.flatMap(({ by, answer }) => [by, answer?.by]),
  );
}

const named = (names: Names, id: string) => ({ id, name: names.get(id) ?? 'Somebody who left' });

function withNames(one: Improvement, names: Names) {
  const { answer, by, ...rest } = one;
  return {
    ...{ ...rest, by: named(names, by) },
    ...(answer ? { answer: { ...answer, by: named(names, answer.by), seen: answer.seen ?? false } } : {}),
  };
}
