import { keyOf, questionsOf } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import type { TaskPage } from '../../api/tasks.ts';
import { carried as words } from '../../words/carried.ts';

/** What a move to another version means for a form that somebody is writing: what to look at again, what is asked no more. */
export function carriedView(page: TaskPage): TemplateResult | typeof nothing {
  const again = Object.entries(page.lookAgain ?? {});
  const left = page.left ?? [];
  if (again.length === 0 && left.length === 0) return nothing;
  return html`
    <section class="govuk-inset-text" aria-labelledby="carried">
      <h2 class="govuk-heading-s" id="carried">${words.title}</h2>
      <p class="govuk-body">${words.says}</p>
      ${
        again.length > 0
          ? html`<h3 class="govuk-heading-s">${words.lookAgain}</h3>
              <ul class="govuk-list govuk-list--bullet">
                ${again.map(([key, because]) => html`<li>${labelOf(page, key)}: ${because.join(' ')}</li>`)}
              </ul>`
          : nothing
      }
      ${
        left.length > 0
          ? html`<h3 class="govuk-heading-s">${words.left}</h3>
              <dl>
                ${left.map(
                  ({ label, shown, because }) =>
                    html`<dt class="govuk-!-font-weight-bold">${label}</dt>
                      <dd class="govuk-body">
                        ${shown} <span class="tl-earlier__source">${because}</span>
                      </dd>`,
                )}
              </dl>`
          : nothing
      }
    </section>
  `;
}

function labelOf({ form, children }: TaskPage, key: string): string {
  for (const question of questionsOf(form)) {
    if (question.id === key) return `“${question.label}”`;
    const child = children.find(({ id }) => keyOf(question.id, id) === key);
    if (child) return `“${question.label}” (${child.name})`;
  }
  return key;
}
