import { canonical, changedFiles } from './canonical.ts';
import type { Hand } from '../../../modeller/operations/index.ts';
import { findingsOf, handOf } from '../../../modeller/reading.ts';
import type { PathwayModeller, View } from '../../../modeller/pathway-modeller.ts';
import type { Box, Shape } from '../../../modeller/diagram/shapes.ts';

/** What tests do on the page, in the page itself: through what a person sees and presses. */
export interface InPage {
  /** the model without its layout, in one order, with the files beside it that are others now */
  canonical: () => string;
  /** shapes that lie on each other, as 'one on other' */
  overlaps: () => string[];
  /** does an operation as in that view; the answer says what went wrong, or '' */
  perform: (view: View, on: string, operation: string, answers: Record<string, string>) => Promise<string>;
  /** milliseconds from being given a draft until it is drawn */
  timeToOpen: () => Promise<number>;
  /** milliseconds of one pass of the drawing's rules, and how many elements and ways it looked at */
  timeToCheck: () => { took: number; elements: number; ways: number };
  undo: () => Promise<void>;
  redo: () => Promise<void>;
  xml: () => Promise<string>;
  /** the files that are others than when the draft was opened; null where one is gone */
  changed: () => [string, string | null][];
}

const modeller = (): PathwayModeller => {
  const found = document.querySelector<PathwayModeller>('pathway-modeller');
  if (!found) throw new Error('no editor on the page');
  return found;
};

const handNow = (): Hand => {
  const { hand } = modeller();
  if (!hand) throw new Error('nothing is open');
  return hand;
};

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
};

function overlaps(): string[] {
  const shapes = handNow()
    .editor.get('elementRegistry')
    .filter(
      ({ waypoints, labelTarget, parent, host }) => !waypoints && !labelTarget && !host && Boolean(parent),
    );
  const on = (a: Box, b: Box): boolean =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  return [...Map.groupBy(shapes, ({ parent }) => parent).values()].flatMap((beside: Shape[]) =>
    beside.flatMap((a, at) => beside.slice(at + 1).flatMap((b) => (on(a, b) ? [`${a.id} on ${b.id}`] : []))),
  );
}

async function chosenEntry(view: View, on: string): Promise<HTMLElement | string> {
  const editor = modeller();
  editor.view = view;
  editor.focusOn = { element: on };
  await settled();
  if (view === 'drawing')
    return document.querySelector<HTMLElement>('pathway-panel pathway-entry') ?? 'no panel';
  const entry = document.querySelector<HTMLElement>(`[data-entry="${on}"]`);
  if (!entry) return `no entry for ${on}`;
  const opener = entry.querySelector<HTMLButtonElement>('button[aria-expanded]');
  if (opener?.getAttribute('aria-expanded') === 'false') opener.click();
  await settled();
  return entry.querySelector<HTMLElement>('pathway-entry') ?? `the entry ${on} does not open`;
}

async function perform(
  view: View,
  on: string,
  operation: string,
  answers: Record<string, string>,
): Promise<string> {
  const entry = await chosenEntry(view, on);
  if (typeof entry === 'string') return entry;
  const button = entry.querySelector<HTMLButtonElement>(`button[data-operation="${operation}"]`);
  if (!button)
    return `nothing offers ${operation} at ${on}: ${entry.textContent.replace(/\s+/g, ' ').slice(0, 300)}`;
  button.click();
  await settled();
  const form = entry.querySelector<HTMLFormElement>('form[data-operation]');
  if (!form) return '';
  for (const [name, value] of Object.entries(answers)) {
    const problem = fill(form, name, value);
    if (problem) return problem;
    await settled();
  }
  form.querySelector<HTMLButtonElement>('button[type="submit"]')?.click();
  await settled();
  return form.isConnected ? `not done: ${form.querySelector('.govuk-error-message')?.textContent ?? ''}` : '';
}

function fill(form: HTMLFormElement, name: string, value: string): string {
  const field = form.querySelector<HTMLElement>(`[id$="-${name}"]`);
  if (field instanceof HTMLSelectElement) {
    if (![...field.options].some((option) => option.value === value)) return `${name} can't be ${value}`;
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  } else if (field?.querySelector('way-condition')) {
    const detail = { value };
    field
      .querySelector('way-condition')
      ?.dispatchEvent(new CustomEvent('tl-condition', { bubbles: true, detail }));
  } else if (field) {
    for (const box of field.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')) {
      const wanted = value.split(' ').some((one) => box.id.endsWith(`-${name}-${one}`));
      if (wanted !== box.checked) box.click();
    }
  } else return `nothing asks for ${name}`;
  return '';
}

export const inPage: InPage = {
  canonical: () => canonical(handNow().pathway, handNow().files, modeller().files),
  overlaps,
  perform,
  changed: () => changedFiles(handNow().files, modeller().files),
  async timeToOpen() {
    const editor = modeller();
    const xml = `${editor.files['pathway.bpmn'] ?? ''}\n`;
    const begun = performance.now();
    editor.files = { ...editor.files, 'pathway.bpmn': xml };
    await editor.updateComplete;
    while (!editor.hand) await new Promise((resolve) => setTimeout(resolve, 1));
    return performance.now() - begun;
  },
  timeToCheck() {
    const hand = handNow();
    const begun = performance.now();
    findingsOf(handOf(hand.editor, { all: { ...hand.files } }), modeller().statutory, undefined, []);
    const { processes } = hand.pathway;
    return {
      took: performance.now() - begun,
      elements: processes.reduce((sum, { elements }) => sum + elements.length, 0),
      ways: processes.reduce((sum, { flows }) => sum + flows.length, 0),
    };
  },
  async undo() {
    modeller().undo();
    await settled();
  },
  async redo() {
    modeller().redo();
    await settled();
  },
  async xml() {
    const editor = handNow().editor as unknown as { saveXML: (o: object) => Promise<{ xml: string }> };
    return (await editor.saveXML({ format: true })).xml;
  },
};
