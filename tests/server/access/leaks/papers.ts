import type { Family, Workplace } from '../../support/workplace.ts';
import { canaries } from './canaries.ts';

/** A document of a record, given to the mother and to a school, withdrawn again, with what the school said of it. */
export async function papers(place: Workplace, family: Family, record: string): Promise<void> {
  const sam = await place.as('sam');
  const send = async (url: string, body: object): Promise<string> => {
    const answer = await sam.post<{ id: string }>(url, { ...body, commandId: place.command() });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body.id;
  };
  const id = await send(`/api/records/${record}/shared`, {
    ...{ output: 'case-note', audience: 'family', language: 'en-GB', format: 'html', how: 'by-hand' },
    to: [{ person: family.mother }, { agency: `School ${canaries.content.text}` }],
    ...{ copy: 'given', on: '2026-09-01' },
  });
  const words = canaries.withheld.text;
  await send(`/api/shared/${id}/opinions`, {
    ...{ whose: 'professional', from: 1, helpful: 4, clear: 2, words, mayBeRead: true },
  });
  const withdrawn = await sam.post<object>(`/api/shared/${id}/withdrawal`, {
    reason: canaries.withheld.text,
  });
  if (withdrawn.status !== 200) throw new Error(JSON.stringify(withdrawn.body));
}
