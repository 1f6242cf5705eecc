import { createAccount } from '../../../../server/access/index.ts';
import type { DocumentKind } from '../../../../server/store/index.ts';
import { Workplace, type Family } from '../../support/workplace.ts';
import { definitions } from '../../../../server/worklists/definitions.ts';
import { canaries, readers, type ReaderName } from './canaries.ts';
import { papers } from './papers.ts';
import { note, receivedFile, withheldRows, withhold } from './withheld.ts';

/** Every id that an address may hold, by the path before it. */
export type Ids = Record<string, string[]>;

export interface Furnished {
  place: Workplace;
  ids: Ids;
  family: Family;
}

/** Families with a canary in every place that not everybody may read, and everything that opens a family for a time. */
export async function furnished(): Promise<Furnished> {
  const place = await Workplace.open();
  const { store } = place.server;
  for (const name of Object.keys(readers) as ReaderName[]) await account(place, name);
  const { family, decision } = await toAssessment(place);
  const person = await addressOf(place, family, 'Moved', canaries.address.text);
  const joined = await addressOf(place, family, 'Joined', canaries.joined.text);
  const files = [
    await fileOf(place, family, canaries.file.text),
    await fileOf(place, family, canaries.withheldFile.text),
  ];
  const record = await note(place, family, canaries.content.text);
  await withheldRows(place, family);
  const talk = { childIds: family.children, date: '2026-09-01', ownWords: canaries.row.text };
  await note(place, family, 'A talk', { childVoice: [talk] });
  const shared = await note(place, family, canaries.shared.text);
  const secret = await note(place, family, canaries.withheld.text);
  await withhold(place, await note(place, family, canaries.copied.text), 'note');
  const from = await receivedFile(place, family, files[0] ?? '', canaries.short.text);
  await withhold(place, from, 'receivedFrom');
  await receivedFile(place, family, files[0] ?? '', canaries.short.text);
  const received = await receivedFile(place, family, files[1] ?? '');
  await withhold(place, decision, 'decisionRationale');
  await withhold(place, secret, 'note');
  await withhold(place, received, 'receivedFile');
  const corrected = await correction(place, secret);
  const task = (await place.task(family.id, 'write-assessment')).id;
  await draftOf(place, task, 'familyEnvironment', canaries.draft.text);
  await draftOf(place, task, 'whatItMeans', canaries.copied.text);
  const closed = await closedFamilies(place);
  await give(place, family, shared);
  await papers(place, family, record);
  const escalation = await takenFurther(place, family);
  const own = [
    await reachedOver(place, 'far', [person, family.mother, ...family.children]),
    await reachedOver(place, 'gil', [joined]),
  ];
  const found = await store.list('records', { case: family.id }, { limit: 100 });
  const tasks = await store.list('case-tasks', { case: family.id }, { limit: 100 });
  const cases = [family.id, ...closed.map(({ id }) => id), ...own];
  const withholdings = await store.list('documents', { kind: 'withheld' }, { limit: 100 });
  return {
    ...{ place, family },
    ids: {
      cases,
      invited: cases,
      'audit/families': cases,
      records: [...new Set([...found.rows.map(({ id }) => id), record, shared, secret, corrected])],
      tasks: [task, ...tasks.rows.map(({ id }) => id), ...(await tasksOf(place, closed))],
      people: [person, joined, ...family.children, family.mother, ...closed.flatMap((one) => one.children)],
      attachments: files,
      withholdings: withholdings.rows.map(({ id }) => id),
      worklists: definitions.map(({ id }) => id),
      measures: ['M1', 'M3', 'M25', 'M28'],
      funnel: ['referral', 'enquiry', 'conference'],
      escalations: [escalation],
      additions: ['case-note', 'visit', 'received-file'],
      forms: ['case-note', 'visit'],
      'audit/people': Object.keys(readers),
    },
  };
}

/** Taken further by a team manager, and answered with words that whoever reads the family may read. */
async function takenFurther(place: Workplace, family: Family): Promise<string> {
  const tia = await place.as('tia');
  const sent = await tia.post<{ id: string }>(`/api/cases/${family.id}/escalations`, {
    ...{ to: { role: 'service-manager' }, reason: canaries.escalated.text, commandId: place.command() },
  });
  if (sent.status !== 200) throw new Error(JSON.stringify(sent.body));
  return sent.body.id;
}

async function account({ server }: Workplace, name: ReaderName): Promise<void> {
  const { roles, team } = readers[name];
  const known = await server.store.document('account', name);
  if (!known)
    await createAccount(server.store, { id: name, name, displayName: name, roles: [...roles], team });
}

/** To the assessment; why it was decided on is offered there again, beside the question that asks the same. */
async function toAssessment(place: Workplace): Promise<{ family: Family; decision: string }> {
  const family = await place.openFamily([{ first: 'Zelda', born: '2019-03-02' }]);
  await place.complete(family, 'bea', 'record-contact');
  await place.complete(family, 'fay', 'screen-contact', { contactOutcome: ['referral'] });
  const steer = { referralOutcome: ['assessment'] };
  const { record } = await place.complete(family, 'tia', 'decide-referral', steer, ({ answers }) => {
    answers['decisionRationale'] = canaries.carried.text;
  });
  await place.give(family.id, 'write-assessment', 'sam');
  return { family, decision: record };
}

