import { dayOf, keyOf, type FormQuestion } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ChildNamed, Choices, EarlierAnswer, FormAsked, NextSay } from '../../api/tasks.ts';
import { currentSession } from '../../contexts/session.ts';
import type { AnswerOrigin } from '../../controllers/draft-entry.ts';
import type { Drafts } from '../../controllers/drafts.ts';
import type { FormTools } from '../../elements/answers/answer-element.ts';
import { isEmpty } from '../../controllers/is-empty.ts';
import { rowsOf } from '../../elements/answers/table/rows.ts';
import '../../elements/question/tl-question.ts';
import { withNames } from '../../elements/question/question-words.ts';
import { sayMoment } from '../../words/dates.ts';
import { form } from '../../words/form.ts';
import { nameOf, sayList } from '../../words/lists.ts';
import { columnsOf, inRuns, type Asked } from './asked.ts';

export interface SectionView {
  page: FormAsked;
  drafts: Drafts;
  tools: FormTools;
  choices: Choices;
  errors: ReadonlyMap<string, string>;
  me: string;
  /** false: whoever fills it in is not asked what could be better */
  better?: boolean;
  /** children for whom a difference is being written before it has any text */
  openDifferences: ReadonlySet<string>;
  openDifference: (key: string) => void;
}

/** The questions of a section, runs of a child's own questions under that child's name. */
export function sectionView(view: SectionView, asked: readonly Asked[]): TemplateResult {
  const several = view.page.children.length > 1;
  return html`${confirmAll(view, asked)}${repeat(
    inRuns(asked),
    (run) => run.asked[0]?.key ?? '',
    (run) =>
      run.child && several
        ? html`<div class="tl-child">
            <h3 class="tl-child__name">${run.child.name}</h3>
            ${questions(view, run.asked)} ${sameForAll(view, run.child, asked)}
          </div>`
        : questions(view, run.asked),
  )}`;
}

/** What was answered for the eldest may be set for the others at once, of questions that allow it. */
function sameForAll({ page, drafts }: SectionView, child: ChildNamed, asked: readonly Asked[]): unknown {
  if (child.id !== page.children[0]?.id || !asked.some(({ question }) => question.sameForAll)) return nothing;
  void import('./same-for-all.ts');
  return html`<tl-same-for-all .asked=${asked} .child=${child} .drafts=${drafts}></tl-same-for-all>`;
}

/** Where much is known already, one press says that all of it still holds. */
function confirmAll(view: SectionView, asked: readonly Asked[]): TemplateResult | typeof nothing {
  const open = asked.flatMap(({ key, question }) => {
    const known = (view.page.earlier[key] ?? view.page.earlier[question.id])?.[0];
    const waits =
      question.policy === 'carry-forward' && question.type !== 'table' && question.type !== 'echo';
    return known && waits && isEmpty(view.drafts.entry(key)?.value) ? [{ key, value: known.value }] : [];
  });
  if (open.length < 2) return nothing;
  return html`<button
    type="button"
    class="govuk-button govuk-button--secondary tl-confirm-all"
    @click=${() => open.forEach(({ key, value }) => view.drafts.set(key, value, 'confirmed'))}
  >
    ${form.confirmAll}
  </button>`;
}

function questions(view: SectionView, asked: readonly Asked[]): TemplateResult {
  return html`${repeat(
    asked,
    ({ key }) => key,
    (one) => oneQuestion(view, one),
  )}`;
}

function oneQuestion(view: SectionView, asked: Asked): TemplateResult {
  const { question } = asked;
  if (question.type === 'guidance') {
    return html`<div class="govuk-inset-text tl-guidance">
      ${withNames(question.label, asked.child, view.page.children)}
    </div>`;
  }
  if (question.policy === 'linked') return linked(view, asked);
  if (question.policy === 'computed' || question.type === 'echo') return computed(view, asked);
  return html`${answer(view, asked)}${question.per === 'shared' ? differences(view, question) : nothing}
  ${view.better === false ? nothing : better(view, asked)}`;
}

/** Whoever fills it in may say what could be better: the working group reads it beside the question. */
function better({ page }: SectionView, { question, child }: Asked): TemplateResult {
  const label = withNames(question.label, child, page.children);
  const about = { form: page.form.id, question: question.id, label };
  const open = async (): Promise<void> => (await import('../better/better-dialog.ts')).openBetter(about);
  return html`<p class="tl-better">
    <button type="button" class="tl-text-button" @click=${open}>
      ${form.better}<span class="govuk-visually-hidden">: ${label}</span>
    </button>
  </p>`;
}

