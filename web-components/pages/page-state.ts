import { html, type TemplateResult } from 'lit';
import '../elements/refused/tl-refused.ts';
import type { Loading } from '../controllers/loading.ts';
import { shell } from '../words/shell.ts';

/** What a page shows while it loads, when it was refused, and once it has what it needs. */
export function whenLoaded<T>(loading: Loading<T>, ready: (value: T) => TemplateResult): TemplateResult {
  const { now } = loading;
  if (now.state === 'ready') return ready(now.value);
  if (now.state === 'loading') return html`<p class="govuk-body tl-loading">${shell.loading} …</p>`;
  return html`<tl-refused
    .status=${now.status}
    .message=${now.refusal.message}
    @tl-try-again=${() => void loading.load()}
  ></tl-refused>`;
}
