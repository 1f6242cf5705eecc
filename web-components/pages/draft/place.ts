/** The parts of a draft's page; the first five are the modeller's views of it. */
export const views = [
  'drawing',
  'outline',
  'forms',
  'outputs',
  'dictionary',
  'checks',
  'comparison',
  'saves',
] as const;
export type View = (typeof views)[number];
export type ModellerView = (typeof views)[0 | 1 | 2 | 3 | 4];

/** What a view begins with: an element of the drawing, a question of a form, or a paper. */
export interface FocusOn {
  element?: string;
  form?: string;
  question?: string;
  output?: string;
}

export const isModellerView = (view: View): view is ModellerView => views.indexOf(view) < 5;

/** Address of a part of a draft, at a place in it. */
export function addressOf(draft: string, view: View, focusOn: FocusOn = {}): string {
  const search = new URLSearchParams(view === 'drawing' ? {} : { view });
  for (const [name, value] of Object.entries(focusOn) as [string, string | undefined][]) {
    if (value) search.set(name, value);
  }
  const query = search.toString();
  return `/pathway/drafts/${encodeURIComponent(draft)}${query ? `?${query}` : ''}`;
}

/** Which part an address asks for, and where in it. */
export function placeIn(query: URLSearchParams): { view: View; focusOn: FocusOn | undefined } {
  const view = views.find((one) => one === query.get('view')) ?? 'drawing';
  const focusOn: FocusOn = {};
  for (const name of ['element', 'form', 'question', 'output'] as const) {
    const value = query.get(name);
    if (value) focusOn[name] = value;
  }
  return { view, focusOn: Object.keys(focusOn).length > 0 ? focusOn : undefined };
}

/**
 * Where a finding or a change is to be seen: its question, its form or its element in the outline; undefined where it is
 * about no one place.
 */
export function addressOfThing(
  draft: string,
  files: Record<string, string>,
  thing: FocusOn,
): string | undefined {
  const { element, question } = thing;
  const form = thing.form ?? (element && files[`forms/${element}.json`] ? element : undefined);
  const isDrawn = element !== undefined && files['pathway.bpmn']?.includes(` id="${element}"`) === true;
  if (isDrawn && !question) return addressOf(draft, 'outline', { element });
  if (form) return addressOf(draft, 'forms', { form, ...(question ? { question } : {}) });
  if (isDrawn) return addressOf(draft, 'outline', { element });
  const printed = element !== undefined && files[`outputs/${element}.json`] !== undefined;
  return printed ? addressOf(draft, 'outputs', { output: element }) : undefined;
}
