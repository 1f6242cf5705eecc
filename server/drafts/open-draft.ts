import { checkPathway, size, soundness, versionId } from '#engine';
import type { Finding, Version } from '#engine';
import type { Host } from '../host.ts';
import { groundOf } from '../pathways/index.ts';
import { storedDraft } from './draft.ts';
import type { DraftBody } from './draft.ts';
import { readAgain } from './read-files.ts';
import { saveOf } from './saves.ts';
import { tablesOf, tablesReady } from './tables.ts';
import type { Compiled } from './tables.ts';
import { textsOf } from './texts.ts';
import { filesOfVersion } from './version-files.ts';

export interface OpenDraft {
  draft: DraftBody;
  /** as they stand in the store: forms with their schema */
  files: Record<string, string>;
  /** without tables */
  version: Version;
  /** what could not be read, and the checks on the drawing; not its soundness */
  findings: Finding[];
}

/** The files of a draft by path: of its last save, or of an earlier one. Ends the request where there is none. */
export async function draftFiles(host: Host, id: string, save?: number): Promise<Record<string, string>> {
  return textsOf(host, (await saveOf(host, id, save)).files);
}

/** A draft, read and checked as far as that goes without compiling it. */
export async function openDraft(host: Host, id: string): Promise<OpenDraft> {
  const { body: draft } = await storedDraft(host, id);
  const files = await textsOf(host, draft.last.files);
  const { version, findings } = await readAgain(files);
  return { draft, files, version, findings: [...findings, ...(await drawingFindings(host, draft, version))] };
}

const checked = new Map<string, Finding[]>();
const mostChecked = 20;

async function drawingFindings(host: Host, { base }: DraftBody, version: Version): Promise<Finding[]> {
  if (version.pathway.processes.length === 0) return [];
  const key = `${base} ${version.id}`;
  const known = checked.get(key);
  if (known) return known;
  const [{ statutory }, before] = await Promise.all([groundOf(), readBase(host, base)]);
  const findings = checkPathway({ ...version, statutory, previous: before.pathway });
  checked.set(key, findings);
  const [oldest] = checked.keys();
  if (checked.size > mostChecked && oldest !== undefined) checked.delete(oldest);
  return findings;
}

/** The published version a draft is compared with; without tables. */
export async function readBase(host: Host, base: string): Promise<Version> {
  return (await readAgain(await filesOfVersion(host, base))).version;
}

/** A draft with the tables it would run on, compiled beside; with every finding, soundness included. */
export async function draftVersion(
  host: Host,
  id: string,
): Promise<{ draft: DraftBody; version: Version; findings: Finding[] }> {
  const { draft, files, version, findings } = await openDraft(host, id);
  const compiled = await tablesOf(host, version.xml);
  const sound = 'tables' in compiled ? soundness(compiled.tables, version.pathway) : compiled.findings;
  const tables = 'tables' in compiled ? compiled.tables : version.tables;
  return {
    draft,
    version: { ...version, id: versionId(files), tables },
    findings: [...findings, ...sound],
  };
}

/** A save of a draft with the tables it would run on. */
export async function savedVersion(host: Host, id: string, save: number): Promise<Version> {
  const files = await draftFiles(host, id, save);
  const { version } = await readAgain(files);
  const compiled = await tablesOf(host, version.xml);
  const tables = 'tables' in compiled ? compiled.tables : version.tables;
  return { ...version, id: versionId(files), tables };
}

/** What is said of a draft now; soundness follows when its tables are there, which is begun here. */
export async function checksOf(host: Host, id: string) {
  const { draft, version, findings } = await openDraft(host, id);
  const at = { save: draft.save };
  if (version.pathway.processes.length === 0) return { ...at, findings, sound: 'done' as const };
  const compiled: Compiled | undefined = await tablesReady(host, version.xml);
  if (!compiled) {
    void tablesOf(host, version.xml).catch(() => undefined);
    return { ...at, findings, sound: 'running' as const };
  }
  if ('findings' in compiled) {
    return { ...at, findings: [...compiled.findings, ...findings], sound: 'done' as const };
  }
  const { places, transitions } = size(compiled.tables);
  const sound = soundness(compiled.tables, version.pathway);
  return {
    ...{ ...at, sound: 'done' as const, size: { places, transitions } },
    findings: inWeight([...findings, ...sound]),
  };
}

const weight = { error: 0, warning: 1, advice: 2 };
const inWeight = (findings: Finding[]): Finding[] =>
  findings.toSorted((a, b) => weight[a.level] - weight[b.level]);
