import { questionsLeftOut, type Output } from '#engine/browser';
import { html, type TemplateResult } from 'lit';
import { partsOf, type Files } from '../forms/parts.ts';
import { audiences } from '../forms/words.ts';
import { words } from './words.ts';

/** Every paper under the form it is printed from; those whose name or form holds what is looked for. */
export function outputList(files: Files, find: string, choose: (output: string) => void): TemplateResult {
  const { outputs, forms } = partsOf(files);
  const titleOf = ({ form }: Output): string => forms[form]?.title ?? form;
  const wanted = find.trim().toLowerCase();
  const found = outputs.filter((output) =>
    `${output.title} ${titleOf(output)}`.toLowerCase().includes(wanted),
  );
  const byForm = [...Map.groupBy(found, titleOf)].sort(([one], [other]) => one.localeCompare(other));
  return html`<p class="govuk-body-s" role="status">${words.found(found.length)}</p>
    ${byForm.map(
      ([title, own]) =>
        html`<section class="tl-outputs__form">
          <h3 class="govuk-heading-s">${title}</h3>
          <ul class="tl-plain">
            ${own.map(
              (output) =>
                html`<li class="tl-outputs__one">
                  <button
                    type="button"
                    class="tl-text-button"
                    id="open-${output.id}"
                    @click=${() => choose(output.id)}
                  >
                    ${output.title}
                  </button>
                  <span class="tl-quiet">${audiences[output.audience]}. ${left(files, output)}</span>
                </li>`,
            )}
          </ul>
        </section>`,
    )}`;
}

function left(files: Files, output: Output): string {
  const form = partsOf(files).forms[output.form];
  const count = form ? questionsLeftOut(output, form).length : 0;
  return count === 0 ? words.allIn : words.left(count);
}
