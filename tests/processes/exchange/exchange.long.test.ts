import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as browsers } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareTags } from '../../../engine/pathway/exchange/compare-tags.ts';
import descriptor from '../../../processes/pathway.moddle.json' with { type: 'json' };

const drawings = join(import.meta.dirname, 'drawings');
const library = join(
  import.meta.dirname,
  '../../../node_modules/bpmn-js/dist/bpmn-modeler.production.min.js',
);

interface Modeler {
  importXML(xml: string): Promise<{ warnings: { message: string }[] }>;
  saveXML(options: { format: boolean }): Promise<{ xml: string }>;
  destroy(): void;
}

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await browsers.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args, '--no-sandbox'],
  });
  page = await browser.newPage();
  await page.setContent('<div id="drawing" style="height: 800px"></div>');
  await page.addScriptTag({ path: library });
});
afterAll(() => browser.close());

/** Opens a drawing in bpmn-js, as the modeller does, and saves it. */
const openAndSave = (xml: string): Promise<{ warnings: string[]; saved: string }> =>
  page.evaluate(
    async ({ drawing, pathway }) => {
      const { BpmnJS } = globalThis as unknown as { BpmnJS: new (options: unknown) => Modeler };
      const modeler = new BpmnJS({ container: '#drawing', moddleExtensions: { pathway } });
      const { warnings } = await modeler.importXML(drawing);
      const { xml: saved } = await modeler.saveXML({ format: true });
      modeler.destroy();
      return { warnings: warnings.map(({ message }) => message), saved };
    },
    { drawing: xml, pathway: descriptor },
  );

/** bpmn-js moves what a folded stage holds, as a whole, to where it wants it: a place is no change. */
const isMoved = ({ kind, what }: { kind: string; what: string }): boolean =>
  ['Bounds', 'waypoint'].includes(kind) && /^attribute [xy]$/.test(what);

test.each(readdirSync(drawings))('bpmn-js opens %s, shows it and saves it whole', async (file) => {
  const xml = readFileSync(join(drawings, file), 'utf8');
  const { warnings, saved } = await openAndSave(xml);
  expect(warnings).toEqual([]);
  const { lost } = compareTags(xml, saved, () => undefined);
  expect(lost.filter((one) => !isMoved(one))).toEqual([]);
});
