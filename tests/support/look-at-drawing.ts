/**
 * Pictures of every page of a drawing, to be looked at after it was changed:
 *
 *     node tests/support/look-at-drawing.ts processes/child-protection/2-redesigned/pathway.bpmn pictures
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDrawing } from './open-drawing.ts';

const [file, folder = 'pictures'] = process.argv.slice(2);
if (!file) throw new Error('Name the drawing: node tests/support/look-at-drawing.ts <drawing> <folder>');
mkdirSync(folder, { recursive: true });
const drawing = await openDrawing(readFileSync(file, 'utf8'));
for (const warning of drawing.warnings) console.log(`warning: ${warning}`);
for (const page of drawing.pages) {
  const picture = join(folder, `${page}.png`);
  writeFileSync(picture, await drawing.picture(page));
  console.log(picture);
}
await drawing.close();
