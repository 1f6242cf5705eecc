import { html, nothing, type TemplateResult } from 'lit';
import type { TaskPage } from '../../api/tasks.ts';
import { addressOf, type FormPage } from '../../controllers/form-page.ts';

/** Over the form of a rehearsal: that it is one, with its tools. Their code is loaded when there is one. */
export function rehearsedView({ place, page, drafts }: FormPage): TemplateResult | typeof nothing {
  if (!('task' in place) || place.rehearsal === undefined) return nothing;
  void import('../rehearsal/rehearsal-bar.ts');
  return html`<tl-rehearsal-bar .place=${place} .page=${page} .drafts=${drafts}></tl-rehearsal-bar>`;
}

/** The family of the form; of a rehearsal its name leads back to the rehearsal. */
export function familyOf({ place }: FormPage, page: TaskPage): TaskPage['case'] & { href?: string } {
  if (!('task' in place) || place.rehearsal === undefined) return page.case;
  return { ...page.case, href: addressOf(place).replace(/\/tasks\/.*/, '') };
}
