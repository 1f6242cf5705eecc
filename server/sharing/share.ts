import { hash } from 'node:crypto';
import { dayOf, type CaseRecord, type Day, type Output } from '#engine';
import type { Person } from '../access/index.ts';
import { idFromCommand } from '../command-id.ts';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';
import { outputFile } from '../outputs/index.ts';
import { peopleWithheld } from '../withholding/index.ts';
import type { SharedOutput } from './shared-output.ts';

export type Sharing = Pick<
  SharedOutput,
  'output' | 'audience' | 'language' | 'format' | 'child' | 'to' | 'how' | 'copy' | 'on'
> & { commandId: string };

/** What the pathway is written in. */
const own = 'en-GB';

/**
 * Keeps to whom a document made of a record went, how and when; the same command once more keeps no second one. It is
 * made once more for that: what was given is known by its bytes.
 */
export async function share(
  host: Host,
  record: CaseRecord,
  person: Person,
  { commandId, ...said }: Sharing,
): Promise<{ id: string }> {
  const { id: by } = person;
  const layout = await layoutOf(host, record, said);
  refuseDay(said.on, dayOf(host.clock.now()), dayOf(record.at));
  await refuseStrangers(host, record.case, by, said.to);
  const { format: as, output, audience, language, child } = said;
  const wanted = { output, as, audience, language, ...(child === undefined ? {} : { child }) };
  const made = await outputFile(host, record, person, wanted);
  const id = idFromCommand('shared-output', by, commandId);
  const body: SharedOutput = {
    ...{ id, case: record.case, record: record.id, form: record.form, version: record.version, ...said },
    ...{ title: layout.title, layout: layoutHash(layout), by, at: host.clock.now() },
    made: { hash: made.hash, bytes: made.bytes.byteLength },
  };
  const put = await host.store.put({
    ...{ kind: 'shared-output', id, owner: record.id, about: record.case, case: record.case },
    ...{ body, expecting: 0, change: { kind: 'case', case: record.case } },
  });
  if (!put.ok && put.reason !== 'conflict') refuseWrite(put);
  return { id };
}

/** Says that a document should no longer be relied on, with the reason; that it was given stays known. */
export async function withdraw(
  { store, clock }: Host,
  id: string,
  by: string,
  reason: string,
): Promise<void> {
  const found = (await store.document<SharedOutput>('shared-output', id)) ?? refuseAbsent();
  if (found.body.withdrawn) return;
  const { record, case: caseId } = found.body;
  const body: SharedOutput = { ...found.body, withdrawn: { by, at: clock.now(), reason } };
  const put = await store.put({
    ...{ kind: 'shared-output', id, owner: record, about: caseId, case: caseId },
    ...{ body, expecting: found.revision, change: { kind: 'case', case: caseId } },
  });
  if (!put.ok) refuseWrite(put);
}

/** What a layout prints, as a short name: another name, another layout. */
export function layoutHash(layout: Output): string {
  return hash('sha256', JSON.stringify(layout), 'hex').slice(0, 16);
}

/** The layout it was printed by, as the record's own version has it. */
async function layoutOf(
  host: Host,
  record: CaseRecord,
  { output, audience, language }: Pick<Sharing, 'output' | 'audience' | 'language'>,
): Promise<Output> {
  const { outputs, translations = [] } = await host.versions.get(record.version);
  const layout = outputs.find((one) => one.id === output && one.form === record.form);
  if (!layout) refuse(422, 'unknown-output', 'This record is not printed that way. Choose again.');
  if (![layout.audience, ...(layout.audiences ?? [])].includes(audience))
    refuse(422, 'unknown-audience', `“${layout.title}” is not made for these readers. Choose again.`);
  if (language !== own && !translations.some((one) => one.language === language))
    refuse(422, 'unknown-language', 'There is no wording in this language here. Choose again.');
  return layout;
}

function refuseDay(on: Day, today: Day, written: Day): void {
  if (on > today) refuse(422, 'day', 'It cannot have been given on a day that is still to come.');
  if (on < written)
    refuse(422, 'day', 'It cannot have been given before it was written. Give the day it was given.');
}

/** Whoever is named is one of the family's people, as far as whoever writes may know of them. */
async function refuseStrangers(
  host: Host,
  caseId: string,
  by: string,
  to: SharedOutput['to'],
): Promise<void> {
  const family = (await host.store.family(caseId)) ?? refuseAbsent();
  const hidden = await peopleWithheld(host, caseId, by);
  const known = new Set([...family.children.map(({ id }) => id), ...family.people]);
  const strange = to.some((one) => 'person' in one && (!known.has(one.person) || hidden.has(one.person)));
  if (strange)
    refuse(
      422,
      'unknown-person',
      'Somebody you chose is not one of this family’s people. Choose again, or name their agency.',
    );
}
