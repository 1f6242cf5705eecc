import type { Family, Happened, Workplace } from '../../support/workplace.ts';
import { canaries } from './canaries.ts';

async function add(place: Workplace, family: Family, form: string, answers: object): Promise<string> {
  const sam = await place.as('sam');
  const answer = await sam.post<Happened>(`/api/cases/${family.id}/additions/${form}`, {
    ...{ answers, perChild: {}, children: family.children, commandId: place.command() },
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.happened.record;
}

/** A case note. */
export const note = (place: Workplace, family: Family, text: string, more: object = {}): Promise<string> =>
  add(place, family, 'case-note', { noteOn: '2026-09-01', noteKind: 'note', note: text, ...more });

/** A file that came, and from whom. */
export const receivedFile = (
  place: Workplace,
  family: Family,
  file: string,
  receivedFrom = 'School',
): Promise<string> => add(place, family, 'received-file', receivedAnswers(file, receivedFrom));

const receivedAnswers = (file: string, receivedFrom: string): object => ({
  ...{ receivedFile: [file], receivedKind: 'letter', receivedOn: '2026-09-01', receivedFrom },
  receivedMeaning: 'A letter came.',
});

/** Withholds an answer from kim. */
export async function withhold(place: Workplace, record: string, question: string): Promise<void> {
  const sam = await place.as('sam');
  const from = { account: 'kim' };
  const body = { question, from, reason: 'Kim is the aunt of the child.' };
  const answer = await sam.post<object>(`/api/records/${record}/withholdings`, body);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

/** Rows of the map and of the network that kim must not read: by themselves, and with the answer that wrote them. */
export async function withheldRows(place: Workplace, family: Family): Promise<void> {
  const said = (ownWords: string) => ({ childIds: family.children, date: '2026-09-01', ownWords });
  const childVoice = (...words: string[]) => ({ childVoice: words.map(said) });
  await withhold(place, await note(place, family, 'Words', childVoice(canaries.table.text)), 'childVoice');
  await note(place, family, 'More words', childVoice(canaries.open.text, canaries.voice.text));
  await withholdRow(place, family, 'voice', 'voice', canaries.voice.text);
  const sam = await place.as('sam');
  const news = { message: 'new worry', children: family.children, note: 'School rang.' };
  await sam.post<object>(`/api/cases/${family.id}/strands`, { ...news, commandId: place.command() });
  await place.complete(
    family,
    'tia',
    'consider-worry',
    { worryDecision: ['part-of-current-work'] },
    ({ answers }) => {
      const harm = {
        childIds: family.children,
        when: 'In May',
        impactOnChild: 'Afraid',
        source: 'A neighbour',
      };
      answers['harms'] = [{ ...harm, whatHappened: canaries.harms.text }];
    },
  );
  await withholdRow(place, family, 'map', 'harms', canaries.harms.text);
  const rows = [{ personId: family.mother, relationshipToEachChild: canaries.network.text }];
  const revision = (await place.server.store.part(family.id, 'network'))?.revision ?? 0;
  const network = { rows, revision, commandId: place.command() };
  const put = await sam.put<object>(`/api/cases/${family.id}/network`, network);
  if (put.status !== 200) throw new Error(JSON.stringify(put.body));
  await withholdRow(place, family, 'network', 'network', canaries.network.text);
}

async function withholdRow(
  place: Workplace,
  family: Family,
  part: string,
  block: string,
  text: string,
): Promise<void> {
  const rows = (await place.server.store.part(family.id, part))?.blocks[block] ?? [];
  const row = rows.find((one) => Object.values(one).includes(text))?.['id'];
  const body = { part, block, row, from: { account: 'kim' }, reason: 'Kim is the aunt of the child.' };
  const sam = await place.as('sam');
  const answer = await sam.post<object>(`/api/cases/${family.id}/withholdings`, body);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}
