import { trustBeside, type Beside } from '#engine/browser';

/** Texts of a draft by their path in the version's folder. */
export type Files = Readonly<Record<string, string>>;

const read = new WeakMap<Files, Beside>();

/** What stands beside the drawing, read from the texts; a text that cannot be read leaves its part empty. */
export function partsOf(files: Files): Beside {
  const known = read.get(files);
  if (known) return known;
  const parts = trustBeside(files);
  const forms = Object.fromEntries(
    Object.entries(parts.forms).filter(([, form]) => Array.isArray(form.layout)),
  );
  const whole = { ...parts, forms };
  read.set(files, whole);
  return whole;
}

/** How a part is written into its file. */
export function fileText(part: unknown): string {
  return `${JSON.stringify(part, null, 2)}\n`;
}

/** Where a form stands. */
export const formPath = (id: string): string => `forms/${id}.json`;

/** Where an output stands. */
export const outputPath = (id: string): string => `outputs/${id}.json`;
