import { makeOutput, questionsLeftOut } from '#engine';
import type { Finding, Output, OutputDocument, Version } from '#engine';
import { refuse } from '../errors.ts';
import { writeHtml } from './html/write-html.ts';
import { budgetOf, costOf, tooLarge } from './largest/cost.ts';
import { exampleSource } from './largest/example-source.ts';
import { noise } from './largest/noise.ts';
import { chosen, type Wanted } from './offered.ts';
import { signsMissing } from './pdf/signs-missing.ts';
import { withPictures } from './pictures.ts';

/** How a layout of a draft is to be looked at; `layout`: as it is being written, before it is saved. */
export interface Previewing extends Wanted {
  layout?: Output;
  /** also make the document of the largest family, in every format */
  cost?: boolean;
}

/**
 * A layout as it would be, filled with an invented family: the page, what no block shows, what it leaves out for its
 * reader, and what it costs for the largest family.
 */
export async function previewOutput(version: Version, id: string, asked: Previewing, by: string) {
  const layout = asked.layout ?? version.outputs.find((one) => one.id === id);
  const form = layout && version.forms[layout.form];
  if (!form) refuse(422, 'no-layout', 'There is no such output, or its form is not there. Look again.');
  const source = exampleSource(version, form, 'example');
  // as it is being written: the version's own layout of this name stands back
  const within = { ...version, outputs: [...version.outputs.filter((one) => one.id !== id), layout] };
  const as = chosen(within, source, layout.id, asked).asked;
  const [large] = tooLarge(layout, source);
  if (large) refuse(422, 'too-large', large.message, { findings: [large] });
  const plain = makeOutput(layout, source, as);
  const { document, pictures } = await withPictures((id) => Promise.resolve(noise('example', id)), plain);
  const { cost, findings } = asked.cost
    ? await costOf(within, layout, as, by)
    : { findings: [] as Finding[] };
  return {
    html: writeHtml(document, pictures),
    leftOut: document.leftOut.filter(({ why }) => why !== 'no-block'),
    notShown: questionsLeftOut(layout, form).map(({ id: question, label }) => ({ question, label })),
    budget: budgetOf(layout),
    ...(cost ? { cost } : {}),
    findings: [...findings, ...unseenInPdf(document, layout)],
  };
}

/** Wording that a PDF can't show is no fault of the layout, and nobody should find it out from a family. */
function unseenInPdf(document: OutputDocument, { id, title }: Output): Finding[] {
  const missing = signsMissing(document);
  if (!missing) return [];
  const named = missing.scripts.length > 0 ? missing.scripts.join(', ') : missing.signs.join(' ');
  const message = `A PDF of “${title}” would have empty squares in place of ${String(missing.count)} signs (${named}): its fonts have none. As a page and for Word it shows them.`;
  return [{ check: 'output-signs', level: 'warning', element: id, message }];
}
