import {
  heardOf,
  isGiven,
  scoresOver,
  type Block,
  type CodeList,
  type FormQuestion,
  type LastHeard,
  type PracticeViews,
} from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { rowsOf, splitEarlier, type Row } from '../../elements/answers/table/rows.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import '../../elements/scaling/tl-scores.ts';
import { heardCard } from '../../elements/voice/heard-card.ts';
import { storyShown } from '../../elements/voice/story-shown.ts';
import { heardNudge } from './heard-nudge.ts';

/** What a page that shows a shared block knows of it: a task, a record, a paper. */
export interface BesidePage {
  views?: PracticeViews;
  blockShapes?: readonly Block[];
  codeLists: readonly CodeList[];
  children: readonly { id: string; name: string }[];
  /** everybody of the family: brothers and sisters who are not part of this form stand in its blocks too */
  people?: readonly { id: string; name: string }[];
  /** of a form that asks what children say: how long ago each was heard */
  heard?: readonly LastHeard[];
}

/**
 * What a practice model shows beside a question of one of its blocks: scores over time, what children said with their
 * pictures, a story. Of a question that is asked afresh on purpose nothing earlier shows before the new answer is saved.
 *
 * @property page      what the page knows
 * @property question  the question, whose block it is about
 * @property standing  rows that are recorded
 * @property draft     the answer being written, with its revision once it is saved; absent on a record
 */
export class BesideBlock extends LightElement {
  static override properties = {
    page: { attribute: false },
    question: { attribute: false },
    standing: { attribute: false },
    draft: { attribute: false },
  };
  declare page: BesidePage;
  declare question: FormQuestion;
  declare standing: readonly Row[];
  declare draft: { value?: unknown; revision?: number } | undefined;

  constructor() {
    super();
    this.standing = [];
  }

  private get rows(): Row[] {
    const own = rowsOf(this.draft?.value);
    const saved = isGiven(this.draft?.value) && (this.draft?.revision ?? 0) > 0;
    if (this.question.policy === 'ask-again' && this.draft && !saved) return own;
    const { standing } = splitEarlier(this.standing, own);
    return [...standing, ...own];
  }

  private get named(): { id: string; name: string }[] {
    const { children, people = [] } = this.page;
    return [...children, ...people];
  }

  override render(): TemplateResult | typeof nothing {
    const { views = {} } = this.page;
    const { block } = this.question;
    if (block === views.scaling?.block) return this.scores(views);
    if (block === views.voice?.block) return html`${this.nudge(views)}${this.voices(views)}`;
    if (block === views.story?.block && views.story) return storyShown(this.rows, views.story);
    return nothing;
  }

  private scores({ scaling: view }: PracticeViews): TemplateResult | typeof nothing {
    const scores = view ? scoresOver(this.rows, view) : [];
    if (!view || scores.length === 0) return nothing;
    const columns = this.page.blockShapes?.find(({ id }) => id === view.block)?.columns ?? [];
    const { codeLists, children } = this.page;
    const people = this.named;
    return html`<section class="tl-beside-block" aria-label=${view.title}>
      <h3 class="govuk-heading-s">${view.title}</h3>
      ${scores.map((one) => {
        const label =
          one.about === view.overall ? view.overallTitle : `${view.aboutTitle} ${String(one.about)}`;
        return html`<h4 class="govuk-heading-s">${label}</h4>
          <tl-scores
            .scores=${one}
            .about=${{ view, columns, codeLists, children, people }}
            .label=${label}
          ></tl-scores>`;
      })}
    </section>`;
  }

  /** In a form: a child whom nobody has heard for too long, until what they say now is written. */
  private nudge({ voice: view }: PracticeViews): TemplateResult | typeof nothing {
    const own = rowsOf(this.draft?.value);
    const { heard = [], children } = this.page;
    const silent = heard.filter(
      ({ child, old }) =>
        old && children.some(({ id }) => id === child) && !own.some((row) => isOf(row, view, child)),
    );
    return this.draft && silent.length > 0 ? heardNudge({ heard: silent, children: [...children] }) : nothing;
  }

  /** In a form, what was just written and the last time before; on a record, all of it. */
  private voices({ voice: view }: PracticeViews): TemplateResult | typeof nothing {
    const heard = view ? heardOf(this.rows, view) : [];
    if (!view || heard.length === 0) return nothing;
    const columns = this.page.blockShapes?.find(({ id }) => id === view.block)?.columns ?? [];
    const own = new Set(rowsOf(this.draft?.value).map(({ id }) => id));
    const shown = this.draft ? heard.filter(({ row }, at) => own.has(row) || at < 2) : heard;
    return html`<section class="tl-beside-block" aria-label=${view.title}>
      <h3 class="govuk-heading-s">${view.title}</h3>
      ${shown.map((one) => heardCard(one, { columns, children: this.named }))}
    </section>`;
  }
}

const isOf = (row: Row, view: PracticeViews['voice'], child: string): boolean =>
  [row[view?.child ?? '']].flat().includes(child);

define('tl-beside-block', BesideBlock);
