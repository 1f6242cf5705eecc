import { html, nothing, type TemplateResult } from 'lit';
import type { FamilyPlan, PlanRow } from '../../api-office/plans.ts';
import { sayDay } from '../../words/dates.ts';
import { plan as words } from '../../words-office/plans.ts';
import type { Acts } from './acts.ts';

const steps = 'trajectory';
const stepColumns = ['step', 'whatWillBeDifferent', 'expectedBy', 'scaleWeExpect', 'status'];
const network = 'networkMembers';
const networkColumns = ['person', 'whatTheyWillDo', 'knowsTheWorry', 'agreedOn'];

const text = (row: PlanRow, column: string): string => {
  const value = row[column];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};
const only = (row: PlanRow, columns: readonly string[]): PlanRow =>
  Object.fromEntries(columns.flatMap((column) => (row[column] === undefined ? [] : [[column, row[column]]])));

/** The steps by which the family and we come to an end, and how far we are. */
export function stepsView(plan: FamilyPlan, acts: Acts): TemplateResult {
  return html`<section aria-labelledby="steps">
    <h2 class="govuk-heading-m" id="steps">${words.steps}</h2>
    ${plan.steps.length === 0 ? html`<p class="govuk-body">${words.noSteps}</p>` : nothing}
    <ol class="tl-plan-list">
      ${plan.steps.map((row) => {
        const id = text(row, 'id');
        const says = text(row, 'says');
        return html`<li class="tl-plan-item" data-row=${id}>
          <p class="tl-plan-item__what">${text(row, 'step')}</p>
          <p class="tl-plan-item__text">${text(row, 'whatWillBeDifferent')}</p>
          <p class="tl-plan-item__line">
            ${says ? html`<strong class="govuk-tag ${row['status'] === 'reached' ? 'govuk-tag--green' : 'govuk-tag--blue'}">${says}</strong>` : nothing}
            ${text(row, 'expectedBy') ? html`<span>${words.expected(sayDay(text(row, 'expectedBy')))}</span>` : nothing}
            ${text(row, 'scaleWeExpect') ? html`<span class="tl-quiet">${words.number(text(row, 'scaleWeExpect'))}</span>` : nothing}
          </p>
          ${changing(plan, acts, { block: steps, row: id, columns: stepColumns, values: only(row, stepColumns) }, text(row, 'step'))}
        </li>`;
      })}
    </ol>
    ${acts.adding(steps, stepColumns, words.addStep)}
  </section>`;
}

/** Who, outside the services, knows the worry and helps. */
export function networkView(plan: FamilyPlan, acts: Acts): TemplateResult {
  return html`<section aria-labelledby="network">
    <h2 class="govuk-heading-m" id="network">${words.network}</h2>
    ${plan.network.length === 0 ? html`<p class="govuk-body">${words.noNetwork}</p>` : nothing}
    <ul class="tl-plan-list">
      ${plan.network.map((row) => {
        const id = text(row, 'id');
        return html`<li class="tl-plan-item" data-row=${id}>
          <p class="tl-plan-item__what">${text(row, 'name')}</p>
          <p class="tl-plan-item__text">${text(row, 'whatTheyWillDo')}</p>
          ${row['knowsTheWorry'] === 'yes' ? html`<p class="tl-plan-item__line tl-quiet">${words.knows}</p>` : nothing}
          ${changing(plan, acts, { block: network, row: id, columns: networkColumns, values: only(row, networkColumns) }, text(row, 'name'))}
        </li>`;
      })}
    </ul>
    ${acts.adding(network, networkColumns, words.addHelper)}
  </section>`;
}

function changing(
  plan: FamilyPlan,
  acts: Acts,
  writing: Parameters<Acts['open']>[0],
  what: string,
): TemplateResult | typeof nothing {
  if (acts.isOpen(writing.block, writing.row)) return acts.form(writing.block);
  if (!plan.may) return nothing;
  return html`<div class="tl-plan-item__acts">
    ${acts.button(words.change, words.changeNamed(what), () => acts.open(writing))}
  </div>`;
}

/** What must be in place, what happens if it does not work, and the plan on paper. */
export function standingView(plan: FamilyPlan): TemplateResult {
  return html`
    ${
      plan.mustBe.length > 0
        ? html`<section aria-labelledby="must-be">
            <h2 class="govuk-heading-m" id="must-be">${words.mustBe}</h2>
            <ul class="govuk-list govuk-list--bullet">
              ${plan.mustBe.map(
                (row) =>
                  html`<li>${text(row, 'what')} <span class="tl-quiet">${text(row, 'why')}</span></li>`,
              )}
            </ul>
          </section>`
        : nothing
    }
    <section aria-labelledby="contingency">
      <h2 class="govuk-heading-m" id="contingency">${words.contingency}</h2>
      ${plan.contingency.length === 0 ? html`<p class="govuk-body">${words.noContingency}</p>` : nothing}
      ${plan.contingency.map(
        (one) =>
          html`<p class="govuk-body">
            ${one.child ? html`<strong>${one.child}: </strong>` : nothing}${one.text}
            <span class="tl-quiet">${words.from(one.from, sayDay(one.at))}</span>
          </p>`,
      )}
    </section>
    ${
      plan.plans.length > 0
        ? html`<section class="tl-no-print" aria-labelledby="paper">
            <h2 class="govuk-heading-m" id="paper">${words.plans}</h2>
            <p class="govuk-body">${words.plansLead}</p>
            <ul class="govuk-list">
              ${plan.plans.map(
                (one) =>
                  html`<li>
                    <a class="govuk-link" href="/records/${one.id}/print"
                      >${words.onPaper(one.title, sayDay(one.at))}</a
                    >
                  </li>`,
              )}
            </ul>
          </section>`
        : nothing
    }
  `;
}
