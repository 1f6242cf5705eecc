import type { FormSection } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import type { TaskPage } from '../../api/tasks.ts';
import { withNames } from '../../elements/question/question-words.ts';
import { task as words } from '../../words/form.ts';
import type { Progress } from './asked.ts';

/** The sections with how far each is; on a narrow screen a list that can be opened. */
export function sectionNav(nav: {
  page: TaskPage;
  current: string;
  address: string;
  progress: (section: FormSection) => Progress;
}): TemplateResult {
  const { layout } = nav.page.form;
  const at = layout.findIndex(({ id }) => id === nav.current);
  return html`
    <nav class="tl-sections" aria-label=${words.sections}>
      <details class="tl-sections__small">
        <summary>${words.sections}: ${words.section(at + 1, layout.length)}</summary>
        ${list(nav)}
      </details>
      <div class="tl-sections__wide">${list(nav)}</div>
    </nav>
  `;
}

function list(nav: Parameters<typeof sectionNav>[0]): TemplateResult {
  return html`<ol class="tl-sections__list">
    ${nav.page.form.layout.map((section) => {
      const progress = nav.progress(section);
      const current = section.id === nav.current;
      return html`<li class="tl-sections__item ${current ? 'tl-sections__item--current' : ''}">
        <a
          class="tl-sections__link"
          href="${nav.address}?section=${section.id}"
          aria-current=${current ? 'step' : nothing}
          >${withNames(section.title, undefined, nav.page.children)}</a
        >
        <span class="tl-sections__status tl-sections__status--${progress.status}">
          ${words.status[progress.status]}${
            progress.status === 'started' && progress.all > 0
              ? ` · ${words.answered(progress.answered, progress.all)}`
              : ''
          }
        </span>
      </li>`;
    })}
  </ol>`;
}
