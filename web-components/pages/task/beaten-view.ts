import { questionsOf } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import type { TaskPage } from '../../api/tasks.ts';
import type { Drafts } from '../../controllers/drafts.ts';
import { isEmpty } from '../../controllers/is-empty.ts';
import type { FormTools } from '../../elements/answers/answer-element.ts';
import { sayAnswer, sayRow } from '../../elements/answers/say-answer.ts';
import { rowsOf } from '../../elements/answers/table/rows.ts';
import { identityBar } from '../../elements/identity/identity-bar.ts';
import { labelOf } from '../../elements/question/question-words.ts';
import { sayMoment, sayTime } from '../../words/dates.ts';
import { task as words } from '../../words/form.ts';
import { nameOf } from '../../words/lists.ts';
import { columnsOf } from './asked.ts';

/** The task is complete. If somebody else was first, what was being written here is kept to read and copy. */
export function beatenView(
  page: TaskPage,
  drafts: Drafts,
  tools: FormTools | undefined,
  me: string,
): TemplateResult {
  const { completed, record } = page.task;
  const who = nameOf(completed?.by);
  const mine = typeof completed?.by === 'object' && completed.by.id === me;
  const texts = mine || !tools ? [] : written(page, drafts, tools);
  return html`
    ${identityBar({ family: page.case, children: page.task.children })}
    <h1 class="govuk-heading-l">${words.completedTitle}: ${page.task.what}</h1>
    <div class="govuk-inset-text" role="alert">
      ${
        texts.length > 0
          ? html`<p class="govuk-body">${words.otherCompleted(who, sayTime(completed?.at ?? ''))}</p>
              <p class="govuk-body">${words.otherCompletedKept}</p>`
          : html`<p class="govuk-body">${words.completed(who, sayMoment(completed?.at ?? ''))}</p>`
      }
    </div>
    <p class="govuk-body">
      ${
        (record ?? page.record)
          ? html`<a class="govuk-link" href="/records/${record ?? page.record ?? ''}">${words.readRecord}</a>
              · `
          : nothing
      }
      <a class="govuk-link" href="/families/${page.case.id}">${words.openFamily}</a>
    </p>
    ${
      texts.length > 0
        ? html`<h2 class="govuk-heading-m">${words.whatYouWrote}</h2>
            <dl class="tl-cells tl-cells--wide">
              ${texts.map(
                ({ label, says }) =>
                  html`<div>
                    <dt>${label}</dt>
                    <dd class="tl-text">${says}</dd>
                  </div>`,
              )}
            </dl>`
        : nothing
    }
  `;
}

function written(page: TaskPage, drafts: Drafts, tools: FormTools): { label: string; says: string }[] {
  return questionsOf(page.form).flatMap((question) =>
    [undefined, ...page.children].flatMap((child) => {
      const value = drafts.entry(child ? `${question.id}@${child.id}` : question.id)?.value;
      if (isEmpty(value)) return [];
      const label = labelOf(question, child, page.children);
      if (question.type !== 'table') return [{ label, says: sayAnswer(question, value, tools) }];
      const columns = columnsOf(page, question);
      const rows = rowsOf(value).map((row) =>
        sayRow(columns, row, tools)
          .map(({ column, says }) => `${column.label}: ${says}`)
          .join('\n'),
      );
      return [{ label, says: rows.join('\n\n') }];
    }),
  );
}
