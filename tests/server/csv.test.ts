import { expect, it } from 'vitest';
import { csvOf } from '../../server/csv.ts';

it('a table tells every formula as text, however it begins, and quotes what is in a cell', () => {
  const begins = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
  const table = csvOf([begins.map((sign) => `${sign}HYPERLINK("x")`), ['Ada', '3', '']]);
  const [first = '', second] = table.slice(1).split('"\r\n');
  expect(first.split('","')).toHaveLength(begins.length);
  for (const cell of first.split('","')) expect(cell.replace(/^"/, '')).toMatch(/^'.HYPERLINK\(""x""\)/s);
  expect(second).toBe('"Ada","3","');
});
