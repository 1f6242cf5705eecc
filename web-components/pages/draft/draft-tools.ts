import { html, nothing, type TemplateResult } from 'lit';
import type { SaveSays } from '../../api-group/drafts.ts';
import { sayTime } from '../../words/dates.ts';
import { draft as words } from '../../words-group/draft.ts';
import type { Saving } from './draft-saving.ts';

/** What the page asks of the modeller. */
export interface Undoing {
  canUndo: boolean;
  canRedo: boolean;
  undo: () => void;
  redo: () => void;
}

/** Undo and do again, where something can be changed, and what is saved. */
export function draftTools(
  editing: { of: Undoing | undefined } | undefined,
  says: TemplateResult,
): TemplateResult {
  const modeller = editing?.of;
  return html`
    <div class="tl-draft-tools" role="group" aria-label=${words.tools}>
      ${
        editing
          ? html`${button(words.undo, modeller?.canUndo === true, () => modeller?.undo())}
            ${button(words.redo, modeller?.canRedo === true, () => modeller?.redo())}`
          : nothing
      }
      ${says}
    </div>
  `;
}

/** Disabled buttons keep their place in the order of tabs, so that focus is not lost when there is nothing left to undo. */
function button(text: string, able: boolean, act: () => void): TemplateResult {
  return html`<button
    type="button"
    class="govuk-button govuk-button--secondary tl-small-button"
    aria-disabled=${able ? 'false' : 'true'}
    @click=${() => {
      if (able) act();
    }}
  >
    ${text}
  </button>`;
}

/** 'Saved 14:32', politely; or what stands in the way. */
export function saySaving(now: Saving, mine: boolean, last: SaveSays): TemplateResult {
  const problem = now.state === 'refused' || now.state === 'offline';
  return html`<span class="tl-saved ${problem ? 'tl-saved--problem' : ''}" role="status"
    >${textOf(now, mine, last)}</span
  >`;
}

function textOf(now: Saving, mine: boolean, last: SaveSays): string {
  const { saving } = words;
  if (now.state !== 'saved') return saving[now.state];
  const time = sayTime(now.at || last.at);
  return mine ? saving.saved(time) : saving.watching(time, last.by.name);
}
