import { html, nothing, type TemplateResult } from 'lit';
import { sayTime } from '../../words/dates.ts';
import { form } from '../../words/form.ts';

/** Where an answer stands on its way to the server. */
export interface AnswerState {
  value: unknown;
  revision: number;
  state: 'saved' | 'waiting' | 'saving' | 'unreachable' | 'conflict' | 'refused';
  at?: string;
  by?: { id: string; name: string };
  theirs?: { value: unknown; by?: { id: string; name: string }; at?: string };
  message?: string;
}

/** How far an answer is saved, in words beside it. `me`: what somebody else wrote says so. */
export function answerStatus(answer: AnswerState | undefined, me: string): TemplateResult | typeof nothing {
  if (!answer || answer.state === 'conflict') return nothing;
  if (answer.state === 'unreachable') return html`<p class="tl-saved tl-saved--not">${form.notSaved}</p>`;
  if (answer.state === 'refused') return html`<p class="tl-saved tl-saved--not">${answer.message}</p>`;
  if (answer.state !== 'saved') return html`<p class="tl-saved">${form.saving}</p>`;
  if (answer.revision === 0 || !answer.at) return nothing;
  const time = sayTime(answer.at);
  const theirs = answer.by && answer.by.id !== me ? answer.by : undefined;
  return html`<p class="tl-saved">${theirs ? form.savedBy(theirs.name, time) : form.savedAt(time)}</p>`;
}
