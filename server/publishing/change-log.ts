import { csvOf } from '../csv.ts';
import type { Host } from '../host.ts';
import { sayPublication } from './gate-page.ts';
import { allPublications } from './publication.ts';

/** Everything that was proposed for the pathway, published or refused, the latest first. Read only. */
export async function changeLog(host: Host) {
  const publications = await allPublications(host);
  return { entries: await Promise.all(publications.map((one) => sayPublication(host, one))) };
}

type Entry = Awaited<ReturnType<typeof changeLog>>['entries'][number];

const columns: [string, (entry: Entry) => string][] = [
  ['What became of it', ({ state }) => state],
  ['Title', ({ title }) => title],
  ['In effect from', ({ effective, state }) => (state === 'published' ? effective : '')],
  ['For', ({ team }) => team ?? 'everyone'],
  ['What changed', ({ changes }) => changes.map(({ sentence }) => sentence).join('\n')],
  ['Why', ({ why }) => why],
  ['Asked for by', ({ asked }) => asked.join(', ')],
  ['Before', ({ before }) => before.name],
  ['Version before', ({ before }) => before.id],
  ['Version after', ({ version }) => version],
  ['Proposed by', ({ proposed }) => proposed.by],
  ['Proposed on', ({ proposed }) => proposed.at],
  ['Approved by', ({ approved }) => approved?.by ?? ''],
  ['Approved on', ({ approved }) => approved?.at ?? ''],
  ['Refused by', ({ refused }) => refused?.by ?? ''],
  ['Refused because', ({ refused }) => refused?.because ?? ''],
  [
    'What the law asks for and is left out',
    ({ authorised }) => authorised.map((one) => `${one.finding}: ${one.by}, ${one.because}`).join('\n'),
  ],
  [
    'Worked cases changed on purpose',
    ({ examples }) => examples.map((one) => `${one.id}: ${one.because}`).join('\n'),
  ],
  ['Looked at again on', ({ reviews, state }) => (state === 'published' ? reviews.join(', ') : '')],
  ['Note for staff', ({ note }) => note],
];

/** The change log as a table for a spreadsheet, as RFC 4180 has it; it holds nothing of any family. */
export async function changeLogTable(host: Host): Promise<string> {
  const { entries } = await changeLog(host);
  const rows = [columns.map(([name]) => name), ...entries.map((one) => columns.map(([, say]) => say(one)))];
  return csvOf(rows);
}
