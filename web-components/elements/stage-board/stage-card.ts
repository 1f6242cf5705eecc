import { html, nothing, type TemplateResult } from 'lit';
import { nameOf } from '../../words/lists.ts';
import { stages as words } from '../../words/stages.ts';
import { dueTag } from '../due/due-tag.ts';

export interface CardShown {
  case: string;
  name: string;
  children: readonly { id: string; name: string; days?: number }[];
  late?: boolean;
  due?: { on: string; says: string; late: boolean; because?: string };
  worker?: { id: string; name: string } | string;
  strands?: readonly string[];
}

export interface ColumnShown {
  id: string;
  name: string;
  families: number;
  children: number;
  cards: readonly CardShown[];
}

/** Children of a card with how long each has been in the stage. */
export function childrenSaid(card: CardShown): TemplateResult {
  return html`${card.children.map(
    ({ name, days }) =>
      html`<span class="tl-card__child"
        >${name}${days === undefined ? nothing : html` <span class="tl-quiet">${words.inStage(days)}</span>`}</span
      >`,
  )}`;
}

/** One family in a stage. It moves on by completing its tasks: there is nothing to drag. */
export function stageCard(card: CardShown): TemplateResult {
  return html`
    <div class="tl-card ${card.late ? 'tl-card--late' : ''}">
      <a class="govuk-link govuk-link--no-visited-state tl-card__name" href="/families/${card.case}"
        >${card.name}</a
      >
      <p class="tl-card__children">${childrenSaid(card)}</p>
      ${card.due ? html`<p>${dueTag(card.due)}</p>` : nothing}
      <p class="tl-quiet">${[nameOf(card.worker), ...(card.strands ?? [])].filter(Boolean).join(' · ')}</p>
    </div>
  `;
}
