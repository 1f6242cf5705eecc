import { budgetOf, costOf } from '../../server/outputs/index.ts';
import { endPdfProcess } from '../../server/outputs/pdf/make-pdf.ts';
import { shippedVersion } from '../support/shipped-version.ts';
import type { Figure } from './figure.ts';

/** The documents of the largest family (12 children, 3 years of records): the five longest, beside what they may cost. */
export async function measureOutputs(): Promise<Figure[]> {
  const version = await shippedVersion();
  const measured = [];
  for (const layout of version.outputs) {
    const began = performance.now();
    const { cost, findings } = await costOf(version, layout);
    if (cost) measured.push({ layout, cost, findings, all: performance.now() - began });
  }
  endPdfProcess();
  const longest = measured.toSorted((one, other) => other.cost.pages - one.cost.pages).slice(0, 5);
  const over = measured.reduce((sum, { findings }) => sum + findings.length, 0);
  return [
    ...longest.map(({ layout, cost, all }) => {
      const budget = budgetOf(layout);
      return {
        name: `PDF of “${layout.title}”`,
        value: cost.milliseconds,
        unit: 'ms of a processor',
        beside: `${said(cost.pages)} of ${said(budget.pages)} pages; bytes of the PDF ${said(cost.pdf)} of ${said(budget.pdf)}, of the page ${said(cost.html)}, for Word ${said(cost.docx)}; all three formats ${said(Math.round(all))} ms`,
      };
    }),
    {
      name: 'Limits gone over, of all documents',
      value: over,
      unit: '',
      beside: 'of pages, bytes and milliseconds, none may be',
    },
  ];
}

const said = (number: number): string => number.toLocaleString('en-GB');
