import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FamilyPlan, PlanAction } from '../../api-office/plans.ts';
import { dueTag } from '../../elements/due/due-tag.ts';
import { sayDay, sayMoment } from '../../words/dates.ts';
import { plan as words } from '../../words-office/plans.ts';
import type { Acts } from './acts.ts';
import { leftAndSettled } from './settled-here.ts';

const block = 'nextSteps';
/** What is written of a new action; of one that is there everything but how far it is. */
const columns = ['what', 'who', 'agency', 'byWhen'];
const settling = ['done', 'whatHappened'];

/** What was agreed, with who and by when: what is left to do first, what is overdue at the top. */
export function actionsView(plan: FamilyPlan, acts: Acts): TemplateResult {
  const open = plan.actions.filter((one) => !one.settled);
  const shown = leftAndSettled(plan.actions, acts.settledHere);
  const settled = plan.actions.filter((one) => !shown.includes(one));
  const late = open.filter((one) => one.late).length;
  return html`<section aria-labelledby="actions">
    <h2 class="govuk-heading-m" id="actions">${words.actions}</h2>
    ${
      open.length === 0
        ? html`<p class="govuk-body">${words.noActions}</p>`
        : html`<p class="govuk-body tl-quiet">
            ${words.left(open.length)}${late > 0 ? html`. <strong>${words.overdue(late)}</strong>` : nothing}
          </p>`
    }
    <ul class="tl-plan-list">
      ${repeat(
        shown,
        ({ id }) => id,
        (action) => (action.settled ? justSettled(plan, action, acts) : openAction(plan, action, acts)),
      )}
    </ul>
    ${acts.adding(block, columns, words.addAction)}
    ${
      settled.length > 0
        ? html`<details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">${words.settled(settled.length)}</span>
            </summary>
            <ul class="tl-plan-list">
              ${settled.map((action) => settledAction(plan, action, acts))}
            </ul>
          </details>`
        : nothing
    }
  </section>`;
}

function openAction(plan: FamilyPlan, action: PlanAction, acts: Acts): TemplateResult {
  const { id, what } = action;
  const values = valuesOf(plan, action);
  return html`<li class="tl-plan-item ${action.late ? 'tl-plan-item--late' : ''}" data-row=${id}>
    ${told(action)}
    <p class="tl-plan-item__line">
      ${
        action.byWhen
          ? html`${dueTag({ on: action.byWhen, says: action.says ?? '', late: action.late })}
              <span class="tl-quiet">${words.by} ${sayDay(action.byWhen)}</span>`
          : html`<span class="tl-quiet">${words.noDay}</span>`
      }
      ${action.status ? html`<strong class="govuk-tag govuk-tag--blue">${action.statusSays}</strong>` : nothing}
    </p>
    ${action.whatHappened ? html`<p class="tl-plan-item__text">${action.whatHappened}</p>` : nothing}
    ${
      acts.isOpen(block, id)
        ? acts.form(block)
        : plan.may
          ? html`<div class="tl-plan-item__acts">
              <button
                type="button"
                class="govuk-button tl-small-button"
                aria-label=${words.doneNamed(what)}
                @click=${() => acts.send(block, { id, done: 'done' })}
              >
                ${words.done}
              </button>
              ${acts.button(words.notDone, words.notDoneNamed(what), () => acts.open({ block, row: id, columns: settling, values: { ...values, done: 'not-done' } }))}
              ${acts.button(words.change, words.changeNamed(what), () => acts.open({ block, row: id, columns: [...columns, ...settling], values }))}
            </div>`
          : nothing
    }
  </li>`;
}

/** Settled a moment ago: where it stood, as high as it was, so that nothing comes under the finger in its place. */
function justSettled(plan: FamilyPlan, action: PlanAction, acts: Acts): TemplateResult {
  const { id, what } = action;
  const before = acts.settledHere.before.get(id) ?? {};
  return html`<li class="tl-plan-item tl-plan-item--settled" data-row=${id}>
    ${told(action)}
    <p class="tl-plan-item__line">
      <span class="tl-quiet"
        >${action.byWhen ? html`${words.by} ${sayDay(action.byWhen)}` : words.noDay}</span
      >
    </p>
    ${action.whatHappened ? html`<p class="tl-plan-item__text">${action.whatHappened}</p>` : nothing}
    <div class="tl-plan-item__acts tl-plan-item__acts--settled" tabindex="-1">
      <span>${howFar(action)}</span>
      ${plan.may ? acts.button(words.undo, words.undoNamed(what), () => acts.send(block, before)) : nothing}
    </div>
  </li>`;
}

function howFar({ status, statusSays }: PlanAction): TemplateResult {
  return html`<strong class="govuk-tag ${status === 'done' ? 'govuk-tag--green' : 'govuk-tag--grey'}"
    >${statusSays}</strong
  >`;
}

function settledAction(plan: FamilyPlan, action: PlanAction, acts: Acts): TemplateResult {
  const { id, what, said } = action;
  return html`<li class="tl-plan-item tl-plan-item--settled" data-row=${id}>
    ${told(action)}
    <p class="tl-plan-item__line">
      ${howFar(action)}
      ${said ? html`<span class="tl-quiet">${words.saidBy(said.by, sayMoment(said.at))}</span>` : nothing}
    </p>
    ${action.whatHappened ? html`<p class="tl-plan-item__text">${action.whatHappened}</p>` : nothing}
    ${plan.may ? acts.button(words.again, words.againNamed(what), () => acts.send(block, { id, done: 'under-way' })) : nothing}
  </li>`;
}

function told({ what, who, owner, agency }: PlanAction): TemplateResult {
  return html`<p class="tl-plan-item__what">${what}</p>
    <p class="tl-plan-item__line">
      <strong>${who}</strong>
      ${agency ? html`<span class="tl-quiet">${agency}</span>` : nothing}
      ${owner ? html`<span class="tl-quiet">${words.inList}</span>` : nothing}
    </p>`;
}

/** The row as the form takes it: the agency stands in the list as words, in the form as its code. */
function valuesOf({ blockShapes, codeLists }: FamilyPlan, action: PlanAction): Record<string, unknown> {
  const codes = blockShapes.find(({ id }) => id === block)?.columns.find(({ id }) => id === 'agency')?.codes;
  const agency = codeLists
    .find(({ id }) => id === codes)
    ?.codes.find(({ label }) => label === action.agency)?.value;
  return {
    ...{ what: action.what, who: action.who, byWhen: action.byWhen, agency },
    ...{ done: action.status || undefined, whatHappened: action.whatHappened },
  };
}
