import type { Calendar, Finding, Version } from '../contracts/index.ts';
import { couldNot, tookTooLong } from './import-beside.ts';
import { readInThread } from './reading-thread.ts';

/** Characters: a drawing's own limit, for each file, and room for all of a large version. */
const most = { file: 1024 * 1024, all: 8 * 1024 * 1024 };

/**
 * `readVersion` in a thread of its own, within two seconds, or the milliseconds given for texts that were taken in
 * before. Without `version` where the texts can't be read at all; `findings` then say why.
 */
export async function readVersionBeside(
  files: Record<string, string>,
  { calendar, moddle }: { calendar: Calendar; moddle: object },
  within?: number,
): Promise<{ version?: Version; findings: Finding[] }> {
  const large = tooLarge(files);
  if (large) return { findings: [large] };
  const answer = await readInThread({ what: 'version', files, calendar, moddle }, within);
  if (answer === 'tooLong') return { findings: [tookTooLong('The version')] };
  return 'read' in answer ? answer.read : { findings: [couldNot('The version')] };
}

function tooLarge(files: Record<string, string>): Finding | null {
  const large = Object.entries(files).find(([, text]) => text.length > most.file);
  if (large) return say(`${large[0]} is larger than 1 MiB. Leave out what is not part of the pathway.`);
  const all = Object.values(files).reduce((sum, text) => sum + text.length, 0);
  return all > most.all ? say('The files of the version are larger than 8 MiB together.') : null;
}

const say = (message: string): Finding => ({ check: 'version-within-limits', level: 'error', message });
