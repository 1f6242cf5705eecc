import { makeOutput, mostTexts } from '#engine';
import type { Finding, Output, OutputAsked, OutputBudget, OutputSource, Version } from '#engine';
import { writeDocx } from '../docx/write-docx.ts';
import { writeHtml } from '../html/write-html.ts';
import { faultFinding } from '../make-document.ts';
import { makePdf } from '../pdf/make-pdf.ts';
import { withPictures } from '../pictures.ts';
import budgets from '../budgets.json' with { type: 'json' };
import { exampleSource } from './example-source.ts';
import { noise } from './noise.ts';

/** What the document of the largest family costs, and which blocks of the layout take most of its pages. */
export interface Cost extends OutputBudget {
  blocks: { from: number; pages: number }[];
}

const counted = ['pages', 'html', 'pdf', 'docx', 'milliseconds'] as const;

const named: Record<keyof OutputBudget, string> = {
  pages: 'pages',
  html: 'bytes as a page',
  pdf: 'bytes as a PDF',
  docx: 'bytes for Word',
  milliseconds: 'milliseconds to make',
};

/** What a layout may cost: its own limits before those for all. */
export function budgetOf({ budget }: Output): OutputBudget {
  const { says: _, ...all } = budgets;
  return { ...all, ...budget };
}

/** Many times what any document needs, and little enough to be made beside everything else the server does. */
const most = 40_000;

/** A layout that shows more than any machine should lay out is not tried. */
export function tooLarge(layout: Output, source: OutputSource): Finding[] {
  if (mostTexts(layout, source) <= most) return [];
  const message = `“${layout.title}” shows too much for one document: leave blocks out, or show fewer columns or rows.`;
  return [{ check: 'output-cost', level: 'error', element: layout.id, message }];
}

/**
 * Makes the document of the largest family in every format; findings where one is refused or costs too much. `busy`: it
 * was not tried, because too many are being made. `by`: the account that waits for it.
 */
export async function costOf(
  version: Version,
  layout: Output,
  asked: OutputAsked = { audience: layout.audience },
  by?: string,
): Promise<{ cost?: Cost; findings: Finding[]; busy?: boolean }> {
  const form = version.forms[layout.form];
  if (!form) return { findings: [] };
  const source = exampleSource(version, form, 'largest');
  const refused = tooLarge(layout, source);
  if (refused.length > 0) return { findings: refused };
  const plain = makeOutput(layout, source, asked);
  const { document, pictures } = await withPictures((id) => Promise.resolve(noise('largest', id)), plain);
  const made = await makePdf(document, pictures, { ...(by === undefined ? {} : { by }), behind: true });
  if (made.kind === 'refused') {
    const findings = made.faults.map((fault) => faultFinding(layout, fault));
    return { findings, busy: made.busy ?? false };
  }
  const cost: Cost = {
    ...{ pages: made.pages, pdf: made.bytes.byteLength, milliseconds: Math.round(made.milliseconds) },
    html: Buffer.byteLength(writeHtml(document, pictures)),
    docx: (await writeDocx(document, pictures)).byteLength,
    blocks: made.cost.toSorted((one, other) => other.pages - one.pages),
  };
  return { cost, findings: overBudget(layout, cost) };
}

/** Each limit that is gone over, with the blocks that cost most. */
export function overBudget(layout: Output, cost: Cost): Finding[] {
  const budget = budgetOf(layout);
  const most = cost.blocks
    .slice(0, 3)
    .map(({ from, pages }) => `${sayBlock(layout, from)} (${pages.toFixed(1)} pages)`);
  return counted
    .filter((what) => cost[what] > budget[what])
    .map((what) => ({
      ...{ check: 'output-cost', level: 'error', element: layout.id },
      message: `“${layout.title}” takes ${count(cost[what])} ${named[what]} for the largest family, and ${count(budget[what])} are allowed. Most of it: ${most.join(', ')}. Leave some of it out, or show less of it.`,
    }));
}

const count = (number: number): string => number.toLocaleString('en-GB');

/** A block by its place and what it shows. */
function sayBlock({ blocks }: Output, from: number): string {
  const block = blocks[from];
  if (!block) return `block ${String(from + 1)}`;
  const shown = 'question' in block ? block.question : 'block' in block ? block.block : block.kind;
  return `block ${String(from + 1)}, ${shown ?? block.kind}`;
}
