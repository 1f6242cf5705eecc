import type { Finding } from '#engine';
import type { Checked } from './check-version.ts';

const headings: [Finding['level'], string][] = [
  ['error', 'To put right before it can be published'],
  ['warning', 'To look at'],
  ['advice', 'Advice'],
];

/** A checked version as lines of plain text: findings by weight, then places and transitions per stage. `ms`: time taken. */
export function report({ name, findings, size }: Checked, ms: number): string[] {
  const count = (level: Finding['level']): number =>
    findings.filter((finding) => finding.level === level).length;
  return [
    name,
    ...headings.flatMap(([level, heading]) =>
      section(
        heading,
        findings.filter((finding) => finding.level === level),
      ),
    ),
    '',
    ...table([
      ['stage', 'places', 'transitions'],
      ...size.processes.map((one) => [one.process, String(one.places), String(one.transitions)]),
      ['all', String(size.places), String(size.transitions)],
    ]),
    '',
    `${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')}, ${count('advice')} advice; ` +
      `read, compiled and checked in ${(ms / 1000).toFixed(1)} s`,
  ];
}

function section(heading: string, findings: Finding[]): string[] {
  if (findings.length === 0) return [];
  return [
    '',
    `${heading} (${findings.length})`,
    ...findings.map((finding) => `  ${whereOf(finding)}: ${finding.message}`),
  ];
}

const whereOf = ({ check, element, question }: Finding): string =>
  [check, element, question].filter((part) => part !== undefined).join(' · ');

/** Rows as columns of the same width: the first to the left, the others to the right. */
export function table(rows: string[][]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart((widths[column] ?? 0) + 2),
      )
      .join(''),
  );
}

export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
