import { hash } from 'node:crypto';
import type { CaseRecord } from '#engine';
import type { Person } from '../access/index.ts';
import { refuse, refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { prepare, write, type Format } from './make-document.ts';
import { chosen, type Wanted } from './offered.ts';
import { outputSource } from './output-source.ts';

/** Which document of a record is wanted. */
export interface FileWanted extends Wanted {
  output: string;
  as: Format;
}

/**
 * A document of a record as a file. It is handed out: what is withheld from anybody in the family is not in it.
 * `missing`: so many signs of a PDF no font of it can draw.
 */
export async function outputFile(
  host: Host,
  record: Pick<CaseRecord, 'id' | 'case'>,
  maker: Person,
  { output, as, ...wanted }: FileWanted,
): Promise<{ bytes: Buffer; hash: string; missing?: number }> {
  const made = (await outputSource(host, record, maker)) ?? refuseAbsent();
  const { layout, asked } = chosen(made.version, made.source, output, wanted);
  const written = await write(await prepare(host.store, layout, made.source, asked), as, layout, maker.id);
  if (!written.ok) {
    const { findings } = written;
    if (written.busy) {
      refuse(422, 'busy', 'Other documents are being made. Wait until they are done, then try again.');
    }
    const say =
      'This document could not be made. Read it as a page instead, and tell who looks after the forms.';
    return refuse(422, 'not-made', say, { findings });
  }
  const { bytes, missing } = written;
  return { bytes, hash: hash('sha256', bytes), ...(missing === undefined ? {} : { missing }) };
}
