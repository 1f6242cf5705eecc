/** Words that stand around every chart. */
export const chartWords = {
  table: 'The figures as a table',
  tableOf: (title: string) => `The figures: ${title}`,
  csv: 'Download the figures (CSV)',
  notKnown: 'not known',
  refused: (missing: string) =>
    `This chart is not drawn because it has no ${missing}. A chart must say what it shows and what was found.`,
  missing: {
    title: 'title',
    summary: 'sentence that says what was found',
    rows: 'figures',
    columns: 'column to draw',
  },
  drawing: 'The chart is being drawn …',
  notLoaded: 'The chart could not be loaded. The table below says the same.',
  key: 'Key',
  /** before the last figure of a line */
  latest: 'Latest',
  median: (value: string) => `median ${value}`,
} as const;
