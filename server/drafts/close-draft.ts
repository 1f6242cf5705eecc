import type { Host } from '../host.ts';
import { changeDraft } from './draft.ts';
import type { DraftBody, DraftState } from './draft.ts';

/** Ends a draft: it was published, or nobody goes on with it. Nobody holds its pen from then on. */
export function closeDraft(
  host: Host,
  id: string,
  state: Extract<DraftState, 'published' | 'closed'>,
): Promise<DraftBody> {
  return changeDraft(host, id, ({ pen: _pen, ...draft }) => ({ ...draft, state }));
}
