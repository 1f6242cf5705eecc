/** `node tests/support/make-outputs.ts <folder>` writes a document of an invented family there, as a PDF and for Word. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeOutput } from '../../engine/index.ts';
import { writeDocx } from '../../server/outputs/docx/write-docx.ts';
import { exampleSource } from '../../server/outputs/largest/example-source.ts';
import { noise } from '../../server/outputs/largest/noise.ts';
import { endPdfProcess, makePdf } from '../../server/outputs/pdf/make-pdf.ts';
import { withPictures } from '../../server/outputs/pictures.ts';
import { shippedVersion } from './shipped-version.ts';

const folder = process.argv[2] ?? '.';
const version = await shippedVersion();
const layout = version.outputs.find(({ id }) => id === 'initial-conference');
const form = layout && version.forms[layout.form];
if (!form) throw new Error('the minutes of a conference are no longer there: choose another document');
const plain = makeOutput(layout, exampleSource(version, form, 'example'), { audience: layout.audience });
const { document, pictures } = await withPictures((id) => Promise.resolve(noise('example', id)), plain);
const pdf = await makePdf(document, pictures);
if (pdf.kind === 'refused') throw new Error(pdf.faults.map(({ message }) => message).join(' '));
writeFileSync(join(folder, 'letter.pdf'), pdf.bytes);
writeFileSync(join(folder, 'letter.docx'), await writeDocx(document, pictures));
endPdfProcess();
