import { correctRecord, versionForTask } from '#engine';
import type { CaseRecord, Refusal, Version } from '#engine';
import type { Host } from '../host.ts';
import { carryOut } from './carry-out.ts';
import type { Carried, Command } from './carry-out.ts';
import { completionOf, correctionOf, recordsOf } from './records-of.ts';
import { referencesIn, strangersIn } from './references.ts';

export interface Correction {
  question: string;
  /** for a child's own answer */
  child?: string;
  value: unknown;
  reason: string;
}

/** Puts an answer of a record right: a further record, and every date that hangs on it. Only what stands is corrected. */
export const correct = (
  host: Host,
  record: CaseRecord,
  command: Correction & { by: string; commandId: string },
): Promise<Carried<{ record: string }>> => carryOut(host, correcting(host, record, command));

/** The correction as a command: to be carried out, or only looked at. */
export function correcting(
  host: Host,
  record: CaseRecord,
  command: Correction & { by: string; commandId: string },
): Command<{ record: string }> {
  const { by, commandId, ...correction } = command;
  return {
    ...{ case: record.case, by, commandId },
    on: (version) => versionOfRecord(host, version, record),
    decide: async (version, kase, act) =>
      (await refuseSuperseded(host, record)) ??
      (await refuseStrangers(host, version, record, correction, by)) ??
      correctRecord(version, kase, { ...act, ...correction, record }),
    reply: (change) => ({ record: change.record?.id ?? '' }),
  };
}

/** A record is read and corrected by the form it was made with, whatever version its family is on by now. */
async function versionOfRecord(host: Host, version: Version, record: CaseRecord): Promise<Version> {
  if (record.version === version.id) return version;
  return versionForTask(version, await host.versions.get(record.version), record.form);
}

async function refuseSuperseded(host: Host, record: CaseRecord): Promise<Refusal | undefined> {
  const siblings = await recordsOf(host.store, record.case, record.form);
  if (correctionOf(record, siblings)) {
    return no('corrected', 'This record was corrected since. Open it as it is now, and correct that.');
  }
  if ((await completionOf(host.store, record, siblings))?.reopened) {
    return no('reopened', 'The step of this record was reopened: complete it again instead.');
  }
  return undefined;
}

/** The corrected answer is about a child of the record, and names only people, children and files of the family. */
async function refuseStrangers(
  host: Host,
  version: Version,
  record: CaseRecord,
  { question, child, value }: Correction,
  by: string,
): Promise<Refusal | undefined> {
  if (child !== undefined && !record.children.includes(child)) {
    return no('not-in-record', 'This record is not about that child: choose one of those it is about.');
  }
  const form = version.forms[record.form];
  const family = await host.store.family(record.case);
  if (!form || !family) return undefined;
  const own = { [question]: value };
  const answers = child ? { answers: {}, perChild: { [child]: own } } : { answers: own, perChild: {} };
  const findings = await strangersIn(host, family, referencesIn(form, version.blocks, answers), by);
  if (findings.length === 0) return undefined;
  return { ...no('answers', 'The corrected answer needs another look.'), findings };
}

function no(reason: string, message: string): Refusal {
  return { kind: 'refused', reason, message, findings: [] };
}
