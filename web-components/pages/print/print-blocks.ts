import { questionsOf, type FormQuestion, type Output, type OutputBlock } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import type { RecordPage } from '../../api/records.ts';
import { isEmpty } from '../../controllers/is-empty.ts';
import type { FormTools } from '../../elements/answers/answer-element.ts';
import { answerInWords } from '../../elements/answers/answer-in-words.ts';
import { labelOf, withNames } from '../../elements/question/question-words.ts';
import { sayChild } from '../../words/lists.ts';
import { print as words } from '../../words/record.ts';
import { columnsOf } from '../task/asked.ts';
import { answerOf, recordTools, rowsShown } from '../record/record-tools.ts';

/** The blocks of the record's output in order; without an output, every answered question under its section. */
export function printBlocks(page: RecordPage, output: Output | undefined): TemplateResult {
  const tools = recordTools(page);
  const blocks = output?.blocks ?? everything(page);
  return html`${blocks.map((block) => oneBlock(page, block, tools))}`;
}

function everything(page: RecordPage): OutputBlock[] {
  return page.form.layout.flatMap((section): OutputBlock[] => [
    { kind: 'heading', text: section.title },
    ...section.questions.map((question): OutputBlock => ({ kind: 'answer', question: question.id })),
  ]);
}

function oneBlock(page: RecordPage, block: OutputBlock, tools: FormTools): TemplateResult | typeof nothing {
  switch (block.kind) {
    case 'heading':
      return html`<h2 class="govuk-heading-m">${withNames(block.text, undefined, page.children)}</h2>`;
    case 'text':
      return html`<p class="govuk-body">${withNames(block.text, undefined, page.children)}</p>`;
    case 'people':
      return people(page);
    case 'signature':
      return html`<div class="tl-paper__signatures">
        ${block.roles.map(
          (role) =>
            html`<p>
              ${words.signature} (${roleName(role)})<span class="tl-paper__line"></span>${words.date}<span
                class="tl-paper__line tl-paper__line--short"
              ></span>
            </p>`,
        )}
      </div>`;
    case 'answer':
    case 'table': {
      const question = questionsOf(page.form).find(({ id }) => id === block.question);
      return question ? answers(page, question, block.label, tools) : nothing;
    }
    default:
      return nothing;
  }
}

/** 'social-worker' as a person would write it. */
function roleName(role: string): string {
  const words = role.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function people(page: RecordPage): TemplateResult {
  return html`
    <h2 class="govuk-heading-m">${words.people}</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${page.children.map((child) => html`<li>${sayChild(child)}</li>`)}
    </ul>
  `;
}

function answers(
  page: RecordPage,
  question: FormQuestion,
  label: string | undefined,
  tools: FormTools,
): TemplateResult | typeof nothing {
  const columns = columnsOf({ blockShapes: page.blockShapes ?? [] }, question);
  const heading = withNames(label ?? labelOf(question, undefined, page.children), undefined, page.children);
  const whole = question.type === 'table' ? rowsShown(page, question) : answerOf(page, question);
  const computed = page.computed?.[question.id];
  const each = page.children.flatMap((child) => {
    const own = answerOf(page, question, child.id);
    const text = page.computed?.[`${question.id}@${child.id}`];
    return isEmpty(own) && !text ? [] : [{ child, own, text }];
  });
  if (isEmpty(whole) && !computed && each.length === 0) return nothing;
  return html`
    <section class="tl-paper__answer">
      <h3 class="govuk-heading-s">${heading}</h3>
      ${isEmpty(whole) ? (computed ? html`<p class="tl-text">${computed}</p>` : nothing) : answerInWords(question, whole, columns, tools)}
      ${each.map(
        ({ child, own, text }) =>
          html`${page.children.length > 1 ? html`<p class="tl-paper__child">${words.differently(child.name)}</p>` : nothing}
          ${isEmpty(own) ? html`<p class="tl-text">${text}</p>` : answerInWords(question, own, columns, tools)}`,
      )}
    </section>
  `;
}
