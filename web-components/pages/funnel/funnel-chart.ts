import type { FunnelPage, PassageSays } from '../../api-office/funnel.ts';
import type { Chart, ChartRow } from '../../elements/chart/chart.ts';
import { sayNumber, sayPercent } from '../../elements/chart/say-cell.ts';
import { sayList } from '../../words/lists.ts';
import { funnel as words } from '../../words-office/funnel.ts';
import { sayPeriod } from '../measures/periods.ts';

/** Each passage as a bar of three parts; undefined where nobody set out, or all is too few to show. */
export function funnelChart(page: FunnelPage): Chart | undefined {
  const rows = page.passages.flatMap(partsOf);
  if (!rows.some(({ share }) => typeof share === 'number')) return undefined;
  const { columns } = words;
  return {
    ...{ title: words.chart, summary: funnelFinding(page), kind: 'stacked', unit: '', references: [], rows },
    columns: [
      { id: 'from', name: columns.from, kind: 'text', draws: 'along' },
      { id: 'way', name: columns.way, kind: 'text', draws: 'series' },
      { id: 'share', name: columns.share, kind: 'percent', draws: 'size' },
      { id: 'count', name: columns.count, kind: 'number' },
    ],
  };
}

function partsOf(passage: PassageSays): ChartRow[] {
  const { all, went, outcomes, from, days } = passage;
  if (all.count === 0) return [];
  const [recent, no] = outcomes.slice(-2);
  const parts = [
    [words.ways.went, went.count],
    [words.ways.recent, recent?.count],
    [words.ways.no, no?.count],
  ] as const;
  // a bar without one of its parts would show the others in the wrong place
  const whole = parts.every(([, count]) => shareOf(count, all.count) !== undefined);
  return parts.map(([way, count]) => ({
    ...{ from: words.within(from, days), way, count: count ?? words.fewer },
    share: whole ? shareOf(count, all.count) : words.tooFew,
  }));
}

/** In percent; undefined where one of the two is too small to be shown. */
export function shareOf(count: number | undefined, all: number | undefined): number | undefined {
  // rounded numbers of parts can come to more than the rounded whole
  return count === undefined || !all ? undefined : Math.min(100, (100 * count) / all);
}

/** '180 of 214 referrals went on within 30 days, …, in the last 12 months.' */
export function funnelFinding({ passages, period, today }: FunnelPage): string {
  return words.finding(sayList(passages.map(passageSaid)), sayPeriod(period, today));
}

function passageSaid({ all, went, from, days }: PassageSays): string {
  if (all.count === 0) return words.nobody(from);
  if (all.count === undefined || went.count === undefined) return words.few(from);
  return words.wentOn(sayNumber(went.count), sayNumber(all.count), from, days);
}

/** '180 of 214 referrals went on within 30 days (84 %). For 12 the days are not over yet.' */
export function passageFinding(passage: PassageSays): string {
  const { all, went, outcomes } = passage;
  const share = shareOf(went.count, all.count);
  const said = passageSaid(passage);
  const recent = outcomes.at(-2)?.count;
  const sentence = `${said.charAt(0).toUpperCase()}${said.slice(1)}${share === undefined ? '' : ` (${sayPercent(Math.round(share))})`}.`;
  return recent ? `${sentence} ${words.recent(sayNumber(recent))}` : sentence;
}
