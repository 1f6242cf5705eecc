import { html, nothing, type TemplateResult } from 'lit';
import { work } from '../../words/work.ts';
import { sayDay } from '../../words/dates.ts';

interface Due {
  on: string;
  says: string;
  late: boolean;
  /** most of its time is gone, as the reason says */
  near?: boolean;
  because?: string;
}

/** How soon, said in words; the colour only repeats what the words say. */
export function dueTag(due: Due | undefined, near = false): TemplateResult {
  if (!due) return html`<span class="tl-due tl-due--none">${work.noDate}</span>`;
  const soon = !due.late && (near || /today|tomorrow|hour|:/i.test(due.says));
  const kind = due.late ? 'late' : soon ? 'soon' : 'calm';
  return html`<span class="tl-due tl-due--${kind}">${due.says}</span>`;
}

/** The tag with its day and the reason for the day. */
export function dueWithReason(due: Due | undefined): TemplateResult {
  return html`${dueTag(due, due?.near)}${
    due
      ? html`<span class="tl-due-day">${sayDay(due.on)}</span>${
            due.because ? html`<span class="tl-because">${due.because}</span>` : nothing
          }`
      : nothing
  }`;
}
