import { html, nothing, type TemplateResult } from 'lit';
import type { Length, OverTimeAsked, TimeInStage } from '../../api-office/flow.ts';
import type { ChartColumn } from '../../elements/chart/chart.ts';
import '../../elements/chart/tl-chart.ts';
import { flow as words } from '../../words-office/flow.ts';
import { numberTo, scrolling } from './numbers.ts';

/** How long children are in each stage so far, and how long those stayed who left it. */
export function timeView(
  { to, stages }: TimeInStage,
  asked: OverTimeAsked & { from: string },
): TemplateResult {
  const { columns: heads } = words.time;
  const { from: _, ...held } = asked;
  const names = [
    words.stage,
    heads.now,
    heads.median,
    heads.p90,
    heads.left,
    heads.leftMedian,
    heads.leftP90,
  ];
  const body = stages.map(({ id, name, now, finished }) => {
    const there = { ...held, on: to, stage: id };
    return html`<tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">${name}</th>
      ${numberTo(now.n, { of: 'history', asked: there, says: `${name}, ${heads.now}` })} ${days(now)}
      ${numberTo(finished.n, { of: 'time', asked: { ...asked, stage: id }, says: `${name}, ${heads.left}` })}
      ${days(finished)}
    </tr>`;
  });
  return html`<section>
    <h2 class="govuk-heading-l" id="time">${words.time.title}</h2>
    <p class="govuk-body tl-measure">${words.time.lead}</p>
    ${scrolling(words.time.title, names, body)} ${chart(stages)}
  </section>`;
}

function days({ median, p90 }: Length): TemplateResult {
  return html`${[median, p90].map(
    (number) => html`<td class="govuk-table__cell govuk-table__cell--numeric">${number ?? ''}</td>`,
  )}`;
}

const drawn: ChartColumn[] = [
  { id: 'stage', name: words.stage, kind: 'text', draws: 'along' },
  { id: 'median', name: words.time.columns.leftMedian, kind: 'number', draws: 'from' },
  { id: 'p90', name: words.time.columns.leftP90, kind: 'number', draws: 'to' },
  { id: 'n', name: words.time.columns.left, kind: 'number' },
];

function chart(stages: TimeInStage['stages']): TemplateResult | typeof nothing {
  const rows = stages.flatMap(({ name, finished: { n, median, p90 } }) =>
    n === undefined || median === undefined || p90 === undefined ? [] : [{ stage: name, median, p90, n }],
  );
  const [longest] = [...rows].sort((a, b) => b.median - a.median);
  if (!longest) return nothing;
  return html`<tl-chart
    .title=${words.time.chart}
    .summary=${words.time.summary(longest.stage, longest.median, longest.p90, longest.n)}
    .rows=${rows}
    .columns=${drawn}
    .kind=${'interval'}
    .unit=${'days'}
  ></tl-chart>`;
}
