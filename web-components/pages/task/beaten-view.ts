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

/** The task is complete, or gone. What was being written here meanwhile is kept to read and copy. */
export function beatenView(
  page: TaskPage,
  drafts: Drafts,
  tools: FormTools | undefined,
  me: string,
): TemplateResult {
  const { completed, record } = page.task;
  const mine = typeof completed?.by === 'object' && completed.by.id === me;
  const texts = mine || !tools ? [] : written(page, drafts, tools);
  return html`
    ${identityBar({ family: page.case, children: page.task.children })}
    <h1 class="govuk-heading-l">
      ${page.closed ? words.closedTitle : words.completedTitle}: ${page.task.what}
    </h1>
    <div class="govuk-inset-text" role="alert">
      ${whatHappened(page, texts.length > 0).map((says) => html`<p class="govuk-body">${says}</p>`)}
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
            <dl class="govuk-summary-list tl-check">
              ${texts.map(
                ({ label, says }) =>
                  html`<div class="govuk-summary-list__row">
                    <dt class="govuk-summary-list__key">${label}</dt>
                    <dd class="govuk-summary-list__value tl-text">${says}</dd>
                  </div>`,
              )}
            </dl>`
        : nothing
    }
  `;
}

function whatHappened({ task, closed }: TaskPage, wrote: boolean): string[] {
  if (closed) return [words.closed, ...(wrote ? [words.closedKept] : [])];
  const who = nameOf(task.completed?.by);
  const at = task.completed?.at ?? '';
  return wrote
    ? [words.otherCompleted(who, sayTime(at)), words.otherCompletedKept]
    : [words.completed(who, sayMoment(at))];
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
