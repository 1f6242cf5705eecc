import { isAnswered, type Answers, type FormQuestion } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import type { FindingSays } from '../../api/request.ts';
import type { TaskPage } from '../../api/tasks.ts';
import { isEmpty } from '../../controllers/is-empty.ts';
import type { FormTools } from '../../elements/answers/answer-element.ts';
import { answerInWords } from '../../elements/answers/answer-in-words.ts';
import { sayAnswer } from '../../elements/answers/say-answer.ts';
import { labelOf, withNames } from '../../elements/question/question-words.ts';
import { check as words, form as formWords } from '../../words/form.ts';
import { askedIn, columnsOf, type Asked } from '../task/asked.ts';

interface AnswersView {
  page: TaskPage;
  answers: Answers;
  tools: FormTools;
  address: string;
  findings: readonly FindingSays[];
  /** completing was tried: from then on what is missing is said, and not only what is wrong */
  tried: boolean;
}

/** Every answer in words, section by section, each with a way back to change it. */
export function answersView(view: AnswersView): TemplateResult {
  const { page, answers } = view;
  return html`${page.form.layout.map((section) => {
    const asked = askedIn(page, section, answers).filter(({ question }) => isAnswered(question));
    if (asked.length === 0) return nothing;
    return html`
      <h2 class="govuk-heading-m">${withNames(section.title, undefined, page.children)}</h2>
      <dl class="govuk-summary-list tl-check">${asked.map((one) => row(view, one))}</dl>
    `;
  })}`;
}

function row(view: AnswersView, asked: Asked): TemplateResult {
  const { page, address } = view;
  const { question, child, key } = asked;
  const label = labelOf(question, child, page.children);
  const needsName = child && page.children.length > 1 && !question.label.includes('[child]');
  const found = view.findings.find(
    (one) => one.question === question.id && (one.child ?? child?.id) === child?.id,
  );
  const wrong = view.tried || !isEmpty(valueOf(view, asked)) ? found : undefined;
  return html`
    <div class="govuk-summary-list__row ${wrong ? 'tl-check__row--wrong' : ''}">
      <dt class="govuk-summary-list__key">${needsName ? `${child.name}: ${label}` : label}</dt>
      <dd class="govuk-summary-list__value">
        ${wrong ? html`<p class="govuk-error-message">${withNames(wrong.message, child, page.children)}</p>` : nothing}
        ${shown(view, asked)}
      </dd>
      <dd class="govuk-summary-list__actions">
        <a class="govuk-link" href="${address}#${key}"
          >${words.change}<span class="govuk-visually-hidden">
            ${label}${needsName ? `, ${child.name}` : ''}</span
          ></a
        >
      </dd>
    </div>
  `;
}

function shown(view: AnswersView, asked: Asked): TemplateResult {
  const { question } = asked;
  const { answers, page, tools } = view;
  const value = valueOf(view, asked);
  const own =
    question.per === 'shared'
      ? page.children.filter(({ id }) => !isEmpty(answers.perChild[id]?.[question.id]))
      : [];
  return html`
    ${isEmpty(value) ? unanswered(view, question) : answerInWords(question, value, columnsOf(page, question), tools)}
    ${own.map(
      ({ id, name }) =>
        html`<p class="tl-check__different">${formWords.different(name)}</p>
          <p class="tl-text">${sayAnswer(question, answers.perChild[id]?.[question.id], tools)}</p>`,
    )}
  `;
}

function valueOf({ answers }: AnswersView, { question, child }: Omit<Asked, 'key'>): unknown {
  return child ? answers.perChild[child.id]?.[question.id] : answers.answers[question.id];
}

function unanswered({ page }: AnswersView, question: FormQuestion): TemplateResult {
  const standing = question.block ? (page.blocks[question.block]?.rows.length ?? 0) : 0;
  const stands = standing > 0 && (question.policy === 'carry-forward' || question.policy === 'show-beside');
  const text = stands ? words.asRecorded(standing) : words.notAnswered;
  return html`<span class="tl-check__none">${text}</span>`;
}
