import { importBeside } from '#engine';
import type { Finding } from '#engine';
import { groundOf } from '../pathways/index.ts';
import { withChanges, wholeFindings } from './file-names.ts';
import { unreadable } from './readable.ts';
import { refuseFaults } from './saves.ts';
import { withSchemas } from './with-schemas.ts';

/** A whole version as one file: what another authority takes in. It holds no case. */
interface WholeVersion {
  throughline: 'version';
  name: string;
  files: Record<string, string>;
}

export type Exported = 'drawing' | 'version';

/** A version or draft as a file to take away: the drawing alone, or everything. */
export function exported(
  what: Exported,
  name: string,
  files: Record<string, string>,
): { fileName: string; type: string; text: string } {
  const plain = name.replaceAll(/[^\p{L}\p{N} -]/gu, '').trim() || 'pathway';
  if (what === 'drawing') {
    return { fileName: `${plain}.bpmn`, type: 'application/xml', text: files['pathway.bpmn'] ?? '' };
  }
  const whole: WholeVersion = { throughline: 'version', name, files };
  return { fileName: `${plain}.json`, type: 'application/json', text: `${JSON.stringify(whole, null, 1)}\n` };
}

/**
 * The files of a draft made from what came in: a drawing from anywhere stands on the files given, a whole version
 * brings its own. What can't be read ends the request; what cannot run here is a finding.
 */
export async function imported(
  text: string,
  files: Record<string, string>,
): Promise<{ files: Record<string, string>; findings: Finding[]; laidOut: boolean }> {
  if (text.trimStart().startsWith('{')) return importedVersion(text, files);
  const { moddle } = await groundOf();
  const { xml, findings, laidOut } = await importBeside(text, moddle);
  if (xml === '') refuseFaults(findings);
  return { files: withChanges(files, { 'pathway.bpmn': xml }).files, findings, laidOut };
}

async function importedVersion(text: string, base: Record<string, string>) {
  const { files } = wholeVersion(text);
  const faults = wholeFindings(files);
  if (faults.length > 0) refuseFaults(faults);
  const broken = await unreadable(files, Object.keys(files));
  if (broken.length > 0) refuseFaults(broken);
  return { files: withSchemas(files, base), findings: [], laidOut: false };
}

function wholeVersion(text: string): WholeVersion {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (defect) {
    return refuseFile(`The file is not JSON: ${(defect as Error).message}. Export it again.`);
  }
  const { throughline, files } = value as Partial<WholeVersion>;
  if (throughline !== 'version' || typeof files !== 'object' || files === null) {
    return refuseFile(
      'The file is no version of a pathway. Choose a .bpmn file, or a version exported here.',
    );
  }
  if (Object.values(files).some((one) => typeof one !== 'string')) {
    return refuseFile('Some of the version’s files are not text. Export it again.');
  }
  return value as WholeVersion;
}

function refuseFile(message: string): never {
  return refuseFaults([{ check: 'import-file', level: 'error', message }]);
}
