import type { Exchanged } from './exchange.ts';
import { plural, table } from './report.ts';

/** What became of each drawing of a folder, as lines of plain text: element by element, then one row for each. */
export function exchangeReport(exchanged: Exchanged[]): string[] {
  if (exchanged.length === 0) return ['There is no .bpmn file in the folder.'];
  return [
    ...exchanged.flatMap((one) => [...file(one), '']),
    ...table([
      ['file', 'elements', 'kept', 'lost', 'warnings', 'runs here', 'reasons against'],
      ...exchanged.map(row),
      row(sum(exchanged)),
    ]),
  ];
}

function file({ file, saved, kinds, lost, warnings, findings }: Exchanged): string[] {
  const stopping = findings.filter(({ level }) => level === 'error');
  const said = findings.length - stopping.length;
  return [
    file,
    ...(saved === '' ? ['  could not be opened'] : [`  kept: ${kinds.map(kept).join(', ')}`]),
    ...lost.map(({ kind, where, what }) => `  lost: ${kind} ${where}: ${what}`),
    ...warnings.map((warning) => `  warning: ${warning}`),
    ...stopping.map(({ message }) => `  can’t run here: ${message}`),
    ...(said > 0 ? [`  ${plural(said, 'remark')} on what does nothing here`] : []),
  ];
}

const kept = (one: { kind: string; kept: number; lost: number }): string =>
  one.lost === 0
    ? `${one.kind} ${String(one.kept)}`
    : `${one.kind} ${String(one.kept)} of ${String(one.kept + one.lost)}`;

function row({ file, kinds, warnings, findings, saved }: Exchanged): string[] {
  const keptAll = kinds.reduce((all, kind) => all + kind.kept, 0);
  const lost = kinds.reduce((all, kind) => all + kind.lost, 0);
  const reasons = findings.filter(({ level }) => level === 'error').length;
  const runs = saved !== '' && reasons === 0 ? 'yes' : 'no';
  return [file, ...[keptAll + lost, keptAll, lost, warnings.length].map(String), runs, String(reasons)];
}

const sum = (exchanged: Exchanged[]): Exchanged => ({
  ...{ file: 'all', saved: exchanged.every(({ saved }) => saved !== '') ? 'all' : '' },
  kinds: exchanged.flatMap(({ kinds }) => kinds),
  lost: [],
  warnings: exchanged.flatMap(({ warnings }) => warnings),
  findings: exchanged.flatMap(({ findings }) => findings),
});
