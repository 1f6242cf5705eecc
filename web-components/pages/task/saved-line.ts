import { html, type TemplateResult } from 'lit';
import type { Drafts } from '../../controllers/drafts.ts';
import { sayTime } from '../../words/dates.ts';
import { form } from '../../words/form.ts';

/** One line for the whole form, spoken politely: each question shows its own beside it, silently. */
export function savedLine(drafts: Drafts): TemplateResult {
  const entries = [...drafts.entries().values()];
  const unsent = entries.filter(({ state }) => state === 'unreachable').length;
  const busy = entries.some(({ state }) => state === 'waiting' || state === 'saving');
  const latest = entries
    .flatMap(({ at }) => at ?? [])
    .sort()
    .at(-1);
  const text = unsent > 0 ? form.notSaved : busy || !latest ? '' : form.savedAt(sayTime(latest));
  return html`<p class="tl-saved-line ${unsent > 0 ? 'tl-saved-line--not' : ''}" role="status">${text}</p>`;
}
