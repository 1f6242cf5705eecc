import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as browsers } from 'playwright-core';
import type { Page } from 'playwright-core';

const packages = join(import.meta.dirname, '../../node_modules/bpmn-js/dist');
const descriptor: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../processes/pathway.moddle.json'), 'utf8'),
);

interface Viewer {
  importXML(xml: string): Promise<{ warnings: { message: string }[] }>;
  get(name: 'canvas'): {
    getRootElements(): { id: string }[];
    setRootElement(root: unknown): void;
    zoom(how: string): void;
  };
}

/** A drawing open in a real browser: what bpmn-js warned of, and its pages, each to be looked at. */
export interface OpenDrawing {
  warnings: string[];
  pages: string[];
  picture(page: string): Promise<Buffer>;
  close(): Promise<void>;
}

/** Opens a drawing with the bpmn-js viewer in a browser that needs nothing installed. */
export async function openDrawing(xml: string): Promise<OpenDrawing> {
  const browser = await browsers.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args, '--no-sandbox'],
  });
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await page.setContent('<div id="drawing" style="position: absolute; inset: 0"></div>');
  for (const file of ['diagram-js.css', 'bpmn-js.css']) {
    await page.addStyleTag({ path: join(packages, 'assets', file) });
  }
  await page.addScriptTag({ path: join(packages, 'bpmn-navigated-viewer.production.min.js') });
  const opened = await importInto(page, xml);
  return {
    ...opened,
    picture: async (id) => {
      await show(page, id);
      return page.screenshot();
    },
    close: () => browser.close(),
  };
}

function importInto(page: Page, xml: string): Promise<{ warnings: string[]; pages: string[] }> {
  return page.evaluate(
    async ({ xml: drawing, descriptor: pathway }) => {
      const held = globalThis as unknown as { BpmnJS: new (options: unknown) => Viewer; viewer: Viewer };
      held.viewer = new held.BpmnJS({ container: '#drawing', moddleExtensions: { pathway } });
      const { warnings } = await held.viewer.importXML(drawing);
      const pages = held.viewer.get('canvas').getRootElements();
      return { warnings: warnings.map(({ message }) => message), pages: pages.map(({ id }) => id) };
    },
    { xml, descriptor },
  );
}

async function show(page: Page, id: string): Promise<void> {
  await page.evaluate((wanted) => {
    const canvas = (globalThis as unknown as { viewer: Viewer }).viewer.get('canvas');
    canvas.setRootElement(canvas.getRootElements().find((root) => root.id === wanted));
    canvas.zoom('fit-viewport');
  }, id);
}