function answer(view: SectionView, asked: Asked, different = false): TemplateResult {
  const { page, drafts } = view;
  const { key, question, child } = asked;
  const block = question.block ? page.blocks[question.block] : undefined;
  return html`<tl-question
      data-key=${key}
      .question=${question}
      .child=${child}
      .name=${key}
      .answer=${drafts.entry(key)}
      .earlier=${page.earlier[key] ?? page.earlier[question.id] ?? []}
      .columns=${question.type === 'table' ? columnsOf(page, question) : []}
      .rows=${rowsOf(block?.rows)}
      .tools=${question.day ? { ...view.tools, starts: startsOf(view, question.day) } : view.tools}
      .error=${view.errors.get(key) ?? ''}
      .next=${nextFor(view, question, child)}
      .me=${view.me}
      ?different=${different}
      @tl-answer=${(event: CustomEvent<{ value: unknown; origin: AnswerOrigin }>) =>
        drafts.set(key, event.detail.value ?? null, event.detail.origin)}
      @tl-keep-mine=${(event: CustomEvent<{ value?: unknown }>) => drafts.keepMine(key, event.detail.value)}
      @tl-take-theirs=${() => drafts.takeTheirs(key)}
    ></tl-question
    >${block ? beside(page, question, drafts.entry(key) ?? {}) : nothing}`;
}

/** What a new row of the question holds: the day the form says, if it does yet, and who is writing. */
function startsOf({ drafts }: SectionView, question: string): FormTools['starts'] {
  const on = question === 'today' ? new Date().toISOString() : drafts.entry(question)?.value;
  const who = currentSession()?.person?.name;
  return { ...(typeof on === 'string' ? { day: dayOf(on) } : {}), ...(who ? { who } : {}) };
}

/** What the practice model shows beside a question of one of its blocks. */
export function beside(
  page: object,
  question: FormQuestion,
  draft?: object,
  standing = rowsOf((page as FormAsked).blocks[question.block ?? '']?.rows),
): TemplateResult {
  void import('../map/beside-block.ts');
  return html`<tl-beside-block
    .page=${page}
    .question=${question}
    .standing=${standing}
    .draft=${draft}
  ></tl-beside-block>`;
}

/** One text for all, and for each child what is different, where something is. */
function differences(view: SectionView, question: FormQuestion): TemplateResult | typeof nothing {
  const { page, drafts, openDifferences } = view;
  if (page.children.length < 2) return nothing;
  return html`<div class="tl-differences">
    ${page.children.map((child) => {
      const key = keyOf(question.id, child.id);
      const written = !isEmpty(drafts.entry(key)?.value) || openDifferences.has(key);
      return written
        ? answer(view, { key, question, child }, true)
        : html`<button type="button" class="tl-text-button" @click=${() => view.openDifference(key)}>
            ${form.addDifferent(child.name)}
          </button>`;
    })}
  </div>`;
}

/** By option, what would follow for this child; the same sentence for several children stands once. */
export function nextFor(
  { choices, page }: Pick<SectionView, 'choices' | 'page'>,
  question: FormQuestion,
  child: ChildNamed | undefined,
): Record<string, string[]> | undefined {
  const ways = choices[question.id];
  if (!ways) return undefined;
  return Object.fromEntries(
    Object.entries(ways).map(([value, says]) => {
      const about = says.filter((say) => !child || !say.child || say.child === child.id);
      return [value, child ? about.map(({ says: text }) => text) : sayTogether(about, page.children)];
    }),
  );
}

/** 'Ella and Tom: …' where children part ways; without names where all go the same way. */
export function sayTogether(says: readonly NextSay[], children: readonly ChildNamed[]): string[] {
  const texts = [...new Set(says.map(({ says: text }) => text))];
  return texts.map((text) => {
    const who = says.filter((say) => say.says === text && say.child).map(({ child }) => child);
    const names = children.filter(({ id }) => who.includes(id)).map(({ name }) => name);
    return names.length === 0 || names.length === children.length ? text : `${sayList(names)}: ${text}`;
  });
}

function computed({ page }: SectionView, { key, question, child }: Asked): TemplateResult {
  const earlier = (page.earlier[key] ?? page.earlier[question.id])?.[0];
  const worked = page.computed[key] || page.computed[question.id];
  const source = worked ? form.computed : earlier ? sourceOf(earlier) : '';
  return html`
    <dl class="tl-worked-out">
      <dt>${withNames(question.label, child, page.children)}</dt>
      <dd>
        <span class="tl-text">${worked || earlier?.shown || form.nothingKnown}</span>
        ${source ? html`<span class="tl-earlier__source">${source}</span>` : nothing}
      </dd>
    </dl>
  `;
}

function sourceOf({ by, at, formTitle }: EarlierAnswer): string {
  return form.earlierFrom(nameOf(by), sayMoment(at), formTitle);
}

function linked({ page }: SectionView, { key, question, child }: Asked): TemplateResult {
  const records = page.linked[key] ?? page.linked[question.id] ?? [];
  return html`
    <div class="tl-worked-out">
      <p class="tl-worked-out__title">${withNames(question.label, child, page.children)}</p>
      ${
        records.length === 0
          ? html`<p class="tl-earlier__source">${form.noLinked}</p>`
          : html`<ul class="govuk-list">
              ${records.map(
                (record) =>
                  html`<li>
                    <a class="govuk-link" href="/records/${record.id}" target="_blank"
                      >${record.title}${record.at ? `, ${sayMoment(record.at)}` : ''}<span
                        class="govuk-visually-hidden"
                      >
                        ${form.newTab}</span
                      ></a
                    >
                    ${record.says ? html`<span class="tl-linked-says">${record.says}</span>` : nothing}
                  </li>`,
              )}
            </ul>`
      }
    </div>
  `;
}