async function addressOf(
  place: Workplace,
  family: Family,
  firstNames: string,
  line1: string,
): Promise<string> {
  const tia = await place.as('tia');
  const made = await tia.post<{ id: string }>('/api/people', {
    person: {
      ...{ firstNames, familyName: 'Marsh' },
      addresses: [{ line1, postcode: 'NM1 1AA', sensitive: true }, { line1: '1 Open Road' }],
    },
    ...{ case: family.id, commandId: place.command() },
  });
  return made.body.id;
}

async function fileOf({ server }: Workplace, family: Family, name: string): Promise<string> {
  const sent = await server.store.attach({
    bytes: (async function* () {
      yield Buffer.from(`%PDF-1.4 ${name}`);
    })(),
    ...{ limit: 1000, name: `${name}.pdf`, type: 'application/pdf', by: 'sam', at: server.clock.now() },
    case: family.id,
  });
  if (!sent.ok) throw new Error('the file was not kept');
  return sent.facts.id;
}

async function correction(place: Workplace, record: string): Promise<string> {
  const sam = await place.as('sam');
  const answer = await sam.post<{ record: string }>(`/api/records/${record}/corrections`, {
    ...{
      question: 'note',
      value: canaries.corrected.text,
      reason: 'Better said',
      commandId: place.command(),
    },
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.record;
}

async function draftOf(place: Workplace, task: string, question: string, value: string): Promise<void> {
  const sam = await place.as('sam');
  const saved = await sam.put<object>(`/api/tasks/${task}/drafts/${question}`, { value, revision: 0 });
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
}

/** Families that nobody but those named may know of, and one that kim must not know of. */
async function closedFamilies(place: Workplace): Promise<Family[]> {
  const child = (first: string) => [{ first, born: '2018-05-05' }];
  const hidden = await place.openFamily(child('Hidden'), canaries.hidden.text);
  const known = await place.openFamily(child('Known'), canaries.known.text);
  const conflict = await place.openFamily(child('Conflict'), canaries.conflict.text);
  // what opened at this very moment would be given anew
  place.server.clock.pass(60);
  for (const [family, shown] of [
    [hidden, 'hidden'],
    [known, 'exists'],
  ] as const) {
    const hal = await place.as('hal');
    const task = await place.task(family.id, 'record-contact');
    await hal.post<object>(`/api/tasks/${task.id}/allocation`, { to: null, commandId: place.command() });
    const restriction = { to: ['hal'], contact: 'Hal', shown };
    const answer = await hal.post<object>(`/api/cases/${family.id}/restriction`, {
      ...{ restriction, reason: 'Works here', commandId: place.command() },
    });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }
  const { store } = place.server;
  const kim = await store.document<{ id: string }>('account', 'kim');
  const body = { ...kim?.body, conflicts: [conflict.id] };
  await store.put({ kind: 'account', id: 'kim', body, expecting: kim?.revision ?? 0 });
  return [hidden, known, conflict];
}

/** The glass broken and over, a cover, an invitation to one record. */
async function give(place: Workplace, family: Family, shared: string): Promise<void> {
  const { store, clock } = place.server;
  const at = clock.now();
  const put = async (kind: DocumentKind, owner: string, body: object): Promise<void> => {
    const document = { kind, id: `${kind}-${owner}`, owner, about: family.id, body, expecting: 0 };
    const done = await store.put(document);
    if (!done.ok) throw new Error(done.reason);
  };
  const glass = { case: family.id, code: 'safety', text: 'Needed', at };
  await put('break-glass', 'gil', { ...glass, account: 'gil', until: '2026-12-31T00:00:00.000Z' });
  await put('break-glass', 'old', { ...glass, account: 'old', until: at });
  await put('cover', 'cov', {
    absent: 'sam',
    covering: 'cov',
    from: '2026-08-01',
    to: '2026-12-31',
    by: 'tia',
    at,
  });
  const invitation = {
    account: 'par',
    case: family.id,
    purpose: 'Report',
    forms: ['case-note'],
    by: 'tia',
    at,
  };
  await put('invitation', 'par', { ...invitation, records: [shared], until: '2026-12-31T00:00:00.000Z' });
}

/** Somebody puts people of the family into one of their own, by every way there is; what of it succeeds is looked for. */
async function reachedOver(place: Workplace, who: 'far' | 'gil', people: string[]): Promise<string> {
  const { roles, team } = readers[who];
  const browser = await place.server.signedIn([...roles], team, who);
  const contact = (children: object[]) =>
    browser.post<{ case: string }>('/api/cases', { contact: { children }, commandId: place.command() });
  const own = (await contact([{ new: { firstNames: 'Own', familyName: who } }])).body.case;
  for (const person of people) {
    const row = { personId: person, relationshipToEachChild: 'Aunt' };
    const commandId = place.command();
    await browser.put(`/api/cases/${own}/network`, { rows: [row], revision: 0, commandId });
    await browser.post(`/api/cases/${own}/children`, { person, commandId: place.command() });
    await contact([{ person }]);
  }
  return own;
}

async function tasksOf({ server }: Workplace, families: Family[]): Promise<string[]> {
  const found = await Promise.all(
    families.map(({ id }) => server.store.list('case-tasks', { case: id }, { limit: 50 })),
  );
  return found.flatMap(({ rows }) => rows.map(({ id }) => id));
}
