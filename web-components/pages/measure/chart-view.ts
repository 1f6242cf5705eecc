import { html, type TemplateResult } from 'lit';
import type { Chart } from '../../elements/chart/chart.ts';
import '../../elements/chart/tl-chart.ts';

/** A chart on a page. */
export const chartView = ({
  title,
  summary,
  kind,
  unit,
  columns,
  rows,
  references,
}: Chart): TemplateResult => html`
  <tl-chart
    .title=${title}
    .summary=${summary}
    .kind=${kind}
    .unit=${unit}
    .columns=${columns}
    .rows=${rows}
    .references=${references}
  ></tl-chart>
`;
