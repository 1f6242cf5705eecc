import type { Calendar, Finding, Pathway, Tables, Version } from '../contracts/index.ts';
import { readBeside } from './read-beside.ts';
import { versionId } from './version-id.ts';

export interface ReadingVersion {
  calendar: Calendar;
  /** our moddle descriptor, handed on to `readPathway` */
  moddle: object;
  readPathway: (xml: string, moddle: object) => Promise<{ pathway: Pathway; findings: Finding[] }>;
  /** the tables the drawing compiles to; a version read only to be looked at or checked goes without */
  tables?: Tables;
}

const DRAWING = 'pathway.bpmn';
const NO_TABLES: Tables = { engine: '', tables: {} };

/**
 * Reads the texts of a version's folder, by path within it ('pathway.bpmn', 'forms/contact.json'), into a version.
 * What can't be read is left empty and is a finding; a version with an error among its findings is not published.
 */
export async function readVersion(
  files: Record<string, string>,
  { calendar, moddle, readPathway, tables = NO_TABLES }: ReadingVersion,
): Promise<{ version: Version; findings: Finding[] }> {
  const xml = files[DRAWING];
  const drawing = xml === undefined ? missing() : await readPathway(xml, moddle);
  const { beside, findings } = readBeside(files, messagesTaken(drawing.pathway));
  return {
    version: { id: versionId(files), xml: xml ?? '', pathway: drawing.pathway, tables, calendar, ...beside },
    findings: [...drawing.findings, ...findings],
  };
}

function missing(): { pathway: Pathway; findings: Finding[] } {
  const message = `${DRAWING} is missing: a version needs it.`;
  return {
    pathway: { main: '', processes: [], warnings: [] },
    findings: [{ check: 'version-file', level: 'error', element: DRAWING, message }],
  };
}

/** Messages that something in the drawing takes: the start of a strand, a catch, a boundary. */
function messagesTaken({ processes }: Pathway): string[] {
  const taken = processes.flatMap(({ message, elements }) => [
    message,
    ...elements.map((one) => one.message),
  ]);
  return taken.filter((message) => message !== undefined);
}
