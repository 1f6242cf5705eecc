import { strToU8 } from 'fflate';
import { writePerson, type PersonRecord } from '../../../server/people/index.ts';
import { aCase, aCommit, aFamily, anEntry, aRecord, startOfTest } from '../support/a-commit.ts';
import type { Answer, Browser, TestServer } from '../support/test-server.ts';

export interface Held {
  id: string;
  kind: string;
  title: string;
  lines: { id: string; label: string; text: string }[];
  file?: { id: string; name: string };
}
export interface Page {
  revision: number;
  items: Held[];
  redactions: { reason: string; by: { name: string } }[];
  proposals: { item?: string; line?: string; words?: string; reason: string; because: string }[];
  made?: { sha256: string };
}
export type Marks = { item?: string; line?: string; words?: string; reason: string }[];

/** Words of which each stands in one place that is left out, and one more that stays. */
export const canary = {
  note: 'The neighbour Quillfeather saw it from her window',
  aunt: 'Aunt Zephyrine',
  street: '14 Hidden Larch Close',
  postcode: 'ZZ99 7QQ',
  file: 'letter from Obadiah.txt',
  inFile: 'Obadiah Brandysnap writes',
  stays: 'Ada likes to draw horses',
} as const;

/** A family with two children, their mother at a secret address, notes, and a file, stored as commands would. */
export async function furnish({ store, versions }: TestServer): Promise<void> {
  const version = await versions.current();
  const act = { by: 'sam', now: startOfTest };
  const put = (id: string, person: PersonRecord) => store.putPerson(writePerson(id, person, 0, act));
  await put('ada', { firstNames: 'Ada', familyName: 'Marsh', dateOfBirth: '2015-03-04' });
  await put('ben', { firstNames: 'Ben', familyName: 'Marsh', dateOfBirth: '2017-03-04' });
  const address = { line1: canary.street, town: 'Harrowmouth', postcode: canary.postcode, sensitive: true };
  await put('dana', { firstNames: 'Dana', familyName: 'Marsh', addresses: [address] });
  const sent = await store.attach({
    ...{ bytes: pieces(canary.inFile), limit: 1000, name: canary.file, type: 'text/plain' },
    ...{ by: 'sam', at: startOfTest, case: 'case-1' },
  });
  if (!sent.ok) throw new Error(sent.reason);
  const note = (id: string, text: string, children = ['ada', 'ben'], perChild = {}) =>
    aRecord(id, {
      ...{ form: 'case-note', version: version.id, children },
      answers: { answers: { noteOn: '2026-09-01', note: text }, perChild },
    });
  const records = [
    note('r-note', canary.note),
    note('r-again', `As noted before: ${canary.note.toUpperCase()}. ${canary.aunt} agrees. <b>Bold</b>`),
    note('r-stays', canary.stays, ['ada']),
    note('r-ben', 'Only about Ben', ['ben']),
    aRecord('r-file', {
      ...{ form: 'received-file', version: version.id, children: ['ada'] },
      answers: { answers: { receivedFile: sent.facts.id, receivedFrom: canary.aunt }, perChild: {} },
    }),
  ];
  const people = ['ada', 'ben', 'dana'];
  const children = [
    { id: 'ada', name: 'Ada' },
    { id: 'ben', name: 'Ben' },
  ];
  const born = { ada: '2015-03-04', ben: '2017-03-04' };
  const kase = aCase('case-1', {
    version: version.id,
    children: (['ada', 'ben'] as const).map((id) => ({
      id,
      born: born[id],
      joined: '2026-01-05',
      episodes: [],
    })),
    blocks: { network: 1 },
  });
  const rows = [{ personId: 'dana', relationshipToEachChild: `Mother; her sister is ${canary.aunt}` }];
  const done = await store.commit(
    aCommit(0, {
      ...{ case: kase, records, attachments: [sent.facts.id] },
      family: aFamily('case-1', { name: 'Marsh', team: 'north', people, children }),
      parts: [{ part: 'network', revision: 1, blocks: { network: rows }, by: 'sam', at: startOfTest }],
      history: [
        anEntry('opened', 'case-1', { kind: 'case-opened', children: ['ada', 'ben'] }),
        anEntry('restricted', 'case-1', {
          kind: 'case-restricted',
          about: { restricted: false, reason: `${canary.aunt} asked` },
        }),
      ],
    }),
  );
  if (!done.ok) throw new Error(done.reason);
}

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield strToU8(text);
}

/** Begins a disclosure for a person and gives its address. */
export async function begin(officer: Browser, person = 'ada', more: object = {}): Promise<string> {
  const answer = await officer.post<{ id: string }>('/api/cases/case-1/disclosures', {
    ...{ person, commandId: `begin ${person} ${JSON.stringify(more)}` },
    ...more,
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return `/api/cases/case-1/disclosures/${answer.body.id}`;
}

/** Marks what is left out over what stands there now. */
export async function leaveOut(officer: Browser, path: string, redactions: Marks): Promise<Answer> {
  const { revision } = (await officer.get<Page>(path)).body;
  return officer.put(`${path}/redactions`, { redactions, revision });
}
